import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { toolEnvironment } from '../env.ts'
import type { OpenedFile, ReadPage } from './page-reader.ts'
import type { PageFault } from './reading-state.ts'
import type { EngineName } from './recognition-engine.ts'

export type Cost = { openingSeconds: number; pageSeconds: number; megabytes: number }

type Ended = { kind: 'ended'; fault: PageFault }

const script = path.join(import.meta.dirname, 'read-pages.ts')
const heapMegabytes = 512
const looksEvery = 200

/**
 * The process that touches a file, seen from outside: it answers in time and within its memory, or it is killed with
 * whatever it runs. It may read this machine's files but not write any, and is given no setting of the town.
 */
export class PageReaderProcess {
  readonly #child: ChildProcess
  readonly #cost: Cost
  readonly #watch: NodeJS.Timeout
  #end: Ended | null = null
  #waiting: ((answer: unknown) => void) | null = null

  constructor({ file, mimeType, engine, cost }: { file: string; mimeType: string; engine: EngineName; cost: Cost }) {
    this.#cost = cost
    const permissions = [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-child-process',
      '--allow-addons',
    ]
    const child = spawn(
      process.execPath,
      ['--no-warnings', `--max-old-space-size=${heapMegabytes}`, ...permissions, script, file, mimeType, engine],
      { env: toolEnvironment(), stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true },
    )
    this.#child = child
    child.on('message', (answer) => this.#answer(answer))
    child.on('error', () => this.#fail('page-unreadable'))
    child.on('exit', () => this.#fail('page-unreadable'))
    this.#watch = setInterval(() => {
      if (child.pid && megabytesOf(child.pid) > cost.megabytes) this.#fail('page-too-large')
    }, looksEvery)
    try {
      if (child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
    } catch {
      // It reads at the priority of everybody else.
    }
  }

  opened(): Promise<OpenedFile | Ended> {
    return this.#within(this.#cost.openingSeconds) as Promise<OpenedFile | Ended>
  }

  read(page: number): Promise<ReadPage | Ended> {
    if (this.#child.connected) this.#child.send(page, () => undefined)
    return this.#within(this.#cost.pageSeconds) as Promise<ReadPage | Ended>
  }

  /** Ends the process, whatever it is doing. */
  end(): void {
    this.#fail('page-unreadable')
  }

  #within(seconds: number): Promise<unknown> {
    if (this.#end) return Promise.resolve(this.#end)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#fail('page-too-slow'), seconds * 1000)
      this.#waiting = (answer) => {
        clearTimeout(timer)
        resolve(answer)
      }
    })
  }

  #answer(answer: unknown): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.(answer)
  }

  #fail(fault: PageFault): void {
    if (this.#end) return
    this.#end = { kind: 'ended', fault }
    clearInterval(this.#watch)
    killTree(this.#child)
    this.#answer(this.#end)
  }
}

/** The process leads a group, so that what it runs goes with it. */
function killTree({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    if (process.platform === 'win32') process.kill(pid, 'SIGKILL')
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has gone already.
  }
}

/** The memory of a process and of its children; 0 where the system does not tell. */
function megabytesOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [String(pid), ...children].reduce((total, each) => total + residentMegabytes(each), 0)
  } catch {
    return 0
  }
}

function residentMegabytes(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
