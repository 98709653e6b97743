import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, aReport, aReporting, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

const record = new RecordStandIn()
let server: Server
let origin = ''

beforeAll(async () => {
  await record.open()
  const town = await openTown()
  const log = new ChangeLog()
  log.upsert(anInstitution())
  log.upsert(aReporting())
  const done = { state: 'done', doneAt: '2025-04-06T09:00:00.000Z', daysToFix: 5, answerUntil: '2025-04-20' } as const
  log.upsert(aReport({ id: '1', ...done }))
  await town.take(log.changes)
  server = await listening(town.folder, { recordAt: record.url })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  server.close()
  await record.close()
})
beforeEach(() => {
  record.mood = 'well'
  record.refuses = null
  record.nearby = []
})

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(new URL(address, origin), { redirect: 'manual', headers })
const post = (address: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL(address, origin), {
    method: 'POST',
    body,
    headers: { accept: 'text/html', ...headers },
    redirect: 'manual',
  })
const send = (address: string, fields: Record<string, string>, headers = {}) =>
  post(address, new URLSearchParams(fields), headers)
const location = (response: Response) => response.headers.get('location') ?? ''
const tokenIn = (page: string) => /name="jeton" value="([^"]+)"/.exec(page)?.[1] ?? ''
const freshToken = async () => tokenIn(await (await get('/sesizari/noua/')).text())
const groapa = { categorie: 'gropi', descriere: 'Groapă adâncă.', sat: 'Probă', loc: 'Strada Morii nr. 3' }
const aPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const formWith = (fields: Record<string, string>, ...files: [string, Buffer][]) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('poze', new Blob([new Uint8Array(bytes)]), name)
  return form
}
const reported = () => record.reported.at(-1)

describe('a report without a script', () => {
  it('goes from the form, with its photo, to its number and code', async () => {
    const page = await get('/sesizari/noua/')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const jeton = tokenIn(await page.text())
    const sent = await post('/sesizari/noua/', formWith({ ...groapa, jeton, website: '' }, ['poza.png', aPng]))
    expect(sent.status).toBe(303)
    expect(location(sent)).toBe(`/sesizari/trimisa/${jeton}/`)
    const confirmation = await (await get(location(sent))).text()
    expect(confirmation).toContain('Sesizarea 2025-0001')
    expect(confirmation).toContain('K7M4P-29QPX')
    expect(reported()).toMatchObject({
      category: 'gropi',
      description: 'Groapă adâncă.',
      place: { point: null, village: 'Probă', words: 'Strada Morii nr. 3' },
      reporter: { name: null, email: null, phone: null },
      media: [{ name: 'poza.png', mimeType: 'image/png' }],
      source: 'site',
    })
    expect(record.bytes.get(reported()?.media[0]?.sha256 ?? '')).toEqual(aPng)
    // Sent again, or gone back to: it is the one that was sent.
    expect(location(await send('/sesizari/noua/', { ...groapa, jeton }))).toBe(location(sent))
    expect(location(await get(`/sesizari/noua/${jeton}/`))).toBe(location(sent))
    expect(record.reported).toHaveLength(1)
  })

  it('says what is wrong beside the field and above, and keeps what was typed and the photo', async () => {
    const jeton = await freshToken()
    const wrong = await post(
      '/sesizari/noua/',
      formWith({ jeton, descriere: 'Ceva', email: 'ana@', raspuns: 'da' }, ['p.png', aPng]),
    )
    expect(location(wrong)).toBe(`/sesizari/noua/${jeton}/`)
    const page = await (await get(location(wrong))).text()
    expect(page).toContain('<title>Eroare: Semnalează o problemă')
    for (const href of ['#camp-sat', '#camp-categorie', '#camp-email', '#camp-nume'])
      expect(page).toContain(`href="${href}"`)
    expect(page).toContain('aria-describedby="camp-email-eroare" aria-invalid="true"')
    for (const kept of ['value="ana@"', '>Ceva</textarea>', '<b>p.png</b>']) expect(page).toContain(kept)
    const sent = await send('/sesizari/noua/', {
      ...groapa,
      jeton,
      nume: 'Ana Pop',
      email: 'ana@posta.example',
      raspuns: 'da',
    })
    expect(location(sent)).toBe(`/sesizari/trimisa/${jeton}/`)
    expect(reported()).toMatchObject({
      reporter: { name: 'Ana Pop', email: 'ana@posta.example' },
      wantsAnswer: true,
      media: [{ name: 'p.png' }],
    })
  })

  it('loses a photo only when it is taken out, and everything when it is begun anew', async () => {
    const jeton = await freshToken()
    const draft = location(await post('/sesizari/noua/', formWith({ jeton, descriere: 'Ceva' }, ['a.png', aPng])))
    const id = /value="scoate:([^"]+)"/.exec(await (await get(draft)).text())?.[1]
    expect(location(await send('/sesizari/noua/', { jeton, descriere: 'Ceva', actiune: `scoate:${id}` }))).toBe(draft)
    const page = await (await get(draft)).text()
    expect(page).toContain('>Ceva</textarea>')
    expect(page).not.toContain('a.png')
    expect(location(await send('/sesizari/noua/', { jeton, actiune: 'sterge' }))).toBe('/sesizari/noua/')
    expect(await (await get(draft)).text()).not.toContain('Ceva')
  })

  it('takes a photo for words, and a point for a village', async () => {
    const jeton = await freshToken()
    await post(
      '/sesizari/noua/',
      formWith({ jeton, categorie: 'gropi', lat: '45.7600004', lng: '21.1100049' }, ['a.png', aPng]),
    )
    expect(reported()).toMatchObject({
      description: 'Gropi în drum. Vedeți fotografia.',
      place: { point: { lat: 45.76, lng: 21.11 }, village: null, words: null },
    })
  })

  it.each([
    ['a drawing', 'desen.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a program in a picture', 'poza.gif', Buffer.from('GIF89a<?php system($_GET[0]); ?>')],
    ['a text that calls itself a photo', 'poza.jpg', Buffer.from('nu este o poza')],
  ])('refuses %s in a sentence, and keeps the words', async (_, name, bytes) => {
    const jeton = await freshToken()
    const wrong = await post('/sesizari/noua/', formWith({ ...groapa, jeton }, [name, bytes]))
    const page = await (await get(location(wrong))).text()
    expect(page).toContain('Se primesc fotografii')
    expect(page).toContain('>Groapă adâncă.</textarea>')
  })

  it('keeps ten of thirty photos from going further, and says so', async () => {
    const jeton = await freshToken()
    const thirty = Array.from({ length: 30 }, (_, index): [string, Buffer] => [
      `${index}.png`,
      Buffer.concat([aPng, Buffer.from([index])]),
    ])
    const wrong = await post('/sesizari/noua/', formWith({ ...groapa, jeton }, ...thirty))
    expect(await (await get(location(wrong))).text()).toContain('cel mult 10 fotografii')
  })

  it('says nothing of an empty file, which a browser sends for none', async () => {
    const jeton = await freshToken()
    expect(location(await post('/sesizari/noua/', formWith({ ...groapa, jeton }, ['', Buffer.alloc(0)])))).toContain(
      '/trimisa/',
    )
  })

  it('marks for a person what looks like a machine, and refuses none of it', async () => {
    await send('/sesizari/noua/', groapa)
    expect(reported()?.review).toContain('no-token')
    await send('/sesizari/noua/', { ...groapa, jeton: await freshToken(), website: 'x' })
    expect(reported()?.review).toEqual(expect.arrayContaining(['too-fast', 'bait-taken']))
    for (let index = 0; index < 10; index++) await send('/sesizari/noua/', { ...groapa, jeton: await freshToken() })
    expect(reported()?.review).toContain('one-of-many')
  })

  it('is not taken from another site', async () => {
    const response = await send('/sesizari/noua/', groapa, { 'sec-fetch-site': 'cross-site' })
    expect(response.status).toBe(403)
  })

  it('may ask the phone for its place on this page alone', async () => {
    const rights = async (address: string) => (await get(address)).headers.get('permissions-policy')
    expect(await rights('/sesizari/noua/')).toContain('geolocation=(self)')
    expect(await rights('/sesizari/')).toContain('geolocation=()')
  })
})

describe('a report with a script', () => {
  it('is answered in JSON: where it went, or what is wrong', async () => {
    const json = { accept: 'application/json' }
    const jeton = await freshToken()
    const wrong = await send('/sesizari/noua/', { jeton, categorie: 'gropi' }, json)
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { adresa: `/sesizari/noua/${jeton}/` }])
    const right = await send('/sesizari/noua/', { ...groapa, jeton }, json)
    expect([right.status, await right.json()]).toEqual([201, { adresa: `/sesizari/trimisa/${jeton}/` }])
  })

  it('sends its photos first, over a connection that may break', async () => {
    const { jeton, fisiere } = (await (await post('/api/sesizari/jeton', '')).json()) as Record<string, string>
    const metadata = `filename ${Buffer.from('strada.png').toString('base64')},camp ${Buffer.from('poze').toString('base64')}`
    const tus = { 'tus-resumable': '1.0.0' }
    const begun = await post(fisiere ?? '', '', {
      ...tus,
      'upload-length': String(aPng.length),
      'upload-metadata': metadata,
    })
    expect(begun.status).toBe(201)
    const upload = location(begun)
    const piece = (from: number, to: number) =>
      fetch(new URL(upload, origin), {
        method: 'PATCH',
        headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(aPng.subarray(from, to)),
      })
    expect((await piece(0, 20)).status).toBe(204)
    const head = await fetch(new URL(upload, origin), { method: 'HEAD', headers: tus })
    expect(head.headers.get('upload-offset')).toBe('20')
    expect((await piece(20, aPng.length)).status).toBe(204)
    await send('/sesizari/noua/', { ...groapa, jeton: jeton ?? '' })
    expect(record.bytes.get(reported()?.media[0]?.sha256 ?? '')).toEqual(aPng)
  })

  it('is shown what is nearby, and goes on where the record does not say', async () => {
    record.nearby = [
      { numar: '2025-0001', titlu: 'Groapă', stare: 'routed', stadiu: 'Repartizată', data: '2025-04-01', metri: 12 },
    ]
    const question = '/api/sesizari/aproape?lat=45.76&lng=21.11&categorie=gropi'
    expect(await (await get(question)).json()).toMatchObject({
      sesizari: [{ adresa: '/sesizari/2025-0001/', metri: 12 }],
    })
    record.mood = 'ill'
    expect(await (await get(question)).json()).toEqual({ sesizari: [] })
    for (const wrong of ['', '?lat=95&lng=21&categorie=gropi', '?lat=&lng=&categorie=gropi'])
      expect((await get(`/api/sesizari/aproape${wrong}`)).status).toBe(422)
  })
})

describe('a program', () => {
  const json = (body: object) => post('/api/sesizari', JSON.stringify(body), { 'content-type': 'application/json' })
  it('reports under a key of its own, once', async () => {
    const first = await json({ key: 'program 1', ...groapa })
    expect(first.status).toBe(201)
    const answer = (await first.json()) as { numar: string }
    expect(answer).toMatchObject({ cod: 'K7M4P29QPX', provizoriu: false, adresa: `/sesizari/${answer.numar}/` })
    expect(await (await json({ key: 'program 1', ...groapa })).json()).toEqual(answer)
    expect((await json({ key: 'program 1', ...groapa, descriere: 'Altceva.' })).status).toBe(409)
    expect(await (await json({ key: 'program 2', categorie: 'nu' })).json()).toMatchObject({
      erori: [{ camp: 'sat' }, { camp: 'categorie' }, { camp: 'descriere' }],
    })
    expect((await json({ ...groapa })).status).toBe(422)
  })
})

describe('while the record is away', () => {
  it.each(['ill', 'silent'] as const)('(%s) a report is kept, named and registered later, once', async (mood) => {
    record.mood = mood
    const jeton = await freshToken()
    const done = location(await post('/sesizari/noua/', formWith({ ...groapa, jeton }, ['a.png', aPng])))
    const page = await (await get(done)).text()
    expect(page).toContain('Sesizarea este la noi')
    expect(page).toMatch(/P-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    const health = (await (await get('/api/health')).json()) as { parts: { reports: object } }
    expect(health.parts.reports).toEqual({ waiting: 1, setAside: 0 })
    const before = record.reported.length
    record.mood = 'well'
    await expect.poll(async () => (await get(done)).text(), { timeout: 20_000 }).toContain('K7M4P-29QPX')
    expect(record.reported).toHaveLength(before + 1)
    expect(record.bytes.get(reported()?.media[0]?.sha256 ?? '')).toEqual(aPng)
  })

  it('pages that ask it say so', async () => {
    record.mood = 'ill'
    expect((await send('/sesizari/2025-0001/raspuns/', { raspuns: 'confirmed', cod: 'K7M4P29QPX' })).status).toBe(503)
    expect((await send('/sesizari/2025-0001/urmaresc/', { email: 'ana@posta.example' })).status).toBe(503)
  })
})

describe('who follows a report', () => {
  const follow = '/sesizari/2025-0001/urmaresc/'
  it('asks with an address, and is told of the letter', async () => {
    const asked = await send(follow, { email: 'ana@posta.example', website: '' })
    expect(await asked.text()).toContain('ana@posta.example')
    expect(record.told.at(-1)).toMatchObject({
      about: 'follow',
      body: { numar: '2025-0001', email: 'ana@posta.example' },
    })
    const wrong = await send(follow, { email: 'ana@' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('value="ana@"')])
  })

  it('is not followed by a program that fills in what cannot be seen', async () => {
    const before = record.told.length
    expect((await send(follow, { email: 'a@b.example', website: 'x' })).status).toBe(200)
    expect(record.told).toHaveLength(before)
  })

  it.each([
    ['confirms', 'urmaresc', 'follow/confirm', 'Urmăriți sesizarea'],
    ['ends', 'nu-mai-urmaresc', 'follow/end', 'Nu mai urmăriți sesizarea'],
  ])('%s by the link of a letter and a button, for mail programs open links', async (_, name, about, title) => {
    const link = `/sesizari/2025-0001/${name}/?jeton=bun`
    const before = record.told.length
    expect(await (await get(link)).text()).toContain(`action="${link}"`)
    expect(record.told).toHaveLength(before)
    expect(await (await post(link, '')).text()).toContain(title)
    expect(record.told.at(-1)).toEqual({ about, body: { jeton: 'bun' } })
    expect((await post(link.replace('bun', 'rau'), '')).status).toBe(404)
  })
})

describe('the reporter', () => {
  const answer = '/sesizari/2025-0001/raspuns/'
  it('reopens with the code and a reason', async () => {
    expect(await (await get(answer)).text()).toContain('name="cod"')
    const missing = await send(answer, { raspuns: 'reopened', cod: 'K7M4P29QPX', motiv: '' })
    expect([missing.status, await missing.text()]).toEqual([
      422,
      expect.stringContaining('Scrieți în câteva cuvinte ce nu este rezolvat.'),
    ])
    const taken = await send(answer, { raspuns: 'reopened', cod: 'K7M4P29QPX', motiv: 'Groapa este tot acolo.' })
    expect(await taken.text()).toContain('Am redeschis sesizarea')
    expect(record.told.at(-1)).toMatchObject({
      about: 'answer',
      body: { raspuns: 'reopened', motiv: 'Groapa este tot acolo.' },
    })
  })

  it('confirms by the link of the letter, without a code', async () => {
    const page = await (await get(`${answer}?jeton=bun`)).text()
    expect(page).toContain('name="jeton" value="bun"')
    expect(page).not.toContain('name="cod"')
    expect(await (await send(answer, { raspuns: 'confirmed', jeton: 'bun' })).text()).toContain('am închis sesizarea')
  })

  it('is told the same for every wrong code', async () => {
    const wrong = await send(answer, { raspuns: 'confirmed', cod: 'AAAAAAAAAA' })
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Nu am găsit sesizarea cu numărul și codul acesta.'),
    ])
  })

  it('finds nothing at a report that is not public', async () => {
    expect((await get('/sesizari/2025-9999/raspuns/')).status).toBe(404)
  })
})
