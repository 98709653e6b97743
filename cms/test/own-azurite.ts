import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** The account and key that every azurite has, as its manual prints them. */
const account = 'devstoreaccount1'
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
const program = path.join(
  path.dirname(createRequire(import.meta.url).resolve('azurite/package.json')),
  'dist/src/blob/main.js',
)

/** Azure Blob Storage as Microsoft emulates it, on a port and a folder of its own. */
export class OwnAzurite {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-azurite-'))
  readonly #port: number
  #child: ChildProcess | null = null

  private constructor(port: number) {
    this.#port = port
  }

  static async make(): Promise<OwnAzurite> {
    return new OwnAzurite(await freePort())
  }

  /** Answers when it listens. */
  async start(): Promise<void> {
    const settings = ['--blobHost', '127.0.0.1', '--blobPort', String(this.#port), '--location', this.#folder]
    this.#child = spawn(
      process.execPath,
      [program, ...settings, '--silent', '--disableTelemetry', '--skipApiVersionCheck'],
      { stdio: 'ignore' },
    )
    for (let tries = 0; tries < 300; tries++) {
      if (await answers(this.#port)) return
      await pause(100)
    }
    throw new Error('azurite did not come up')
  }

  get connection(): string {
    const blobs = `http://127.0.0.1:${this.#port}/${account}`
    return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=${blobs};`
  }

  async remove(): Promise<void> {
    const child = this.#child
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    }
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
