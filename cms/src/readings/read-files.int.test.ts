import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPaper, aScan } from '../../test/papers.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { readingBacklog, readingStatus } from './reading-status.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})

const readers: ChildProcess[] = []
afterEach(async () => {
  await Promise.all(
    readers.splice(0).map(async (reader) => {
      if (reader.exitCode !== null || reader.signalCode !== null) return
      const gone = once(reader, 'exit')
      reader.kill('SIGTERM')
      await gone
    }),
  )
})

/** The reader as the town runs it, in a process of its own. */
function startReader(): ChildProcess {
  const reader = spawn(process.execPath, ['src/read-files.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  readers.push(reader)
  return reader
}

async function until(what: string, holds: () => Promise<boolean> | boolean, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`In ${seconds} s it did not happen that ${what}`)
}

/** Processes that touch a file of this test. */
function pageReaders(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return line.includes('read-pages.ts') && line.includes(process.env['DATA_DIR'] ?? '?')
    } catch {
      return false
    }
  })
}

const upload = async (name: string, data: Buffer) => {
  const file = await record.payload.create({
    collection: 'files',
    data: {} as never,
    file: { name, data, mimetype: 'application/pdf', size: data.length },
  })
  return String(file['sha256'])
}
const status = (sha256: string) => readingStatus(record.pool, sha256)
const isDone = async (sha256: string) => (await status(sha256))?.state === 'done'
const paragraph = 'Având în vedere referatul de aprobare al primarului și raportul compartimentului de specialitate, '

describe('the reader', () => {
  it('killed in the middle leaves nobody behind, and the next one goes on from the page it was at', async () => {
    const pages = Array.from({ length: 6 }, (_, index) =>
      Array.from({ length: 8 }, () => `${paragraph}pagina ${index + 1}.`),
    )
    const sha256 = await upload('sase-pagini.pdf', await aScan(pages))
    const first = startReader()
    await until('two pages are read', async () => ((await status(sha256))?.pagesDone ?? 0) >= 2)
    first.kill('SIGKILL')
    await once(first, 'exit')
    if (process.platform === 'linux') await until('the page reader is gone', () => pageReaders().length === 0, 10)

    const { pagesDone = 0 } = (await status(sha256)) ?? {}
    expect(pagesDone).toBeLessThan(6)
    await record.pool.query("update avizier.reading_pages set text = text || ' (citită întâi)' where sha256 = $1", [
      sha256,
    ])
    await record.pool.query("update avizier.readings set lease_until = now() - interval '1 second' where sha256 = $1", [
      sha256,
    ])
    startReader()
    await until('the file is read', () => isDone(sha256))
    const { rows } = await record.pool.query(
      "select page, text like '%(citită întâi)' as is_first from avizier.reading_pages where sha256 = $1 order by page",
      [sha256],
    )
    expect(rows.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rows.filter((row) => row['is_first'])).toHaveLength(pagesDone)
  }, 120_000)

  it('that is asked to stop gives its turn back at once', async () => {
    const pages = Array.from({ length: 6 }, (_, index) => [`${paragraph}oprire, pagina ${index + 1}.`])
    const sha256 = await upload('oprire.pdf', await aScan(pages))
    const reader = startReader()
    await until('a page is read', async () => ((await status(sha256))?.pagesDone ?? 0) >= 1)
    reader.kill('SIGTERM')
    expect((await once(reader, 'exit'))[0]).toBe(0)
    expect(await status(sha256)).toMatchObject({ state: 'waiting' })
    startReader()
    await until('the file is read', () => isDone(sha256))
  }, 120_000)

  it('shares the line with other readers, no page twice', async () => {
    const files = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        upload(`impreuna-${index}.pdf`, await aPaper([[`${paragraph}fișierul ${index}.`]])),
      ),
    )
    for (let index = 0; index < 3; index++) startReader()
    await until('all are read', async () => (await Promise.all(files.map(isDone))).every(Boolean))
    const { rows } = await record.pool.query('select count(*) from avizier.reading_pages where sha256 = any($1)', [
      files,
    ])
    expect(Number(rows[0].count)).toBe(files.length)
  }, 120_000)

  it('is seen by whoever asks whether it is up', async () => {
    expect((await readingBacklog(record.pool)).isReaderUp).toBe(false)
    startReader()
    await until('it is up', async () => (await readingBacklog(record.pool)).isReaderUp, 20)
    const health = await (await record.rest('GET', '/health')).json()
    expect(health.parts).toMatchObject({ reader: 'ok', readings: { waiting: 0 } })
  })
})
