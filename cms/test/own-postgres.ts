import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Where the Postgres of the run stands and as whom it runs: what the global setup of start/test/postgres.ts says. */
type Place = { binaries: string; user: { uid: number; gid: number } | null }

/**
 * A Postgres that a test may kill: durable, in a folder of its own under `folder`, which every user must be able to
 * enter. It asks for no password, and listens to this machine alone.
 */
export class OwnPostgres {
  readonly url: string
  readonly #place: Place
  readonly #cluster: string
  readonly #port: number
  #server: ChildProcess | null = null

  constructor({ folder, port }: { folder: string; port: number }) {
    this.#place = JSON.parse(process.env['TEST_POSTGRES_PLACE'] ?? '{}') as Place
    this.#cluster = path.join(folder, 'cluster')
    this.#port = port
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`
  }

  async make(): Promise<void> {
    const { user } = this.#place
    mkdirSync(this.#cluster, { mode: 0o700 })
    if (user) chownSync(this.#cluster, user.uid, user.gid)
    execFileSync(
      this.#program('initdb'),
      ['-D', this.#cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' }, stdio: 'ignore' },
    )
    await this.start()
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60']
    for (let tries = 0; tries < 60; tries++) {
      const server: ChildProcess = spawn(
        this.#program('postgres'),
        ['-D', this.#cluster, '-p', String(this.#port), ...settings.flatMap((setting) => ['-c', setting])],
        { ...this.#place.user, cwd: this.#cluster, env: { ...process.env, LC_ALL: 'C' }, stdio: 'ignore' },
      )
      this.#server = server
      while (server.exitCode === null && server.signalCode === null) {
        if (await this.#answers()) return
        await pause(50)
      }
      await pause(200) // what was killed still holds the cluster
    }
    throw new Error('Postgres did not come back')
  }

  /** As a power cut would: no goodbye to anybody. */
  kill(): void {
    this.#server?.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
  }

  #program(name: string): string {
    return path.join(this.#place.binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      return false
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
