import path from 'node:path'
import { commitTransaction, createLocalReq, initTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPaper, aPdf, aScan } from '../../test/papers.ts'
import { anAct, changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { ChangesPage } from '../changes/contract.ts'
import { PublicFile } from '../files/contract.ts'
import * as readings from '../migrations/20261125_090000_readings.ts'
import { Reading, type ReadingPage } from './contract.ts'
import { readOneTurn } from './read-files.job.ts'
import { readAgain, readOlderAgain } from './reading-queue.ts'
import { readingStatus } from './reading-status.ts'
import { chooseEngine, type Engine } from './recognition-engine.ts'
import { readingPages } from './served-reading.ts'

let record: TestRecord
let engine: Engine
const stopping = new AbortController()

beforeAll(async () => {
  record = await openTestRecord()
  engine = await chooseEngine()
})
afterAll(() => stopping.abort())

const work = () => ({
  pool: record.pool,
  directory: path.join(process.env['DATA_DIR'] ?? '', 'files'),
  signal: stopping.signal,
  say: () => undefined,
})
const readAll = async () => {
  while (await readOneTurn(work(), engine));
}
const upload = async (name: string, data: Buffer, mimetype = 'application/pdf') => {
  const file = await record.payload.create({
    collection: 'files',
    data: {} as never,
    file: { name, data, mimetype, size: data.length },
  })
  return { id: Number(file.id), sha256: String(file['sha256']) }
}
const bearer = { authorization: `Bearer ${changesToken}` }
const newest = async (noun: string, id: number | string) => {
  const { rows } = await record.pool.query(
    'select op, revision, record from avizier.changes where noun = $1 and id = $2 order by revision',
    [noun, String(id)],
  )
  return rows as { op: string; revision: number; record: { revision: number; files: PublicFile[] } | null }[]
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const pagesOf = async (sha256: string) => {
  const pages: ReadingPage[] = []
  for await (const page of readingPages(record.pool, sha256)) pages.push(page)
  return pages
}
const sentence = 'Se aprobă Regulamentul serviciului de salubrizare al comunei Săcălaz, județul Timiș.'

describe('an uploaded PDF', () => {
  it('is in line as soon as it is stored, and not when its upload is rolled back', async () => {
    const { sha256 } = await upload('regulament.pdf', await aPaper([[sentence, 'O rând.']]))
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting', served: null })
    const before = (await record.pool.query('select count(*) from avizier.readings')).rows[0].count
    await upload('gol.pdf', Buffer.alloc(0)).catch(() => undefined)
    expect((await record.pool.query('select count(*) from avizier.readings')).rows[0].count).toBe(before)
  })

  it('is read with its own letters, page by page, spelled with a comma', async () => {
    const { sha256 } = await upload(
      'doua-pagini.pdf',
      await aPaper([[sentence.replaceAll('ș', 'ş')], ['Anexa nr. 1 la regulament: lista străzilor.']]),
    )
    await readAll()
    expect(await readingStatus(record.pool, sha256)).toEqual({
      state: 'done',
      code: null,
      pages: 2,
      pagesDone: 2,
      served: { pages: 2, method: 'text', engine: expect.stringMatching(/^unpdf \d/), confidence: null },
      unreadPages: [],
      personalDataPages: [],
    })
    const pages = await pagesOf(sha256)
    expect(pages.map(({ text }) => text)).toEqual([sentence, 'Anexa nr. 1 la regulament: lista străzilor.'])
  })

  it('is read once however often it is uploaded, and forgotten with its last copy', async () => {
    const data = await aPaper([['De două ori aceeași hârtie, cu același conținut.']])
    const first = await upload('o-data.pdf', data)
    const second = await upload('inca-o-data.pdf', data)
    expect(first.sha256).toBe(second.sha256)
    await readAll()
    await record.payload.delete({ collection: 'files', id: first.id })
    expect(await readingStatus(record.pool, first.sha256)).not.toBeNull()
    await record.payload.delete({ collection: 'files', id: second.id })
    expect(await readingStatus(record.pool, first.sha256)).toBeNull()
    expect(
      (await record.pool.query('select 1 from avizier.reading_pages where sha256 = $1', [first.sha256])).rowCount,
    ).toBe(0)
  })

  it('of words in a spreadsheet is not read', async () => {
    const { sha256 } = await upload('lista.csv', Buffer.from('strada;numar\nMorii;1\n'), 'text/csv')
    expect(await readingStatus(record.pool, sha256)).toBeNull()
  })
})

describe('a scan', () => {
  it('is recognised with its diacritics, and says how sure it is', async () => {
    const { sha256 } = await upload(
      'scan.pdf',
      await aScan([[sentence, 'Contrasemnează pentru legalitate: secretarul general.']]),
    )
    await readAll()
    const status = await readingStatus(record.pool, sha256)
    expect(status).toMatchObject({
      state: 'done',
      served: { method: 'recognised', engine: `${engine.name} ${engine.version}` },
    })
    expect(status?.served?.confidence).toBeGreaterThan(80)
    const [page] = await pagesOf(sha256)
    expect(page?.text).toContain(sentence)
  })
})

describe('a file of a published document', () => {
  it('is announced with its reading in the next revision, and the next save goes on from there', async () => {
    const { id: fileId, sha256 } = await upload('act.pdf', await aPaper([[sentence, 'Articolul 1 al hotărârii.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    const draft = await record.payload.create({
      collection: 'acts',
      data: anAct({ publicationCopy: fileId, _status: 'draft' }) as never,
    })
    expect((await newest('acts', act.id)).map(({ record }) => record?.files[0]?.reading)).toEqual([null])
    await readAll()
    const rows = await newest('acts', act.id)
    expect(rows.map(({ op, revision, record }) => [op, revision, record?.revision])).toEqual([
      ['upsert', 1, 1],
      ['upsert', 2, 2],
    ])
    expect(rows[1]?.record?.files[0]).toMatchObject({ sha256, reading: { pages: 1, method: 'text' } })
    expect({ ...rows[1]?.record, revision: 1, files: [] }).toEqual({ ...rows[0]?.record, files: [] })
    expect(rows.map(({ record }) => record?.files[0]?.pages)).toEqual([null, 1])
    expect(await newest('acts', draft.id)).toEqual([])

    await record.payload.update({
      collection: 'acts',
      id: act.id,
      data: { topic: 'utilities', _status: 'published' } as never,
    })
    expect((await newest('acts', act.id)).at(-1)).toMatchObject({
      op: 'upsert',
      revision: 3,
      record: { revision: 3, files: [{ reading: { pages: 1, method: 'text' } }] },
    })
    const feed = await record.rest('GET', '/changes?after=0&limit=500', { headers: bearer })
    expect(ChangesPage.parse(await feed.json()).changes.length).toBeGreaterThan(0)
  })

  it('is not brought back by a reading that ends after it was withdrawn', async () => {
    const { id: fileId } = await upload('retras.pdf', await aPaper([[sentence, 'Un act care se retrage.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    await record.payload.update({
      collection: 'acts',
      id: act.id,
      data: { _status: 'draft', takeDownReason: 'Publicat din greșeală.' } as never,
    })
    await readAll()
    expect((await newest('acts', act.id)).map(({ op }) => op)).toEqual(['upsert', 'remove'])
  })

  it('keeps the draft that a clerk has begun over it to itself', async () => {
    const { id: fileId } = await upload('ciorna.pdf', await aPaper([[sentence, 'Un document cu o ciornă începută.']]))
    const published = await record.payload.create({
      collection: 'documents',
      data: {
        title: 'Raport public',
        documentOn: '2025-01-10',
        attachments: [{ file: fileId }],
        _status: 'published',
      } as never,
    })
    await record.payload.update({
      collection: 'documents',
      id: published.id,
      draft: true,
      data: { title: 'Raport în lucru', _status: 'draft' } as never,
    })
    await readAll()
    const rows = await newest('documents', published.id)
    expect(rows.map(({ revision, record }) => [revision, (record as unknown as { title: string }).title])).toEqual([
      [1, 'Raport public'],
      [3, 'Raport public'],
    ])
  })

  it('is never missed when it is published while its reading ends', async () => {
    const { id: fileId, sha256 } = await upload('cursa.pdf', await aScan([[sentence, 'Publicat în timpul citirii.']]))
    let isRead = false
    const reading = readAll().then(() => {
      isRead = true
    })
    while ((await readingStatus(record.pool, sha256))?.state !== 'working') await pause(20)
    const req = await createLocalReq({}, record.payload)
    await initTransaction(req)
    const data = anAct({ publicationCopy: fileId }) as never
    const act = await record.payload.create({ collection: 'acts', data, req })
    await pause(4_000)
    expect(isRead).toBe(false)
    await commitTransaction(req)
    await reading
    expect((await newest('acts', act.id)).map(({ record }) => record?.files[0]?.reading)).toEqual([
      null,
      { pages: 1, method: 'recognised' },
    ])
  })

  it('waits for a clerk who holds the document, and never makes the clerk fail', async () => {
    const { id: fileId } = await upload('tinut.pdf', await aPaper([[sentence, 'Un document ținut de altcineva.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    const clerk = await record.pool.connect()
    await clerk.query('begin')
    await clerk.query("select 1 from avizier.revisions where noun = 'acts' and id = $1 for update", [String(act.id)])
    const reading = readAll()
    await pause(1_500)
    await clerk.query('select 1 from avizier.readings order by sha256 for share')
    await clerk.query('commit')
    clerk.release()
    await reading
    expect((await newest('acts', act.id)).at(-1)?.record?.files[0]?.reading).not.toBeNull()
  })
})

describe('a public file without text', () => {
  it('is announced once, with its pages and no reading', async () => {
    const blank = await aPdf([(pdf) => void pdf.circle(300, 300, 80).fill('gray'), () => undefined])
    const { id: fileId, sha256 } = await upload('desen.pdf', blank)
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    await readAll()
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'empty', code: 'nothing-readable' })
    await readAgain(record.pool, sha256)
    await readAll()
    expect((await newest('acts', act.id)).map(({ record }) => record?.files[0])).toMatchObject([
      { pages: null, reading: null },
      { pages: 2, reading: null },
    ])
  })
})

describe('GET /api/changes/files/<sha256>/reading', () => {
  const get = (sha256: string, headers: Record<string, string> = bearer) =>
    record.rest('GET', `/changes/files/${sha256}/reading`, { headers })

  it('asks for the token, and answers 404 while there is no reading', async () => {
    const { sha256 } = await upload('inca-necitit.pdf', await aPaper([['Încă nu a fost citită de nimeni.']]))
    expect((await get(sha256, {})).status).toBe(401)
    expect((await get('x')).status).toBe(400)
    expect((await get('0'.repeat(64))).status).toBe(404)
    expect((await get(sha256)).status).toBe(404)
    await readAll()
    expect((await get(sha256)).status).toBe(200)
  })

  it('gives the pages with personal numbers masked, while the clerk is warned of them', async () => {
    const { sha256 } = await upload(
      'cnp.pdf',
      await aPaper([[sentence], ['Domnul Ion Popescu, CNP 1800101350018, domiciliat în Săcălaz.']]),
    )
    await readAll()
    const reading = Reading.parse(await (await get(sha256)).json())
    expect(reading).toMatchObject({ sha256, method: 'text', engine: expect.stringContaining('unpdf') })
    expect(reading.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(reading.pages[1]?.text).toBe('Domnul Ion Popescu, CNP 1***********8, domiciliat în Săcălaz.')
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ personalDataPages: [2] })
  })
})

describe('a reading that is asked for again', () => {
  it('is open to staff who may upload, and to nobody else', async () => {
    const { id } = await upload('din-nou.pdf', await aPaper([['O hârtie care se citește de două ori.']]))
    await readAll()
    const address = `/files/${id}/reading`
    const [clerk, auditor] = [await record.signIn('clerk'), await record.signIn('auditor')]
    expect((await record.rest('GET', address)).status).toBe(401)
    expect((await record.rest('POST', address)).status).toBe(403)
    expect((await record.rest('POST', address, { token: auditor.token })).status).toBe(403)
    expect(await (await record.rest('GET', address, { token: auditor.token })).json()).toMatchObject({
      status: { state: 'done' },
      pages: [{ number: 1, text: 'O hârtie care se citește de două ori.' }],
    })
    expect(await (await record.rest('POST', address, { token: clerk.token })).json()).toMatchObject({
      status: { state: 'waiting', served: { pages: 1 } },
    })
    expect((await record.rest('GET', '/files/99999/reading', { token: clerk.token })).status).toBe(404)
  })

  it('serves the old text until the new one is whole', async () => {
    const { id, sha256 } = await upload(
      'vechi.pdf',
      await aScan([[sentence], ['A doua pagină a hârtiei vechi, și ea scanată.']]),
    )
    await readAll()
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: id }) as never })
    const better: Engine = { ...engine, version: '99.1' }
    expect(await readOlderAgain(record.pool, engine)).toBe(0)
    expect(await readOlderAgain(record.pool, better)).toBeGreaterThan(0)

    await readOneTurn({ ...work(), turnSeconds: 0.01 }, better)
    await readOneTurn({ ...work(), turnSeconds: 0.01 }, better)
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting', served: { pages: 2 } })
    expect(await pagesOf(sha256)).toHaveLength(2)
    while (await readOneTurn(work(), better));
    expect(await readingStatus(record.pool, sha256)).toMatchObject({
      state: 'done',
      served: { pages: 2, engine: `${engine.name} 99.1` },
    })
    expect(await readOlderAgain(record.pool, better)).toBe(0)
    expect(
      (await record.pool.query('select distinct edition from avizier.reading_pages where sha256 = $1', [sha256])).rows,
    ).toEqual([{ edition: 2 }])
    expect((await newest('acts', act.id)).map(({ revision }) => revision)).toEqual([1, 2])
  })
})

describe('an old row of the change log', () => {
  it('still parses, as a file without a reading', () => {
    const old = { sha256: 'a'.repeat(64), name: 'a.pdf', label: 'A', mimeType: 'application/pdf', bytes: 1, pages: 1 }
    expect(PublicFile.parse(old).reading).toBeNull()
  })
})

describe('the line', () => {
  it('gives what a clerk uploads its turn before what an import brought', async () => {
    const imported = await upload('importat.pdf', await aPaper([[sentence, 'Adus de un import.']]))
    const { id } = await record.signIn('clerk')
    const user = await record.payload.findByID({ collection: 'staff', id })
    const data = await aPaper([[sentence, 'Încărcat de un om care așteaptă.']])
    const file = { name: 'incarcat.pdf', data, mimetype: 'application/pdf', size: data.length }
    const uploaded = await record.payload.create({
      collection: 'files',
      data: {} as never,
      file,
      user: { ...user, collection: 'staff' } as never,
    })
    await readOneTurn(work(), engine)
    expect(await readingStatus(record.pool, String(uploaded['sha256']))).toMatchObject({ state: 'done' })
    expect(await readingStatus(record.pool, imported.sha256)).toMatchObject({ state: 'waiting' })
    await readAll()
  })

  it('lets a short file pass a long one', async () => {
    const long = await upload('lung.pdf', await aScan([[sentence], [sentence], [sentence], [sentence]]))
    const short = await upload('scurt.pdf', await aPaper([[sentence, 'Un fișier scurt, venit mai târziu.']]))
    await readOneTurn({ ...work(), turnSeconds: 0.1 }, engine)
    await readOneTurn(work(), engine)
    expect(await readingStatus(record.pool, short.sha256)).toMatchObject({ state: 'done' })
    expect(await readingStatus(record.pool, long.sha256)).toMatchObject({ state: 'waiting' })
    await readAll()
    expect(await readingStatus(record.pool, long.sha256)).toMatchObject({ state: 'done', pagesDone: 4 })
  })

  it('takes in the files that were there before readings were', async () => {
    const { sha256 } = await upload('dinainte.pdf', await aPaper([[sentence, 'Un fișier mai vechi decât citirea.']]))
    const db = (record.payload.db as unknown as { drizzle: never }).drizzle
    await readings.down({ db } as never)
    await readings.up({ db } as never)
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting' })
  })
})
