import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPetition } from '../../test/petition.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { emptyFolder, openTown } from '../../test/town.ts'

/** The site as a process of its own, killed while files go up; what has been begun is gone on with, as a page does. */
const root = path.resolve(import.meta.dirname, '../../..')
const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
let state = seed
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}
const folder = emptyFolder()
const size = 6_000_000
let port = 0
let site: ChildProcess
let isOver = false

function supervise(): void {
  site = spawn(process.execPath, ['site/src/serve.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: folder,
      SITE_PORT: String(port),
      CMS_URL: 'http://127.0.0.1:9',
      CHANGES_TOKEN: 'test-token-test-token-test-token-test',
    },
    stdio: 'ignore',
  })
  site.once('exit', () => {
    if (!isOver) setTimeout(supervise, 50)
  })
}

beforeAll(async () => {
  const form = aPetition()
  for (const field of form.definition.steps.flatMap(({ fields }) => fields))
    if (field.type === 'file') Object.assign(field, { maxBytes: 10_000_000, maxCount: 20, kinds: ['signed'] })
  const town = await openTown({ folder })
  const log = new ChangeLog()
  log.upsert(anInstitution())
  log.upsert(form)
  await town.take(log.changes)
  town.readModel.db.close()
  port = await freePort()
  supervise()
})
afterAll(() => {
  isOver = true
  site.kill('SIGKILL')
})

/** A signed envelope: nothing in it but bytes, so that a wrong one shows in the fingerprint alone. */
const anEnvelope = () => Buffer.concat([Buffer.from([0x30, 0x84]), randomBytes(size)])

async function untilPage(): Promise<string> {
  for (;;) {
    const page = await fetch(`http://127.0.0.1:${port}/formulare/petitie/completeaza/`).catch(() => null)
    if (page?.ok) return page.url.split('/')[6] ?? ''
    await pause(50)
  }
}

function send(bytes: Buffer, { token, name }: { token: string; name: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `http://127.0.0.1:${port}/api/formulare/petitie/fisiere/${token}`,
      uploadSize: bytes.length,
      chunkSize: 300_000,
      // For as long as it takes: the site is down between a kill and the next start.
      retryDelays: Array.from({ length: 200 }, () => 100),
      onShouldRetry: () => true,
      metadata: { filename: name, camp: 'fisiere' },
      onSuccess: () => resolve(),
      onError: reject,
    }).start()
  })
}

describe('uploads under way while the site is killed', () => {
  it(`arrive whole, each as it was, however often it is killed (seed ${seed})`, async () => {
    const token = await untilPage()
    const files = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.p7m`, bytes: anEnvelope() }))
    let kills = 0
    let areSent = false
    const chaos = async () => {
      while (!areSent && kills < 8) {
        await pause(30 + random() * 200)
        site.kill('SIGKILL')
        kills++
        await untilPage()
      }
    }
    const sending = Promise.all(files.map(({ name, bytes }) => send(bytes, { token, name }))).then(() => {
      areSent = true
    })
    await Promise.all([sending, chaos()])
    expect(kills).toBeGreaterThan(1)
    // What arrived whole while the site was killed is judged when somebody looks.
    await untilPage()
    await fetch(`http://127.0.0.1:${port}/formulare/petitie/completeaza/${token}/dovezi/`)
    const quarantine = path.join(folder, 'site/filings/quarantine', token.slice(0, 22))
    const kept = readdirSync(quarantine)
      .filter((name) => name.endsWith('.kept'))
      .map((name) => JSON.parse(readFileSync(path.join(quarantine, name), 'utf8')) as { name: string; sha256: string })
    const expected = files.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')])
    console.log(`${kills} kills, ${kept.length} files of ${size} bytes`)
    // A creation that was acknowledged to nobody may leave an empty one; none that is kept is anything but whole.
    expect(Object.fromEntries(kept.map(({ name, sha256 }) => [name, sha256]))).toEqual(Object.fromEntries(expected))
    expect(kept).toHaveLength(files.length)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
