import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
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
  log.upsert(aPetition())
  await town.take(log.changes)
  server = await listening(town.folder, { recordAt: record.url })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  server.close()
  await record.close()
})

const get = (address: string) => fetch(new URL(address, origin), { redirect: 'manual' })
const post = (address: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL(address, origin), { method: 'POST', body, headers, redirect: 'manual' })
const location = (response: Response) => response.headers.get('location') ?? ''
const begin = async () => location(await get('/formulare/petitie/completeaza/'))
const sentences = async (response: Response) =>
  ((await response.json()) as { erori: { mesaj: string }[] }).erori.map(({ mesaj }) => mesaj)
const whole = (jeton: string) => new URLSearchParams({ ...petition, jeton })

describe('a page of a filing', () => {
  it('that is sent ten megabytes of text says so, and keeps what it had', async () => {
    const cine = await begin()
    await post(cine, new URLSearchParams({ nume: 'Ana Pop' }))
    const response = await post(cine, new URLSearchParams({ nume: 'x'.repeat(10_000_000) }))
    expect([response.status, await sentences(response)]).toEqual([
      413,
      ['Cererea este mai lungă decât poate fi. Scurtați textele și trimiteți-o din nou.'],
    ])
    expect(await (await get(cine)).text()).toContain('value="Ana Pop"')
  })

  it('that is sent ten megabytes as one part of many asks for a shorter text', async () => {
    const ce = (await begin()).replace('/cine/', '/ce/')
    const form = new FormData()
    form.append('obiect', 'x')
    form.append('descriere', 'y'.repeat(10_000_000))
    expect(location(await post(ce, form))).toBe(ce)
    expect(await (await get(ce)).text()).toContain('Scurtați textul: cel mult 5.000 de caractere.')
  })

  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://altul.example' }],
  ])('takes nothing that comes from elsewhere (%s)', async (_, headers) => {
    const cine = await begin()
    const response = await post(cine, new URLSearchParams({ nume: 'Altcineva' }), headers)
    expect([response.status, (await sentences(response))[0]]).toEqual([403, expect.stringContaining('alt site')])
    expect(await (await get(cine)).text()).not.toContain('Altcineva')
  })
})

describe('the last button', () => {
  it('pressed twenty times at once files once, and leads everybody to one confirmation', async () => {
    const jeton = (await begin()).split('/')[4] ?? ''
    const before = record.filed.length
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('/api/formulare/petitie', whole(jeton))))
    expect(new Set(answers.map(location)).size).toBe(1)
    expect(record.filed).toHaveLength(before + 1)
  })

  it('with a token that was filed with takes nothing else', async () => {
    const jeton = (await begin()).split('/')[4] ?? ''
    await post('/api/formulare/petitie', whole(jeton))
    const before = record.filed.length
    const again = whole(jeton)
    again.set('obiect', 'Altceva')
    const response = await post('/api/formulare/petitie', again)
    expect([response.status, (await sentences(response))[0]]).toEqual([409, expect.stringContaining('cu alt conținut')])
    expect(record.filed).toHaveLength(before)
  })
})

describe('a form', () => {
  it('of a version that never existed is not filed', async () => {
    const body = JSON.stringify({ key: 'o-versiune-care-nu-e', version: 99, answers: petition })
    const response = await post('/api/formulare/petitie', body, { 'content-type': 'application/json' })
    expect([response.status, await sentences(response)]).toEqual([
      404,
      ['Formularul acesta nu există. Alegeți altul din lista de formulare.'],
    ])
  })
})
