import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anInstitution, aReporting, ChangeLog } from '../../test/records.ts'
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
const databaseName = `r${seed}${randomBytes(4).toString('hex')}`
const environment = () => ({
  ...process.env,
  DATABASE_URL: `${process.env['TEST_POSTGRES']}/${databaseName}`,
  PAYLOAD_SECRET: 'test-secret-test-secret-test-secret',
  CHANGES_TOKEN: 'test-token-test-token-test-token-test',
  PAYLOAD_LOG_LEVEL: 'fatal',
  CMS_URL: `http://127.0.0.1:${ports.record}`,
})

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
  log.upsert(aReporting())
  await town.take(log.changes)
  town.readModel.db.close()
  ports = { site: await freePort(), record: await freePort() }
  supervise('record')
  supervise('site')
  const first = await untilTaken('first', await untilToken())
  await untilNumbered(first)
})
afterAll(() => {
  isOver = true
  for (const child of children.values()) child.kill('SIGKILL')
})

/** A photo of one pixel, each another: the name stands in a text chunk, for bytes after the end are refused. */
const photoOf = (name: string) => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const whole = Buffer.from(png, 'base64')
  const typed = Buffer.from(`tEXtTitle\0${name}`)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(typed.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(typed))
  const end = whole.length - 12
  return Buffer.concat([whole.subarray(0, end), length, typed, checksum, whole.subarray(end)])
}

/** One attempt; null when nobody answered, or the answer was no use. */
async function ask(address: string, init: RequestInit, status: number): Promise<Response | null> {
  const signal = AbortSignal.timeout(10_000)
  const response = await fetch(`http://127.0.0.1:${ports.site}${address}`, {
    ...init,
    signal,
    redirect: 'manual',
  }).catch(() => null)
  return response?.status === status ? response : null
}

async function until<Value>(attempt: () => Promise<Value | null>): Promise<Value> {
  for (;;) {
    const value = await attempt()
    if (value !== null) return value
    await pause(60)
  }
}

const untilToken = () =>
  until(async () => {
    const response = await ask('/api/sesizari/jeton', { method: 'POST' }, 200)
    return response && ((await response.json().catch(() => null)) as { jeton: string } | null)?.jeton
  }).then(String)

/** Posts a report with its photo until it is acknowledged; answers the address of its confirmation. */
const untilTaken = (name: string, jeton: string): Promise<string> =>
  until(async () => {
    const body = new FormData()
    const fields = { jeton, categorie: 'gropi', descriere: `Sesizarea ${name}`, sat: 'Probă', loc: 'Strada Morii' }
    for (const [field, value] of Object.entries(fields)) body.append(field, value)
    body.append('poze', new Blob([photoOf(name)]), 'poza.png')
    const response = await ask('/sesizari/noua/', { method: 'POST', body, headers: { accept: 'text/html' } }, 303)
    const address = response?.headers.get('location') ?? ''
    return address.startsWith('/sesizari/trimisa/') ? address : null
  })

const numberAt = async (address: string): Promise<string | null> => {
  const response = await ask(address, {}, 200)
  const page = (await response?.text().catch(() => '')) ?? ''
  return /Sesizarea (20\d\d-\d+)/.exec(page)?.[1] ?? (page.includes('Sesizarea este la noi') ? 'later' : null)
}
const untilNumbered = (address: string) =>
  until(async () => {
    const number = await numberAt(address)
    return number === 'later' ? null : number
  })

describe('reports under way while the site and the record are killed', () => {
  it(`are each there once with their photo, whatever they were answered at first (seed ${seed})`, async () => {
    const taken = new Map<string, { address: string; first: string }>()
    const clients = 6
    const each = 10
    const client = async (which: number) => {
      for (let index = 0; index < each; index++) {
        const name = `${which} ${index}`
        const address = await untilTaken(name, await untilToken())
        taken.set(name, { address, first: await until(() => numberAt(address)) })
        await pause(random() * 60)
      }
    }
    let kills = 0
    const chaos = async () => {
      for (const victim of ['site', 'record', 'site', 'record', 'site'] as const) {
        const before = taken.size
        while (taken.size < Math.min(before + 9, clients * each)) await pause(10)
        await pause(random() * 150)
        children.get(victim)?.kill('SIGKILL')
        kills++
      }
    }
    await Promise.all([chaos(), ...Array.from({ length: clients }, (_, which) => client(which))])
    const provisional = [...taken.values()].filter(({ first }) => first === 'later').length
    console.log(`${kills} kills, ${taken.size} acknowledged, ${provisional} of them provisionally`)
    expect(taken.size).toBe(clients * each)
    expect(provisional).toBeGreaterThan(0)

    const numbers = new Set<string>()
    for (const [name, { address, first }] of taken) {
      const number = await untilNumbered(address)
      if (first !== 'later') expect(number).toBe(first)
      numbers.add(number)
      const sha256 = createHash('sha256').update(photoOf(name)).digest('hex')
      expect(existsSync(path.join(folder, 'record', 'filed', sha256.slice(0, 2), sha256)), `photo of ${name}`).toBe(
        true,
      )
    }
    // The first report has number 1: without a gap and without a double, all others have the numbers that follow.
    const [year = ''] = [...numbers][0]?.split('-') ?? []
    expect([...numbers].sort()).toEqual(
      Array.from({ length: clients * each }, (_, index) => `${year}-${String(index + 2).padStart(4, '0')}`),
    )
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
