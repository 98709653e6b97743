import { commitTransaction, createLocalReq, initTransaction } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { aPaper, aPdf, aScan } from '../../test/papers.ts'
import { openReadingDesk, type ReadingDesk } from '../../test/reading-desk.ts'
import { anAct, changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { ChangesPage } from '../changes/contract.ts'
import { PublicFile } from '../files/contract.ts'
import { Reading } from './contract.ts'
import { readAgain } from './reading-queue.ts'
import { readingStatus } from './reading-status.ts'

let record: TestRecord
let desk: ReadingDesk
beforeAll(async () => {
  record = await openTestRecord()
  desk = await openReadingDesk(record)
})

const sentence = 'Se aprobă Regulamentul serviciului de salubrizare al comunei Săcălaz, județul Timiș.'
const bearer = { authorization: `Bearer ${changesToken}` }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const newest = async (noun: string, id: number | string) => {
  const { rows } = await record.pool.query(
    'select op, revision, record from avizier.changes where noun = $1 and id = $2 order by revision',
    [noun, String(id)],
  )
  return rows as { op: string; revision: number; record: { revision: number; files: PublicFile[] } | null }[]
}

describe('a file of a published document', () => {
  it('is announced with its reading in the next revision, and the next save goes on from there', async () => {
    const { id: fileId, sha256 } = await desk.upload('act.pdf', await aPaper([[sentence, 'Articolul 1 al hotărârii.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    const draft = await record.payload.create({
      collection: 'acts',
      data: anAct({ publicationCopy: fileId, _status: 'draft' }) as never,
    })
    expect((await newest('acts', act.id)).map(({ record }) => record?.files[0]?.reading)).toEqual([null])
    await desk.readAll()
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
    const { id: fileId } = await desk.upload('retras.pdf', await aPaper([[sentence, 'Un act care se retrage.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    await record.payload.update({
      collection: 'acts',
      id: act.id,
      data: { _status: 'draft', takeDownReason: 'Publicat din greșeală.' } as never,
    })
    await desk.readAll()
    expect((await newest('acts', act.id)).map(({ op }) => op)).toEqual(['upsert', 'remove'])
  })

  it('keeps the draft that a clerk has begun over it to itself', async () => {
    const { id: fileId } = await desk.upload(
      'ciorna.pdf',
      await aPaper([[sentence, 'Un document cu o ciornă începută.']]),
    )
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
    await desk.readAll()
    const rows = await newest('documents', published.id)
    expect(rows.map(({ revision, record }) => [revision, (record as unknown as { title: string }).title])).toEqual([
      [1, 'Raport public'],
      [3, 'Raport public'],
    ])
  })

  it('is never missed when it is published while its reading ends', async () => {
    const { id: fileId, sha256 } = await desk.upload(
      'cursa.pdf',
      await aScan([[sentence, 'Publicat în timpul citirii.']]),
    )
    let isRead = false
    const reading = desk.readAll().then(() => {
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
    const { id: fileId } = await desk.upload('tinut.pdf', await aPaper([[sentence, 'Un document ținut de altcineva.']]))
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    const clerk = await record.pool.connect()
    await clerk.query('begin')
    await clerk.query("select 1 from avizier.revisions where noun = 'acts' and id = $1 for update", [String(act.id)])
    const reading = desk.readAll()
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
    const { id: fileId, sha256 } = await desk.upload('desen.pdf', blank)
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: fileId }) as never })
    await desk.readAll()
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'empty', code: 'nothing-readable' })
    await readAgain(record.pool, sha256)
    await desk.readAll()
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
    const { sha256 } = await desk.upload('inca-necitit.pdf', await aPaper([['Încă nu a fost citită de nimeni.']]))
    expect((await get(sha256, {})).status).toBe(401)
    expect((await get('x')).status).toBe(400)
    expect((await get('0'.repeat(64))).status).toBe(404)
    expect((await get(sha256)).status).toBe(404)
    await desk.readAll()
    expect((await get(sha256)).status).toBe(200)
  })

  it('gives the pages with personal numbers masked, while the clerk is warned of them', async () => {
    const { sha256 } = await desk.upload(
      'cnp.pdf',
      await aPaper([[sentence], ['Domnul Ion Popescu, CNP 1800101350018, domiciliat în Săcălaz.']]),
    )
    await desk.readAll()
    const reading = Reading.parse(await (await get(sha256)).json())
    expect(reading).toMatchObject({ sha256, method: 'text', engine: expect.stringContaining('unpdf') })
    expect(reading.pages.map(({ number }) => number)).toEqual([1, 2])
    expect(reading.pages[1]?.text).toBe('Domnul Ion Popescu, CNP 1***********8, domiciliat în Săcălaz.')
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ personalDataPages: [2] })
  })
})

describe('an old row of the change log', () => {
  it('still parses, as a file without a reading', () => {
    const old = { sha256: 'a'.repeat(64), name: 'a.pdf', label: 'A', mimeType: 'application/pdf', bytes: 1, pages: 1 }
    expect(PublicFile.parse(old).reading).toBeNull()
  })
})
