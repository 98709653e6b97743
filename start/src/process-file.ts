import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** A process of this town, told apart from a stranger that got the same number later by when it began. */
export type Process = { pid: number; startedAt: string; part: string }

/** When a process began, in the kernel's own clock ticks; null when it does not run or the system does not say. */
export function beginningOf(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : (fields[19] ?? '')
  } catch {
    return existsSync('/proc/self') ? null : ''
  }
}

/** The list of what runs for a town, in one file, so that the next start can find what a crash left behind. */
export class ProcessFile {
  readonly #file: string
  #processes: Process[] = []

  constructor(file: string) {
    this.#file = file
  }

  /** Processes of an earlier start that still run. */
  leftovers(): Process[] {
    if (!existsSync(this.#file)) return []
    try {
      const listed = JSON.parse(readFileSync(this.#file, 'utf8')) as Process[]
      return listed.filter(({ pid, startedAt }) => pid !== process.pid && beginningOf(pid) === startedAt)
    } catch {
      return []
    }
  }

  add(part: string, pid: number): void {
    this.#processes = [
      ...this.#processes.filter((each) => each.part !== part),
      { part, pid, startedAt: beginningOf(pid) ?? '' },
    ]
    writeFileSync(this.#file, JSON.stringify(this.#processes))
  }

  clear(): void {
    this.#processes = []
    rmSync(this.#file, { force: true })
  }
}

/** Ends a process: asked first, forced when it does not go in time. */
export async function endProcess(pid: number, patienceMs = 5_000): Promise<void> {
  const until = Date.now() + patienceMs
  signal(pid, 'SIGTERM')
  while (Date.now() < until) {
    if (beginningOf(pid) === null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  signal(pid, 'SIGKILL')
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has gone already.
  }
}
