import { beforeAll, describe, expect, it } from 'vitest'
import { aPaper, aScan } from '../../test/papers.ts'
import { openReadingDesk, type ReadingDesk } from '../../test/reading-desk.ts'
import { anAct, openTestRecord, type TestRecord } from '../../test/record.ts'
import * as readings from '../migrations/20261125_090000_readings.ts'
import { readOlderAgain } from './reading-queue.ts'
import { readingStatus } from './reading-status.ts'
import type { Engine } from './recognition-engine.ts'

let record: TestRecord
let desk: ReadingDesk
beforeAll(async () => {
  record = await openTestRecord()
  desk = await openReadingDesk(record)
})

const sentence = 'Se aprobă Regulamentul serviciului de salubrizare al comunei Săcălaz, județul Timiș.'

describe('an uploaded PDF', () => {
  it('is in line as soon as it is stored, and not when its upload is rolled back', async () => {
    const { sha256 } = await desk.upload('regulament.pdf', await aPaper([[sentence, 'O rând.']]))
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting', served: null })
    const before = (await record.pool.query('select count(*) from avizier.readings')).rows[0].count
    await desk.upload('gol.pdf', Buffer.alloc(0)).catch(() => undefined)
    expect((await record.pool.query('select count(*) from avizier.readings')).rows[0].count).toBe(before)
  })

  it('is read with its own letters, page by page, spelled with a comma', async () => {
    const { sha256 } = await desk.upload(
      'doua-pagini.pdf',
      await aPaper([[sentence.replaceAll('ș', 'ş')], ['Anexa nr. 1 la regulament: lista străzilor.']]),
    )
    await desk.readAll()
    expect(await readingStatus(record.pool, sha256)).toEqual({
      state: 'done',
      code: null,
      pages: 2,
      pagesDone: 2,
      served: { pages: 2, method: 'text', engine: expect.stringMatching(/^unpdf \d/), confidence: null },
      unreadPages: [],
      personalDataPages: [],
    })
    const pages = await desk.pagesOf(sha256)
    expect(pages.map(({ text }) => text)).toEqual([sentence, 'Anexa nr. 1 la regulament: lista străzilor.'])
  })

  it('is read once however often it is uploaded, and forgotten with its last copy', async () => {
    const data = await aPaper([['De două ori aceeași hârtie, cu același conținut.']])
    const first = await desk.upload('o-data.pdf', data)
    const second = await desk.upload('inca-o-data.pdf', data)
    expect(first.sha256).toBe(second.sha256)
    await desk.readAll()
    await record.payload.delete({ collection: 'files', id: first.id })
    expect(await readingStatus(record.pool, first.sha256)).not.toBeNull()
    await record.payload.delete({ collection: 'files', id: second.id })
    expect(await readingStatus(record.pool, first.sha256)).toBeNull()
    expect(
      (await record.pool.query('select 1 from avizier.reading_pages where sha256 = $1', [first.sha256])).rowCount,
    ).toBe(0)
  })

  it('of words in a spreadsheet is not read', async () => {
    const { sha256 } = await desk.upload('lista.csv', Buffer.from('strada;numar\nMorii;1\n'), 'text/csv')
    expect(await readingStatus(record.pool, sha256)).toBeNull()
  })
})

describe('a scan', () => {
  it('is recognised with its diacritics, and says how sure it is', async () => {
    const { sha256 } = await desk.upload(
      'scan.pdf',
      await aScan([[sentence, 'Contrasemnează pentru legalitate: secretarul general.']]),
    )
    await desk.readAll()
    const status = await readingStatus(record.pool, sha256)
    expect(status).toMatchObject({
      state: 'done',
      served: { method: 'recognised', engine: `${desk.engine.name} ${desk.engine.version}` },
    })
    expect(status?.served?.confidence).toBeGreaterThan(80)
    const [page] = await desk.pagesOf(sha256)
    expect(page?.text).toContain(sentence)
  })
})

describe('a reading that is asked for again', () => {
  it('is open to staff who may upload, and to nobody else', async () => {
    const { id } = await desk.upload('din-nou.pdf', await aPaper([['O hârtie care se citește de două ori.']]))
    await desk.readAll()
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
    const { id, sha256 } = await desk.upload(
      'vechi.pdf',
      await aScan([[sentence], ['A doua pagină a hârtiei vechi, și ea scanată.']]),
    )
    await desk.readAll()
    const act = await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: id }) as never })
    const better: Engine = { ...desk.engine, version: '99.1' }
    expect(await readOlderAgain(record.pool, desk.engine)).toBe(0)
    expect(await readOlderAgain(record.pool, better)).toBeGreaterThan(0)

    await desk.turn({ turnSeconds: 0.01 }, better)
    await desk.turn({ turnSeconds: 0.01 }, better)
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting', served: { pages: 2 } })
    expect(await desk.pagesOf(sha256)).toHaveLength(2)
    await desk.readAll({}, better)
    expect(await readingStatus(record.pool, sha256)).toMatchObject({
      state: 'done',
      served: { pages: 2, engine: `${desk.engine.name} 99.1` },
    })
    expect(await readOlderAgain(record.pool, better)).toBe(0)
    expect(
      (await record.pool.query('select distinct edition from avizier.reading_pages where sha256 = $1', [sha256])).rows,
    ).toEqual([{ edition: 2 }])
    const { rows } = await record.pool.query('select revision from avizier.changes where id = $1 order by 1', [
      String(act.id),
    ])
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2])
  })
})

describe('the line', () => {
  it('gives what a clerk uploads its turn before what an import brought', async () => {
    const imported = await desk.upload('importat.pdf', await aPaper([[sentence, 'Adus de un import.']]))
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
    await desk.turn()
    expect(await readingStatus(record.pool, String(uploaded['sha256']))).toMatchObject({ state: 'done' })
    expect(await readingStatus(record.pool, imported.sha256)).toMatchObject({ state: 'waiting' })
    await desk.readAll()
  })

  it('lets a short file pass a long one', async () => {
    const long = await desk.upload('lung.pdf', await aScan([[sentence], [sentence], [sentence], [sentence]]))
    const short = await desk.upload('scurt.pdf', await aPaper([[sentence, 'Un fișier scurt, venit mai târziu.']]))
    await desk.turn({ turnSeconds: 0.1 })
    await desk.turn()
    expect(await readingStatus(record.pool, short.sha256)).toMatchObject({ state: 'done' })
    expect(await readingStatus(record.pool, long.sha256)).toMatchObject({ state: 'waiting' })
    await desk.readAll()
    expect(await readingStatus(record.pool, long.sha256)).toMatchObject({ state: 'done', pagesDone: 4 })
  })

  it('takes in the files that were there before readings were', async () => {
    const { sha256 } = await desk.upload(
      'dinainte.pdf',
      await aPaper([[sentence, 'Un fișier mai vechi decât citirea.']]),
    )
    const db = (record.payload.db as unknown as { drizzle: never }).drizzle
    await readings.down({ db } as never)
    await readings.up({ db } as never)
    expect(await readingStatus(record.pool, sha256)).toMatchObject({ state: 'waiting' })
  })
})
