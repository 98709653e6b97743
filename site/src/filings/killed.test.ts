import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { emptyFolder, openTown } from '../../test/town.ts'

/** The site and the record as processes of their own, on a database of their own, killed at random moments. */
const root = path.resolve(import.meta.dirname, '../../..')
const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
let state = seed
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}
const folder = emptyFolder()
const children = new Map<'site' | 'record', ChildProcess>()
let ports: { site: number; record: number }
let isOver = false
const environment = () => ({
  ...process.env,
  DATABASE_URL: `${process.env['TEST_POSTGRES']}/s${seed}${databaseName}`,
  PAYLOAD_SECRET: 'test-secret-test-secret-test-secret',
  CHANGES_TOKEN: 'test-token-test-token-test-token-test',
  PAYLOAD_LOG_LEVEL: 'fatal',
  CMS_URL: `http://127.0.0.1:${ports.record}`,
})
const databaseName = randomBytes(4).toString('hex')

const starts = {
  site: () =>
    spawn(process.execPath, ['site/src/serve.ts'], {
      cwd: root,
      env: { ...environment(), DATA_DIR: folder, SITE_PORT: String(ports.site) },
      stdio: 'ignore',
    }),
  record: () =>
    spawn(process.execPath, ['test/record-server.ts'], {
      cwd: path.join(root, 'cms'),
      env: { ...environment(), WITH_FORMS: 'yes', DATA_DIR: path.join(folder, 'record'), PORT: String(ports.record) },
      stdio: 'ignore',
    }),
}
/** Starts a process, and again whenever it ends before the test does: what a supervisor does. */
function supervise(name: 'site' | 'record'): void {
  const child = starts[name]()
  children.set(name, child)
  child.once('exit', () => {
    if (!isOver) setTimeout(() => supervise(name), 50)
  })
}

beforeAll(async () => {
  const town = await openTown({ folder })
  const log = new ChangeLog()
  log.upsert(anInstitution())
  log.upsert(aPetition())
  await town.take(log.changes)
  town.readModel.db.close()
  ports = { site: await freePort(), record: await freePort() }
  supervise('record')
  supervise('site')
  await untilAcknowledged('the first', { isFinal: true })
})
afterAll(() => {
  isOver = true
  for (const child of children.values()) child.kill('SIGKILL')
})

type Answer = { numar: number | string; provizoriu: boolean }

/** One attempt; null when it was not acknowledged, for whatever reason. */
async function attempt(key: string): Promise<Answer | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${ports.site}/api/formulare/petitie`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, answers: { ...petition, obiect: `Cererea ${key}` } }),
      signal: AbortSignal.timeout(10_000),
    })
    return response.status === 201 ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}

async function untilAcknowledged(key: string, { isFinal = false } = {}): Promise<Answer> {
  for (;;) {
    const answer = await attempt(key)
    if (answer && !(isFinal && answer.provizoriu)) return answer
    await pause(60)
  }
}

describe('filings under way while the site and the record are killed', () => {
  it(`are each registered once, whatever they were answered at first (seed ${seed})`, async () => {
    const acknowledged = new Map<string, Answer>()
    const clients = 8
    const each = 15
    const client = async (name: number) => {
      for (let index = 0; index < each; index++) {
        const key = `client ${name} filing ${index}`
        acknowledged.set(key, await untilAcknowledged(key))
        await pause(random() * 60)
      }
    }
    let kills = 0
    const chaos = async () => {
      for (const victim of ['site', 'record', 'site', 'record', 'site', 'site', 'record'] as const) {
        const before = acknowledged.size
        while (acknowledged.size < Math.min(before + 12, clients * each)) await pause(10)
        await pause(random() * 150)
        children.get(victim)?.kill('SIGKILL')
        kills++
      }
    }
    await Promise.all([chaos(), ...Array.from({ length: clients }, (_, name) => client(name))])
    const provisional = [...acknowledged.values()].filter(({ provizoriu }) => provizoriu).length
    console.log(`${kills} kills, ${acknowledged.size} acknowledged, ${provisional} of them provisionally`)
    expect(acknowledged.size).toBe(clients * each)
    expect(provisional).toBeGreaterThan(0)

    const numbers = new Set<number>()
    for (const [key, first] of acknowledged) {
      const { numar } = await untilAcknowledged(key, { isFinal: true })
      if (!first.provizoriu) expect(numar).toBe(first.numar)
      numbers.add(Number(numar))
    }
    // The first filing has number 1: without a gap and without a double, all others have the numbers that follow.
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: clients * each }, (_, index) => index + 2))
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
