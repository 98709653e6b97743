import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { childEnvironment } from './env.ts'
import type { ProcessFile } from './process-file.ts'

export type PartPlan = {
  name: string
  cwd: string
  args: string[]
  environment: Record<string, string>
  logFile: string
}

const largestLog = 20 * 1024 * 1024
const patience = [500, 1_000, 2_000, 5_000, 10_000]

/** A running part of the town: started again, ever more patiently, when it dies, until it is told to stop. */
export class Part {
  readonly #plan: PartPlan
  readonly #processes: ProcessFile
  readonly #say: (sentence: string) => void
  #child: ChildProcess | null = null
  #isStopping = false
  #deaths = 0
  #timer: NodeJS.Timeout | undefined

  constructor(plan: PartPlan, processes: ProcessFile, say: (sentence: string) => void) {
    this.#plan = plan
    this.#processes = processes
    this.#say = say
  }

  start(): void {
    const { name, cwd, args, environment, logFile } = this.#plan
    rotate(logFile)
    const log = openSync(logFile, 'a')
    const startedAt = Date.now()
    const child = spawn(process.execPath, args, {
      cwd,
      env: childEnvironment(environment),
      stdio: ['ignore', log, log],
      detached: true,
    })
    closeSync(log)
    this.#child = child
    if (child.pid) this.#processes.add(name, child.pid)
    child.once('exit', (code, signal) => {
      this.#child = null
      if (this.#isStopping) return
      this.#deaths = Date.now() - startedAt > 60_000 ? 0 : this.#deaths + 1
      const wait = patience[Math.min(this.#deaths, patience.length - 1)] ?? 10_000
      this.#say(
        `The ${name} stopped (${signal ?? `code ${code}`}); it starts again in ${wait / 1000} s. Its log: ${logFile}`,
      )
      this.#timer = setTimeout(() => this.start(), wait)
    })
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 8_000)
    await gone
    clearTimeout(force)
  }
}

function rotate(logFile: string): void {
  try {
    if (statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.1`)
  } catch {
    // There is no log yet.
  }
}
