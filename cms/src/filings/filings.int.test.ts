import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { SubmissionReceipt } from './contract.ts'
import { filingMessages } from './filings.ro.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
})
const rows = async (statement: string, ...values: unknown[]) => (await record.pool.query(statement, values)).rows
const entryOf = async ({ numar }: { numar: number }) =>
  (await rows('select * from record.registry where number = $1', numar))[0]
const countAll = async () =>
  (
    await rows(`select (select count(*)::int from record.registry) entries, (select count(*)::int from record.filings) filings,
      (select count(*)::int from avizier.registry_events) events, (select count(*)::int from avizier.outbox) mails,
      (select coalesce(sum(last_number), 0)::int from avizier.registry_counters) last`)
  )[0]

describe('a filing', () => {
  it('gets its number, its code and its term, and everything about it is stored at once', async () => {
    const before = await countAll()
    const { status, body } = await file(record, aFiling())
    expect(status).toBe(201)
    expect(SubmissionReceipt.parse(body)).toMatchObject({ provizoriu: false })
    expect(body.cod).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    expect(body.termen?.explicatie).toContain('OG nr. 27/2002, art. 8 alin. (1)')
    const after = await countAll()
    for (const what of ['entries', 'filings', 'events', 'mails', 'last']) expect(after[what]).toBe(before[what] + 1)
    expect(await entryOf(body)).toMatchObject({
      direction: 'incoming',
      channel: 'site',
      kind: 'petition',
      state: 'registered',
      subject: 'Petiție: Iluminatul pe strada Morii',
      correspondent_name: 'Ana Pop',
      correspondent_email: 'ana.pop@example.com',
      term: 'petition.answer',
    })
    const [line] = await rows(
      "select actor_name, title from record.audit where noun = 'registry' order by id desc limit 1",
    )
    expect(line).toEqual({ actor_name: 'Site', title: `${body.numar}/${body.data.split('-').reverse().join('.')}` })
  })

  it('sent again is answered the same, and stored once', async () => {
    const filing = aFiling()
    const first = await file(record, filing)
    const before = await countAll()
    const shuffled = { ...filing, answers: Object.fromEntries(Object.entries(filing.answers).reverse()) }
    expect(await file(record, filing)).toEqual(first)
    expect(await file(record, shuffled)).toEqual(first)
    expect(await countAll()).toEqual(before)
  })

  it('clicked twenty times at once is one', async () => {
    const filing = aFiling()
    const before = await countAll()
    const answers = await Promise.all(Array.from({ length: 20 }, () => file(record, filing)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.numar} ${body.cod}`)).size).toBe(1)
    expect((await countAll()).entries).toBe(before.entries + 1)
    expect((await countAll()).last).toBe(before.last + 1)
  })

  it('with the key of another is refused', async () => {
    const filing = aFiling()
    await file(record, filing)
    const before = await countAll()
    const forged = await file(record, { ...filing, answers: { ...filing.answers, descriere: 'Altceva.' } })
    expect(forged).toMatchObject({ status: 409, body: { erori: [{ mesaj: filingMessages['key-reused'] }] } })
    expect(await countAll()).toEqual(before)
  })

  it('goes to the department of its form, and keeps the version it was given', async () => {
    const urbanism = await record.payload.create({
      collection: 'departments',
      data: { name: 'Urbanism', code: 'urbanism' },
      overrideAccess: true,
    })
    const { body } = await file(record, aFiling({ form: 'certificat-urbanism', version: 7 }))
    expect(await entryOf(body)).toMatchObject({ department_id: urbanism.id, kind: 'planningCertificate' })
    expect(await rows('select form, form_version::int from record.filings order by id desc limit 1')).toEqual([
      { form: 'certificat-urbanism', form_version: 7 },
    ])
  })

  it('writes its own words in one line, whatever was typed', async () => {
    const answers = { nume: ' Ion\r\nBcc: x@y.ro ', email: '', telefon: '0256 000 100' }
    const { body } = await file(record, aFiling({ answers: { ...answers, obiect: 'a\u2028b\tc' } }))
    expect(await entryOf(body)).toMatchObject({
      correspondent_name: 'Ion Bcc: x@y.ro',
      correspondent_email: null,
      subject: 'Petiție: a b c',
    })
  })

  it('with a NUL or half a character in it is kept without them', async () => {
    const { status, body } = await file(record, aFiling({ answers: { descriere: 'a\u0000b\ud800c' } }))
    expect(status).toBe(201)
    const [{ answers }] = await rows(
      'select answers from record.filings f join record.registry r on r.id = f.entry_id where r.number = $1',
      body.numar,
    )
    expect(answers.descriere).toBe('ab\ufffdc')
  })

  it('that looks as if a machine had made it is taken all the same, with a word for the clerk', async () => {
    const { status, body } = await file(record, aFiling({ review: ['too-fast', 'bait-taken'] }))
    expect(status).toBe(201)
    expect(await entryOf(body)).toMatchObject({ review: 'waiting', review_reasons: ['too-fast', 'bait-taken'] })
  })

  it('is judged by the version that was filled in, whatever was published since', async () => {
    const [{ definition }] = await rows("select definition from avizier.form_versions where slug = 'petitie'")
    definition.version = 3
    definition.steps[0].fields[0].maxLength = 3
    await rows(
      "insert into avizier.form_versions (slug, version, form_id, definition) values ('petitie', 3, 'petitie', $1)",
      JSON.stringify(definition),
    )
    expect((await file(record, aFiling({ version: 1 }))).status).toBe(201)
    expect((await file(record, aFiling({ version: 3 }))).status).toBe(422)
  })

  it('never enters the public change log', async () => {
    await file(record, aFiling())
    expect(await rows("select 1 from avizier.changes where record::text like '%Ana Pop%'")).toEqual([])
  })
})

describe('a filing is refused, and nothing of it is stored,', () => {
  const without = (field: string) => aFiling({ answers: { [field]: undefined } })
  it.each([
    ['without a name', without('nume'), 422, 'nume', 'Scrieți numele și prenumele.'],
    [
      'without a way to answer',
      without('email'),
      422,
      'email',
      'Scrieți o adresă de e-mail sau un telefon, ca să vă putem răspunde.',
    ],
    ['without an object', without('obiect'), 422, 'obiect', 'Scrieți obiectul.'],
    [
      'with an address that would write a mail header',
      aFiling({ answers: { email: 'ion@x.ro\r\nBcc: a@b.ro' } }),
      422,
      'email',
      'Scrieți adresa de e-mail întreagă, de exemplu ana.pop@posta.ro.',
    ],
    ['with a version that never was', aFiling({ version: 2 }), 404, '', filingMessages['form-unknown']],
    ['with a form that never was', aFiling({ form: 'nimic' }), 404, '', filingMessages['form-unknown']],
    ['with a key too short', aFiling({ key: 'abc' }), 422, 'key', filingMessages['request-malformed']],
    ['with a version that is none', aFiling({ version: 0 }), 422, 'version', filingMessages['request-malformed']],
    [
      'with a file that never came',
      aFiling({ files: [{ name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 3, mimeType: 'application/pdf' }] }),
      422,
      'fisiere',
      filingMessages['file-missing'],
    ],
  ])('%s', async (_, filing, status, field, message) => {
    const before = await countAll()
    expect(await file(record, filing)).toEqual({ status, body: { erori: [{ camp: field, mesaj: message }] } })
    expect(await countAll()).toEqual(before)
  })

  it('without the token of the site', async () => {
    expect((await record.rest('POST', '/filings', { body: aFiling() })).status).toBe(401)
    const { token } = await record.signIn('registrar')
    expect((await record.rest('POST', '/filings', { body: aFiling(), token })).status).toBe(401)
  })
})

describe('the bytes of a filing', () => {
  it('are on the disk under their fingerprint before the filing names them', async () => {
    const bytes = Buffer.from('o dovadă')
    const put = await putBytes(record, 'dovada.pdf', bytes)
    expect(put.status).toBe(204)
    expect((await putBytes(record, 'dovada.pdf', bytes)).status).toBe(204)
    const fisiere = [{ id: 'dovada', name: 'dovada.pdf', bytes: bytes.length, sha256: put.file.sha256 }]
    const { status, body } = await file(record, aFiling({ answers: { fisiere }, files: [put.file] }))
    expect(status).toBe(201)
    expect((await entryOf(body)).files).toEqual([put.file])
    const folder = path.join(process.env['DATA_DIR'] ?? '', 'filed', put.file.sha256.slice(0, 2))
    expect(readFileSync(path.join(folder, put.file.sha256))).toEqual(bytes)
  })

  it('are refused under another fingerprint, and leave nothing behind', async () => {
    const sha256 = createHash('sha256').update('altceva').digest('hex')
    const response = await record.request(
      new Request(`http://localhost:3000/api/filings/files/${sha256}`, {
        method: 'PUT',
        headers: { authorization: 'Bearer test-token-test-token-test-token-test' },
        body: 'ceva',
      }),
    )
    expect(response.status).toBe(422)
    const names = readdirSync(path.join(process.env['DATA_DIR'] ?? '', 'filed'), { recursive: true }).map(String)
    expect(names.filter((name) => name.includes(sha256) || name.startsWith('.'))).toEqual([])
  })

  it('of the wrong size are not those', async () => {
    const { file: named } = await putBytes(record, 'x.pdf', Buffer.from('12345'))
    const fisiere = [{ id: 'x', ...named }]
    expect((await file(record, aFiling({ answers: { fisiere }, files: [{ ...named, bytes: 4 }] }))).status).toBe(422)
  })
})
