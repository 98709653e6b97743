import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { dayOf } from '../publishing/calendar.ts'
import { groupedCode } from './access-code.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
const today = dayOf(new Date())
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
  await record.payload.updateGlobal({
    slug: 'institution',
    data: { name: 'Comuna Săcălaz', townHallName: 'Primăria Săcălaz', councilName: 'Consiliul', county: 'Timiș' },
    overrideAccess: true,
  })
})
const textOf = async (response: Response) => {
  const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
  return { text: (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/g, ' '), pages: pdf.numPages }
}
const get = (who: keyof typeof hall.people, address: string) =>
  record.rest('GET', `/registry${address}`, { token: hall.people[who].token })

describe('the receipt', () => {
  it('names the number, the code, the term and every file with its fingerprint', async () => {
    const { file: scan } = await putBytes(record, 'țarină și șanț.pdf', Buffer.from('o schiță'))
    const { body } = await file(record, aFiling({ answers: { fisiere: [{ id: 'schita', ...scan }] }, files: [scan] }))
    const response = await record.rest('POST', '/filings/receipt', {
      headers: { authorization: `Bearer ${changesToken}` },
      body: { numar: body.numar, cod: body.cod, adresa: 'a citizen' },
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const { text, pages } = await textOf(response)
    expect(pages).toBe(1)
    for (const part of [
      'JUDEȚUL TIMIȘ',
      'Primăria Săcălaz',
      `${body.numar}/${today.split('-').reverse().join('.')}`,
      groupedCode(body.cod),
      'OG nr. 27/2002',
      'țarină și șanț.pdf',
      scan.sha256.slice(0, 8),
      scan.sha256.slice(-8),
    ])
      expect(text).toContain(part)
  })

  it('is given to nobody with a wrong code, and only to staff who may read the entry', async () => {
    const { body } = await hall.register('registrar', { departmentCode: 'impozite' })
    const wrong = await record.rest('POST', '/filings/receipt', {
      headers: { authorization: `Bearer ${changesToken}` },
      body: { numar: body.numar, cod: 'AAAAAAAAAA', adresa: 'a citizen' },
    })
    expect(wrong.status).toBe(404)
    expect((await get('registrar', `/entries/${body.id}/receipt`)).status).toBe(200)
    expect((await get('colleague', `/entries/${body.id}/receipt`)).status).toBe(404)
    expect((await record.rest('GET', `/registry/entries/${body.id}/receipt`)).status).toBe(403)
  })
})

describe('the general register', () => {
  const book = (format: string) => `/book?deLa=${today}&panaLa=${today}&format=${format}`

  it('is a CSV that Excel reads, and that runs nothing', async () => {
    const { body } = await hall.register('registrar', {
      correspondentName: '=HYPERLINK("http://x")',
      subject: 'Șanț; „țarc”',
    })
    const bytes = new Uint8Array(await (await get('registrar', book('csv'))).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]?.split(';')).toHaveLength(13)
    const line = lines.find((text) => text.startsWith(`${body.numar};`))
    expect(line).toContain('"\'=HYPERLINK(""http://x"")"')
    expect(line).toContain('"Șanț; „țarc”"')
  })

  it('is a PDF with its head on every page, voided and reserved numbers in their place', async () => {
    for (let count = 0; count < 60; count++)
      await hall.register('registrar', { subject: `Documentul cu numărul ${count} din șir` })
    const { body } = await hall.register('registrar')
    await hall.step('secretary', body.id, 'requestVoid', { reason: 'Înregistrat de două ori' })
    await hall.step('mayor', body.id, 'confirmVoid')
    const { text, pages } = await textOf(await get('mayor', book('pdf')))
    expect(pages).toBeGreaterThan(1)
    expect(text).toContain('ANULAT: Înregistrat de două ori')
    expect(text.match(/Indicativul dosarului/g)).toHaveLength(pages)
    expect(text).toContain(`pagina ${pages}`)
    expect(text).toContain('Documentul cu numărul 59 din șir')
  })

  it('has the lines of its interval alone', async () => {
    const csv = await (await get('registrar', '/book?deLa=2001-01-01&panaLa=2001-12-31&format=csv')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(1)
  })

  it('is refused to who does not keep it, and for an interval that is none', async () => {
    expect((await get('colleague', book('csv'))).status).toBe(403)
    expect((await get('admin', book('csv'))).status).toBe(403)
    expect((await get('registrar', '/book?deLa=2026-02-30&panaLa=2026-03-01')).status).toBe(422)
    expect((await get('registrar', '/book?deLa=2026-03-02&panaLa=2026-03-01')).status).toBe(422)
  })
})

describe('the reports', () => {
  it('are counted from the book', async () => {
    const year = today.slice(0, 4)
    const counts = async () =>
      (await (await get('secretary', `/reports/544?an=${year}`)).json()) as { total: number; withinTenDays: number }
    const before = await counts()
    const { body } = await hall.register('registrar', { kind: 'foi', departmentCode: 'urbanism' })
    expect((await counts()).total).toBe(before.total + 1)
    await hall.step('head', body.id, 'draftAnswer', { text: 'Iată.', outcome: 'favourable' })
    await hall.step('head', body.id, 'approveAnswer')
    await hall.step('head', body.id, 'dispatch', { by: 'post' })
    expect((await counts()).withinTenDays).toBe(before.withinTenDays + 1)
    const csv = await (await get('secretary', `/reports/petitions?an=${year}&format=csv`)).text()
    expect(csv).toMatch(/^\ufeff?Petiții primite;\d+/)
    expect((await get('stranger', `/reports/544?an=${year}`)).status).toBe(403)
  })
})
