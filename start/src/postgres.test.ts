import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { startLastingPostgres } from './lasting-postgres.ts'
import { isPortTaken } from './ports.ts'
import { type PostgresOptions, startPostgres } from './postgres.ts'
import { postgresPlace } from './postgres-place.ts'
import { ProcessFile } from './process-file.ts'
import { townSecrets } from './secrets.ts'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'avizier-start-'))
chmodSync(dataDir, 0o700)
const secrets = townSecrets(dataDir)
const port = 20_000 + (process.pid % 20_000)
const said: string[] = []
const place = postgresPlace(dataDir, `test-${secrets.townId}`)
const options: PostgresOptions = {
  place,
  port,
  password: secrets.postgresPassword,
  logFile: path.join(dataDir, 'postgres.log'),
  say: (sentence) => said.push(sentence),
}
const start = () => startPostgres(options)
const query = async (postgres: { url: string }, statement: string) => {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(place.cluster, { recursive: true, force: true })
})

describe('the embedded Postgres', () => {
  it('starts in a folder that only its owner may enter, durable and on this machine alone', async () => {
    const postgres = await start()
    const settings = await query(
      postgres,
      `select name, setting from pg_settings where name in ('fsync', 'listen_addresses', 'unix_socket_directories') order by name`,
    )
    expect(settings.map(({ setting }) => setting)).toEqual(['on', '127.0.0.1', ''])
    await query(postgres, 'create table kept (word text)')
    await query(postgres, `insert into kept values ('rămâne')`)
    await postgres.stop()
    expect(await isPortTaken(port)).toBe(false)
  })

  it('refuses a wrong password', async () => {
    const postgres = await start()
    const client = new pg.Client({ connectionString: postgres.url.replace(secrets.postgresPassword, 'altceva') })
    await expect(client.connect()).rejects.toThrow(/password/)
    await postgres.stop()
  })

  it('heals after kill -9, with everything that was committed', async () => {
    const postgres = await start()
    const gone = new Promise((resolve) => postgres.process.once('exit', resolve))
    process.kill(postgres.process.pid ?? 0, 'SIGKILL')
    await gone
    const again = await start()
    expect(await query(again, 'select word from kept')).toEqual([{ word: 'rămâne' }])
    await again.stop()
  })

  it('ends one that outlived its start, and says so', async () => {
    const orphan = await start()
    said.length = 0
    const heir = await start()
    expect(said.join(' ')).toContain('still running from an earlier start')
    expect(await query(heir, 'select word from kept')).toHaveLength(1)
    expect(orphan.process.exitCode ?? orphan.process.signalCode).not.toBeNull()
    await heir.stop()
  })

  it('stands up again by itself when it is killed under the town', async () => {
    const processes = new ProcessFile(path.join(dataDir, 'processes.json'))
    const lost: string[] = []
    const lasting = await startLastingPostgres(options, { processes, onLost: (why) => lost.push(why) })
    const pidOf = () => processesIn().find(({ part }) => part === 'Postgres')?.pid ?? 0
    const processesIn = (): { part: string; pid: number }[] =>
      JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8'))
    for (let round = 0; round < 3; round++) {
      const killed = pidOf()
      await query(lasting, `insert into kept values ('runda ${round}')`)
      process.kill(killed, 'SIGKILL')
      await vi.waitUntil(() => pidOf() !== killed, { timeout: 20_000 })
      expect(await query(lasting, `select 1 from kept where word = 'runda ${round}'`)).toHaveLength(1)
    }
    await lasting.stop()
    expect(await isPortTaken(port)).toBe(false)
    expect(lost).toEqual([])
  })

  it('keeps its secrets to itself', () => {
    expect(townSecrets(dataDir)).toEqual(secrets)
    expect(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')).toContain(secrets.changesToken)
  })
})
