import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../test/free-port.ts'
import { OwnPostgres } from '../../test/own-postgres.ts'
import { changesToken } from '../../test/record.ts'
import { aReport } from '../../test/report.ts'
import { seeded } from '../../test/seeded.ts'
import type { ReportReceipt } from './contract.ts'

const clients = 12
const reportsOfEach = 20
const kills = ['record', 'postgres', 'record', 'postgres', 'record'] as const
const seed = Date.now() % 100_000
const random = seeded(seed)

const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-reports-killed-'))
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
    if (port) address = `http://127.0.0.1:${port}/api/reports`
  })
  child.once('exit', () => {
    address = ''
    if (!isOver) setTimeout(superviseRecord, 100)
  })
}

async function untilAcknowledged(report: object): Promise<ReportReceipt> {
  for (;;) {
    const response = await (address
      ? fetch(address, {
          method: 'POST',
          headers: { authorization: `Bearer ${changesToken}`, 'content-type': 'application/json' },
          body: JSON.stringify(report),
          signal: AbortSignal.timeout(10_000),
        }).catch(() => null)
      : null)
    const answer = response?.status === 201 ? await response.json().catch(() => null) : null
    if (answer) return answer as ReportReceipt
    await pause(50 + random() * 100)
  }
}

/** Every second one is a petition too, so that both books are written in one transaction. */
const aCase = (index: number) =>
  aReport(
    index % 2 === 0
      ? { reporter: { name: 'Ana Pop', email: 'ana.pop@example.com', phone: null }, wantsAnswer: true, wantsNews: true }
      : {},
  )

beforeAll(async () => {
  postgres = new OwnPostgres({ folder, port: await freePort() })
  await postgres.make()
  superviseRecord()
  while (!address) await pause(50)
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  await database.query(
    `insert into record.report_categories (name, "group", slug, takes_new, expected_days) values ('Groapă', 'Drumuri', 'gropi', true, 10)`,
  )
  await database.end()
}, 60_000)
afterAll(async () => {
  isOver = true
  record?.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('reports under way while the record and Postgres are killed', () => {
  it(`are each there once, whole, numbered without a gap, and answered the same again (seed ${seed})`, {
    timeout: 180_000,
  }, async () => {
    const acknowledged = new Map<string, { report: object; answer: ReportReceipt }>()
    const client = async () => {
      for (let index = 0; index < reportsOfEach; index++) {
        const report = aCase(index)
        acknowledged.set(report.key, { report, answer: await untilAcknowledged(report) })
        await pause(random() * 40)
      }
    }
    let killed = 0
    const chaos = async () => {
      for (const victim of kills) {
        const before = acknowledged.size
        while (acknowledged.size < before + 15) {
          if (acknowledged.size >= clients * reportsOfEach) return
          await pause(10)
        }
        await pause(random() * 150)
        killed++
        if (victim === 'record') record?.kill('SIGKILL')
        else {
          postgres.kill()
          await postgres.start()
        }
      }
    }
    await Promise.all([chaos(), ...Array.from({ length: clients }, client)])
    expect(killed).toBe(kills.length)
    expect(acknowledged.size).toBe(clients * reportsOfEach)
    for (const { report, answer } of [...acknowledged.values()].filter(() => random() < 0.25))
      expect(await untilAcknowledged(report)).toEqual(answer)

    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    const { rows } = await database.query(`
      select r.key, r.number, r.reporter_name is not null as is_petition, e.number::int as entry, e.key as entry_key,
        (select count(*)::int from avizier.report_events v where v.report_id = r.id) as events,
        (select count(*)::int from avizier.report_followers f where f.report_id = r.id) as followers,
        (select count(*)::int from avizier.outbox o where o.noun = 'reports' and o.record_id = r.id) as letters
      from record.reports r left join record.registry e on e.id = r.entry_id order by r.number`)
    const { rows: entries } = await database.query('select number::int from record.registry order by number')
    await database.end()
    expect(rows.map(({ number }) => Number(number.split('-')[1]))).toEqual(rows.map((_, index) => index + 1))
    expect(rows).toHaveLength(acknowledged.size)
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1))
    expect(entries).toHaveLength(rows.filter(({ is_petition }) => is_petition).length)
    for (const { key, number, is_petition, entry, entry_key, events, followers, letters } of rows) {
      const answer = acknowledged.get(key)?.answer
      expect(answer).toMatchObject({ numar: number, petitie: is_petition ? { numar: entry } : null })
      expect([events, followers, letters, entry_key]).toEqual(is_petition ? [1, 1, 1, key] : [1, 0, 0, null])
    }
  })
})
