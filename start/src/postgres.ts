import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresPlace } from './postgres-place.ts'
import { beginningOf, endProcess } from './process-file.ts'

export type PostgresOptions = {
  place: PostgresPlace
  port: number
  password: string
  logFile: string
  say: (sentence: string) => void
  /** Settings of Postgres other than the town's own, by name. */
  settings?: Record<string, string>
}

export type RunningPostgres = { url: string; process: ChildProcess; stop: () => Promise<void> }

const database = 'avizier'

/** Starts the embedded Postgres of a town, making its cluster the first time. Loopback only, scram, durable. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { place, port, password, say } = options
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) makeCluster(options)
  else await stopLeftover(place, say)

  const child = await startServer(options)
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  return {
    url,
    process: child,
    // SIGINT is Postgres' fast shutdown: connections end, nothing committed is lost.
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await Promise.race([gone, pause(10_000)])
    },
  }
}

/** A server that answers. Children of one that was killed hold its memory a moment longer, and it waits for them. */
async function startServer(options: PostgresOptions, triesLeft = 20): Promise<ChildProcess> {
  const { place, port, password, logFile } = options
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    ...options.settings,
  }
  const log = openSync(logFile, 'a')
  const child = spawn(
    path.join(place.binaries, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'),
    [
      ...['-D', place.cluster, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...place.user,
      cwd: place.cluster,
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  closeSync(log)
  try {
    await untilItAnswers(child, { port, password, logFile })
    return child
  } catch (error) {
    if (triesLeft === 0 || !(error as Error).message.includes('shared memory block')) throw error
    await pause(250)
    return startServer(options, triesLeft - 1)
  }
}

function makeCluster({ place, password }: PostgresOptions): void {
  const owner = place.user ?? {}
  rmSync(place.cluster, { recursive: true, force: true })
  const parent = path.dirname(place.cluster)
  const passwordFile = path.join(parent, `.${path.basename(place.cluster)}-password`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const unfinished = `${place.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  if (place.user) {
    chownSync(passwordFile, place.user.uid, place.user.gid)
    execFileSync('mkdir', ['-m', '700', unfinished])
    chownSync(unfinished, place.user.uid, place.user.gid)
  }
  try {
    execFileSync(
      path.join(place.binaries, 'bin', process.platform === 'win32' ? 'initdb.exe' : 'initdb'),
      [
        '-D',
        unfinished,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
      ],
      {
        ...owner,
        cwd: '/',
        env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  // Only a whole cluster gets its name: an initdb that was killed is begun again.
  execFileSync('mv', [unfinished, place.cluster])
}

/** A Postgres that outlived its town's last run is ended the way it would have been. */
async function stopLeftover(place: PostgresPlace, say: PostgresOptions['say']): Promise<void> {
  const pidFile = path.join(place.cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (pid > 0 && beginningOf(pid) !== null) {
    // The number belongs to a stranger since the machine was started again: Postgres would wait for him for ever.
    if (!isPostgres(pid)) return rmSync(pidFile, { force: true })
    say(`Found Postgres still running from an earlier start (process ${pid}): stopping it.`)
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 100 && beginningOf(pid) !== null; waited++) await pause(100)
    if (beginningOf(pid) !== null) await endProcess(pid)
  } else say('Postgres was not shut down last time: it recovers by itself.')
  // The file stays: by it Postgres knows whether children of the one that was killed still hold its memory.
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return true
  }
}

async function untilItAnswers(
  child: ChildProcess,
  { port, password, logFile }: { port: number; password: string; logFile: string },
): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(
        `Postgres stopped while starting. Its last words are in ${logFile}:\n${readFileSync(logFile, 'utf8').split('\n').slice(-6).join('\n')}`,
      )
    }
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
      if (rowCount === 0) await client.query(`create database ${database}`)
      await client.end()
      return
    } catch {
      await client.end().catch(() => undefined)
      await pause(100)
    }
  }
  throw new Error(`Postgres does not answer on port ${port}; see ${logFile}`)
}
