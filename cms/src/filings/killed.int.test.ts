import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, type FiledBody, keepFiledForms } from '../../test/filing.ts'
import { freePort } from '../../test/free-port.ts'
import { OwnPostgres } from '../../test/own-postgres.ts'
import { changesToken } from '../../test/record.ts'
import { seeded } from '../../test/seeded.ts'

const clients = 16
const filingsOfEach = 25
const kills = ['record', 'postgres', 'record', 'postgres', 'record'] as const
const seed = Date.now() % 100_000
const random = seeded(seed)

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-killed-'))
chmodSync(folder, 0o755)
let postgres: OwnPostgres
let record: ChildProcess | null = null
let address = ''
let isOver = false

/** Starts the record's process, and again whenever it ends before the test does: what a supervisor does. */
function superviseRecord(): void {
  const child = spawn(process.execPath, ['test/record-server.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      DATA_DIR: path.join(folder, 'data'),
      PAYLOAD_SECRET: 'test-secret-test-secret-test-secret',
      CHANGES_TOKEN: changesToken,
      PAYLOAD_LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  record = child
  child.stdout?.on('data', (said) => {
    const port = /port (\d+)/.exec(String(said))?.[1]
    if (port) address = `http://127.0.0.1:${port}/api/filings`
  })
  child.once('exit', () => {
    address = ''
    if (!isOver) setTimeout(superviseRecord, 100)
  })
}

async function killPostgres(): Promise<void> {
  postgres.kill()
  await postgres.start()
}

/** One attempt; null when it was not acknowledged, for whatever reason. */
async function attempt(filing: object): Promise<FiledBody | null> {
  if (!address) return null
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${changesToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(filing),
      signal: AbortSignal.timeout(10_000),
    })
    return response.status === 201 ? ((await response.json()) as FiledBody) : null
  } catch {
    return null
  }
}

async function untilAcknowledged(filing: object): Promise<FiledBody> {
  for (;;) {
    const acknowledged = await attempt(filing)
    if (acknowledged) return acknowledged
    await pause(50 + random() * 100)
  }
}

beforeAll(async () => {
  postgres = new OwnPostgres({ folder, port: await freePort() })
  await postgres.make()
  superviseRecord()
  while (!address) await pause(50)
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  await keepFiledForms(database)
  await database.end()
}, 60_000)
afterAll(async () => {
  isOver = true
  record?.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('filings under way while the record and Postgres are killed', () => {
  it(`are each there once, numbered without a gap, and answered the same again (seed ${seed})`, {
    timeout: 120_000,
  }, async () => {
    const acknowledged = new Map<string, { filing: object; answer: FiledBody }>()
    const client = async () => {
      for (let index = 0; index < filingsOfEach; index++) {
        const filing = aFiling()
        acknowledged.set(filing.key, { filing, answer: await untilAcknowledged(filing) })
        await pause(random() * 40)
      }
    }
    const chaos = async () => {
      for (const victim of kills) {
        const before = acknowledged.size
        while (acknowledged.size < before + 20) {
          if (acknowledged.size >= clients * filingsOfEach) return
          await pause(10)
        }
        await pause(random() * 150)
        if (victim === 'record') record?.kill('SIGKILL')
        else await killPostgres()
      }
    }
    let killed = 0
    await Promise.all([
      chaos().then(() => {
        killed = kills.length
      }),
      ...Array.from({ length: clients }, client),
    ])
    expect(killed).toBe(kills.length)
    expect(acknowledged.size).toBe(clients * filingsOfEach)

    for (const { filing, answer } of [...acknowledged.values()].filter(() => random() < 0.25))
      expect(await untilAcknowledged(filing)).toEqual(answer)

    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    const { rows } = await database.query<{
      key: string
      number: string
      events: string
      mails: string
      filings: string
    }>(`
      select key, number,
        (select count(*) from avizier.registry_events e where e.entry_id = r.id) as events,
        (select count(*) from avizier.outbox o where o.entry_id = r.id) as mails,
        (select count(*) from record.filings f where f.entry_id = r.id) as filings
      from record.registry r order by number`)
    await database.end()
    expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1))
    expect(rows).toHaveLength(acknowledged.size)
    for (const { key, number, events, mails, filings } of rows) {
      expect(acknowledged.get(key)?.answer.numar).toBe(Number(number))
      expect([events, mails, filings]).toEqual(['1', '1', '1'])
    }
  })
})
