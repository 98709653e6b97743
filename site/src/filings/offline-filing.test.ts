import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'
import { solveProof } from './solve-proof.ts'

const record = new RecordStandIn()
const log = new ChangeLog()
let town: Awaited<ReturnType<typeof openTown>>
let server: Server
let origin = ''

beforeAll(async () => {
  await record.open()
  town = await openTown()
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
const send = (fields: Record<string, string>) =>
  fetch(`${origin}/api/formulare/petitie`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
type Token = { jeton: string; depus: string | null; sarcina: string }
const ask = (body: object | string, headers = {}) =>
  fetch(`${origin}/api/formulare/petitie/jeton`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const tokenFor = async (cheie: string, versiune = 1) => (await (await ask({ cheie, versiune })).json()) as Token
const location = (response: Response) => response.headers.get('location') ?? ''
const reviewOf = () => record.filed.at(-1)?.review

describe('a filing that was written without a network', () => {
  it('has its whole form on one page, whose version is answered for ever after', async () => {
    const page = await (await get('/formulare/petitie/completeaza/pe-o-pagina/')).text()
    for (const name of ['nume', 'email', 'obiect', 'descriere', 'fisiere']) expect(page).toContain(`name="${name}"`)
    log.upsert(aPetition({ version: 2, title: 'Altă petiție' }))
    await town.take(log.after(town.readModel.cursor))
    const { jeton } = await tokenFor('cheie-dinainte-de-schimbare')
    expect(location(await send({ ...petition, jeton }))).toMatch(/\/depus\//)
    expect(record.filed.at(-1)).toMatchObject({ version: 1 })
    log.upsert(aPetition())
    await town.take(log.after(town.readModel.cursor))
  })

  it('is the same filing however often its key asks, and is told when it was filed', async () => {
    const before = record.filed.length
    const first = await tokenFor('o-cheie-de-pe-telefon')
    const again = await tokenFor('o-cheie-de-pe-telefon')
    expect(again.jeton.slice(0, 22)).toBe(first.jeton.slice(0, 22))
    expect(first.depus).toBeNull()
    const answers = await Promise.all([first, again, first].map(({ jeton }) => send({ ...petition, jeton })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(record.filed).toHaveLength(before + 1)
    const { depus } = await tokenFor('o-cheie-de-pe-telefon')
    expect((await get(depus ?? '')).status).toBe(200)
  })

  it('that was begun on a page goes on as the filing of that page', async () => {
    const jeton = location(await get('/formulare/petitie/completeaza/')).split('/')[4] ?? ''
    const token = await tokenFor(jeton)
    expect(token.jeton.slice(0, 22)).toBe(jeton.slice(0, 22))
  })

  it('that lacks something is kept as a draft, to be gone on with page by page', async () => {
    const { jeton } = await tokenFor('cheie-cu-lipsuri-cheie')
    expect((await send({ nume: 'Ana Pop', jeton })).status).toBe(422)
    const kept = await send({ nume: 'Ana Pop', jeton, actiune: 'pastreaza' })
    const step = location(await get(location(kept)))
    expect(step).toMatch(/\/cine\/$/)
    expect(await (await get(step)).text()).toContain('value="Ana Pop"')
  })

  it.each([
    ['a version that never existed', { cheie: 'cheie-de-proba-cheie', versiune: 99 }, 404],
    ['a key that is too short', { cheie: 'x', versiune: 1 }, 422],
    ['no key', { versiune: 1 }, 422],
    ['half a body', '{"cheie": "a', 422],
    ['ten megabytes', 'x'.repeat(10_000_000), 422],
  ])('gets no token for %s', async (_, body, status) => {
    const response = await ask(body)
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { erori: [{ mesaj: expect.stringMatching(/^\p{Lu}.*\.$/u) }] },
    ])
  })

  it('gets no token from another site', async () => {
    expect(
      (await ask({ cheie: 'o-cheie-de-pe-telefon', versiune: 1 }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403)
  })
})

describe('the proof of work', () => {
  it('worked out, makes a filing like any other', async () => {
    const { jeton, sarcina } = await tokenFor('cheie-cu-dovada-cheie')
    const dovada = (await solveProof(sarcina)) ?? ''
    expect((await send({ ...petition, jeton, dovada })).status).toBe(303)
    expect(reviewOf()).toEqual([])
  })

  it('stands on the check page', async () => {
    const cine = location(await get('/formulare/petitie/completeaza/'))
    const at = (page: string) => new URL(cine.replace('/cine/', `/${page}/`), origin)
    const answer = (page: string, fields: Record<string, string>) =>
      fetch(at(page), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
    await answer('cine', { nume: petition.nume, email: petition.email })
    await answer('ce', { obiect: petition.obiect, descriere: petition.descriere })
    const page = await (await fetch(at('verifica-raspunsurile'))).text()
    const sarcina = /data-challenge="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#34;', '"').replaceAll('&quot;', '"') ?? ''
    const dovada = (await solveProof(sarcina)) ?? ''
    await send({ jeton: cine.split('/')[4] ?? '', dovada })
    expect(reviewOf()).toEqual([])
  })

  it.each([
    ['missing', async () => ''],
    [
      'made for another filing',
      async () => (await solveProof((await tokenFor('alta-cheie-alta-cheie')).sarcina)) ?? '',
    ],
    [
      'altered',
      async (own: string) => ((await solveProof(own)) ?? '').replace(/"derivedKey":"\w{8}/, '"derivedKey":"00000000'),
    ],
    ['made easier', async (own: string) => ((await solveProof(own)) ?? '').replace(/"cost":5000/, '"cost":1')],
    ['a challenge of their own', async () => JSON.stringify({ challenge: { parameters: {} }, solution: {} })],
    ['ten kilobytes of nothing', async () => '['.repeat(10_000)],
  ])('%s, leaves a filing to be looked at, and registered', async (name, dovadaOf) => {
    const { jeton, sarcina } = await tokenFor(`cheie fără dovadă ${name}`)
    const before = record.filed.length
    expect((await send({ ...petition, jeton, dovada: await dovadaOf(sarcina) })).status).toBe(303)
    expect(record.filed).toHaveLength(before + 1)
    expect(reviewOf()).toContain('no-proof')
  })

  it('does not prove a second filing: under its token nothing else is taken', async () => {
    const { jeton, sarcina } = await tokenFor('cheie-de-doua-ori-cheie')
    const dovada = (await solveProof(sarcina)) ?? ''
    await send({ ...petition, jeton, dovada })
    const before = record.filed.length
    expect((await send({ ...petition, obiect: 'Altceva', jeton, dovada })).status).toBe(409)
    expect(record.filed).toHaveLength(before)
  })
})
