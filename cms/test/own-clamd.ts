import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export const hasClamd = spawnSync('clamd', ['--version']).status === 0
if (!hasClamd) console.warn('NOT RUN: clamd is not installed, so that nothing was shown to a real scanner of viruses')

/** The harmless file that every scanner calls a virus, in two parts so that this one is not called so. */
export const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`, 'latin1')

/** A real clamd on a port of its own, that knows one virus. */
export class OwnClamd {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-clamd-'))
  readonly #port: number
  #child: ChildProcess | null = null

  private constructor(port: number) {
    this.#port = port
  }

  static async make(): Promise<OwnClamd> {
    const clamd = new OwnClamd(await freePort())
    const folder = clamd.#folder
    chmodSync(folder, 0o755)
    mkdirSync(path.join(folder, 'signatures'))
    // Anywhere in a file of any type, for what an archive unpacks to as well.
    const signature = `Eicar-Test-Signature:0:*:${eicar.subarray(0, 60).toString('hex')}\n`
    writeFileSync(path.join(folder, 'signatures', 'test.ndb'), signature)
    writeFileSync(
      path.join(folder, 'clamd.conf'),
      [
        `DatabaseDirectory ${folder}/signatures`,
        `TCPSocket ${clamd.#port}`,
        'TCPAddr 127.0.0.1',
        'Foreground yes',
        'AlertExceedsMax yes',
        'StreamMaxLength 300M',
        'MaxThreads 2',
        `TemporaryDirectory ${folder}`,
      ].join('\n'),
    )
    return clamd
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.#port}`
  }

  /** Answers when it listens. */
  async start(): Promise<void> {
    this.#child = spawn('clamd', ['--config-file', path.join(this.#folder, 'clamd.conf')], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(this.#port)) return
      await pause(100)
    }
    throw new Error('clamd did not come up')
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
