import { beforeAll, describe, expect, it } from 'vitest'
import { aPhoto } from '../../test/photos.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { aReport, ask, keepCategories, putMedia, report } from '../../test/report.ts'
import { ReportReceipt, ReportStatus } from './contract.ts'
import { reportMessages } from './reports.ro.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
  await keepCategories(record.payload)
})
const rows = async (statement: string, ...values: unknown[]) => (await record.pool.query(statement, values)).rows
const rowOf = async (numar: string) => (await rows('select * from record.reports where number = $1', numar))[0]
const countAll = async () =>
  (
    await rows(`select (select count(*)::int from record.reports) reports, (select count(*)::int from avizier.report_events) events,
      (select count(*)::int from record.registry) entries, (select count(*)::int from avizier.outbox) letters,
      (select count(*)::int from avizier.changes where noun = 'reports') changes,
      (select coalesce(sum(last_number), 0)::int from avizier.report_counters) last`)
  )[0]
const named = { name: 'Ana Pop', email: 'ana.pop@example.com', phone: null }

describe('a report', () => {
  it('gets its number and its code, and waits unseen for a clerk', async () => {
    const before = await countAll()
    const { status, body } = await report(record)
    expect(status).toBe(201)
    expect(ReportReceipt.parse(body)).toMatchObject({ petitie: null, provizoriu: false })
    expect(body.numar).toMatch(/^20\d\d-\d{4}$/)
    expect(await rowOf(body.numar)).toMatchObject({ state: 'received', village: 'Săcălaz', reporter_name: null })
    const after = await countAll()
    expect(after).toEqual({
      ...before,
      reports: before.reports + 1,
      events: before.events + 1,
      last: before.last + 1,
    })
  })

  it('sent again is answered the same, and stored once', async () => {
    const submission = aReport({ reporter: named, wantsAnswer: true, wantsNews: true })
    const first = await report(record, submission)
    expect(first.status).toBe(201)
    const before = await countAll()
    expect(await report(record, submission)).toEqual(first)
    expect(await countAll()).toEqual(before)
  })

  it('tapped twenty times at once is one, in the register too', async () => {
    const submission = aReport({ reporter: named, wantsAnswer: true })
    const before = await countAll()
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(record, submission)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    const after = await countAll()
    for (const what of ['reports', 'entries', 'last', 'letters']) expect(after[what]).toBe(before[what] + 1)
  })

  it('does not wait for ever when more petitions come at once than there are connections', async () => {
    const before = await countAll()
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => report(record, aReport({ reporter: named, wantsAnswer: true }))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect((await countAll()).entries).toBe(before.entries + 40)
  })

  it('with the key of another is refused', async () => {
    const submission = aReport()
    await report(record, submission)
    const forged = await report(record, { ...submission, description: 'Altceva cu totul.' })
    expect(forged).toMatchObject({ status: 409, body: { erori: [{ mesaj: reportMessages['key-reused'] }] } })
  })

  it('numbers have no gap, also where some are sent twice and others are refused', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => {
        const submission = aReport({ category: index % 5 === 4 ? 'nu-exista' : 'gropi' })
        return Promise.all([report(record, submission), report(record, submission)])
      }),
    )
    const numbers = (await rows('select number from record.reports order by id')).map(({ number }) =>
      Number(number.split('-')[1]),
    )
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
    expect((await countAll()).last).toBe(numbers.length)
  })

  it('without a name is a service, with a name and a wish for an answer a petition with its term', async () => {
    const anonymous = await report(record, aReport({ reporter: { ...named, name: null }, wantsNews: true }))
    expect(anonymous.body.petitie).toBeNull()
    const { status, body } = await report(record, aReport({ reporter: named, wantsAnswer: true }))
    expect(status).toBe(201)
    expect(body.petitie?.termen?.explicatie).toContain('OG nr. 27/2002, art. 8 alin. (1)')
    const [entry] = await rows('select * from record.registry where number = $1', body.petitie?.numar)
    expect(entry).toMatchObject({
      kind: 'petition',
      state: 'registered',
      correspondent_name: 'Ana Pop',
      subject: `Sesizarea ${body.numar}: Groapă în drum, Strada a IV-a, Săcălaz`,
    })
    expect((await rowOf(body.numar)).entry_id).toBe(entry.id)
    // The same code opens both.
    expect((await rowOf(body.numar)).code_digest).toBe(entry.code_digest)
  })

  it('that asks for an answer without a way back is told so', async () => {
    const refused = await report(record, aReport({ reporter: { ...named, email: null }, wantsAnswer: true }))
    expect(refused).toMatchObject({
      status: 422,
      body: { erori: [{ camp: 'reporter', mesaj: reportMessages['contact-missing'] }] },
    })
  })

  it.each([
    ['a category that is not there', { category: 'nava' }, 'category'],
    ['a category that has ended', { category: 'zapada' }, 'category'],
    ['no place at all', { place: { point: null, village: 'Săcălaz', street: null, words: null } }, 'place'],
    [
      'a photo whose bytes never came',
      { media: [{ sha256: 'a'.repeat(64), name: 'x.jpg', bytes: 3, mimeType: 'image/jpeg' }] },
      'media',
    ],
  ])('with %s is refused at its field, and takes no number', async (_, given, field) => {
    const before = await countAll()
    const { status, body } = await report(record, aReport(given))
    expect(status).toBe(422)
    expect(body.erori?.map(({ camp }) => camp)).toEqual([field])
    expect(await countAll()).toEqual(before)
  })

  it('by words alone is taken', async () => {
    const place = { point: null, village: null, street: null, words: 'la troița dinspre islaz' }
    expect((await report(record, aReport({ place }))).status).toBe(201)
  })

  it('with photos has them in line to be prepared, with the same transaction', async () => {
    const { file } = await putMedia(record, 'groapa.jpg', await aPhoto())
    const { body } = await report(record, aReport({ media: [file] }))
    expect((await rowOf(body.numar)).media).toEqual([file])
    expect(await rows('select state from avizier.report_media where sha256 = $1', file.sha256)).toEqual([
      { state: 'waiting' },
    ])
  })

  it('keeps what was typed, without NUL, half characters and gaps', async () => {
    const description = 'Prima\u0000 linie.\r\n\r\n\r\n\r\nA doua \ud800linie.'
    const { body } = await report(record, aReport({ description }))
    expect((await rowOf(body.numar)).description).toBe('Prima linie.\n\nA doua \ufffdlinie.')
  })

  it('does not change afterwards, nor go away, whoever tries', async () => {
    const { body } = await report(record)
    await expect(rows(`update record.reports set description = 'alta' where number = $1`, body.numar)).rejects.toThrow()
    await expect(rows('delete from record.reports where number = $1', body.numar)).rejects.toThrow()
    await expect(rows('update avizier.report_events set kind = kind')).rejects.toThrow()
  })

  it('is asked only with the token of the site', async () => {
    for (const path of ['', '/status', '/answer', '/nearby', '/follow', '/follow/confirm', '/follow/end'])
      expect((await record.rest('POST', `/reports${path}`, { body: aReport() })).status).toBe(401)
  })
})

describe('what wants a second look', () => {
  it.each([
    ['abuse', { description: 'Sunteți niște nenorociți, reparați odată groapa.' }, 'rough-words'],
    ['a personal number', { description: 'Sunt Ion, CNP 1800101221144, și am căzut în groapă.' }, 'personal-data'],
    ['a phone in the text', { description: 'Sunați-mă la 0722 123 456 despre groapă.' }, 'personal-data'],
    ['a plate', { description: 'Mașina TM 12 ABC blochează trotuarul.' }, 'personal-data'],
    ['several links', { description: 'Vedeți http://a.example/x și http://b.example/y acum.' }, 'links'],
    ['what the site has noticed', { review: ['too-fast' as const] }, 'too-fast'],
  ])('%s holds a report, and refuses nothing', async (_, given, reason) => {
    const { status, body } = await report(record, aReport(given))
    expect(status).toBe(201)
    expect(await rowOf(body.numar)).toMatchObject({ state: 'held', review: [reason] })
  })

  it('a flood from one place is held after the first few, and none of it is lost', async () => {
    const visitor = 'v'.repeat(32)
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(record, aReport({ visitor }))))
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    const states = await Promise.all(answers.map(async ({ body }) => (await rowOf(body.numar)).state))
    expect(states.filter((state) => state === 'received')).toHaveLength(6)
    expect(states.filter((state) => state === 'held')).toHaveLength(14)
  })

  it('masks a personal number in the text that is proposed for publishing', async () => {
    const { body } = await report(record, aReport({ description: 'CNP 1800101221144, groapă.' }))
    const row = await rowOf(body.numar)
    expect(row.description).toContain('1800101221144')
    expect(row.public_description).not.toContain('1800101221144')
  })
})

describe('the status of a report', () => {
  it('is told to who has the number and the code, before anything is public', async () => {
    const { body } = await report(record)
    const question = { numar: body.numar, cod: body.cod.toLowerCase(), adresa: 'adresa-1' }
    const { status, body: told } = await ask(record, '/status', question)
    expect(status).toBe(200)
    expect(ReportStatus.parse(told)).toMatchObject({ stare: 'received', estePublica: false, raspundePanaLa: null })
  })

  it('answers every wrong pair alike, and no more after too many', async () => {
    const { body } = await report(record)
    const wrong = { numar: body.numar, cod: 'AAAAA22222', adresa: 'adresa-2' }
    const unknown = { numar: '2026-9999', cod: body.cod, adresa: 'adresa-3' }
    const first = await ask(record, '/status', wrong)
    expect(first.status).toBe(404)
    expect(await ask(record, '/status', unknown)).toEqual(first)
    for (let index = 0; index < 7; index++) await ask(record, '/status', wrong)
    expect((await ask(record, '/status', wrong)).status).toBe(429)
    expect((await ask(record, '/status', { ...wrong, adresa: 'adresa-4', cod: body.cod })).status).toBe(200)
  })
})
