import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MoneyStandIn, order } from '../../test/money-stand-in.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

const record = new MoneyStandIn()
const log = new ChangeLog()
const cnp = '1800101350018'
let town: Awaited<ReturnType<typeof openTown>>
let server: Server
let origin = ''

beforeAll(async () => {
  await record.open()
  town = await openTown()
  log.upsert(anInstitution())
  await town.take(log.changes)
  server = await listening(town.folder, { recordAt: record.url })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  server.close()
  await record.close()
})
beforeEach(() => {
  record.isAway = false
  record.handOver = { kind: 'redirect', url: 'https://banca.example/plata/1' }
  record.stateOf = () => 'sent'
  record.state = 'sent'
  record.opened.length = 0
})

const get = (address: string) => fetch(new URL(address, origin), { redirect: 'manual' })
const send = (address: string, fields: Record<string, string>, headers = {}) =>
  fetch(new URL(address, origin), { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
const location = (response: Response) => response.headers.get('location') ?? ''
const who = { pas: 'cine', emitent: 'own', fel: 'person', domiciliu: 'here', identificator: cnp }
const payer = { pas: 'plata', nume: 'Ana Pop', email: 'ana@posta.example' }
async function toAmount(): Promise<string> {
  const fine = location(await send('/plati/amenzi/', { serie: 'SCZ', numar: '12', data: '11.11.2026' }))
  expect(location(await send(fine, who))).toBe(fine)
  return fine
}

describe('a fine on the site', () => {
  it('is told a page at a time, and its CNP stands in no address and on no disk', async () => {
    const fine = await toAmount()
    expect(fine).toMatch(/^\/plati\/amenzi\/[\w.-]+\/$/)
    const page = await get(fine)
    expect(page.headers.get('cache-control')).toBe('no-store')
    const text = await page.text()
    expect(text).toContain('100 de lei')
    expect(text).not.toContain(cnp)
    const folder = path.join(town.folder, 'site', 'payments')
    const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.join('\n')).not.toContain(cnp)
    expect(fine).not.toContain(cnp)
  })

  it('keeps what was typed when something is wrong, and says it at its field', async () => {
    const fine = await toAmount()
    const answer = await send(fine, { pas: 'plata', nume: 'A', email: 'ana@' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('<title>Eroare: ')
    for (const part of ['href="#nume"', 'href="#email"', 'value="ana@"', 'aria-invalid="true"'])
      expect(text).toContain(part)
    expect(record.opened).toHaveLength(0)
  })

  it('goes to the bank without a script, and twice is once', async () => {
    const fine = await toAmount()
    const first = location(await send(fine, payer))
    expect(first).toBe(`${fine}banca/`)
    expect(location(await send(fine, payer))).toBe(first)
    const page = await (await get(first)).text()
    expect(page).toContain('<meta http-equiv="refresh" content="0;url=https://banca.example/plata/1"')
    expect(new Set(record.opened.map(({ key }) => key)).size).toBe(1)
  })

  it('may send a form to the bank that is paid through, from that page alone', async () => {
    record.handOver = {
      kind: 'form',
      action: 'https://secure.euplatesc.example/tdsprocess/tranzactd.php',
      fields: [{ name: 'fp_hash', value: 'AB"CD' }],
    }
    const fine = await toAmount()
    const bank = await get(location(await send(fine, payer)))
    expect(bank.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://secure.euplatesc.example;",
    )
    const text = await bank.text()
    expect(text).toContain('name="fp_hash" value="AB&quot;CD"')
    expect(text).not.toContain('http-equiv="refresh"')
    expect((await get(fine)).headers.get('content-security-policy')).toContain("form-action 'self';")
  })

  it('that was declined is tried again as another payment', async () => {
    record.stateOf = (key) => (key.endsWith('.0') ? 'declined' : 'sent')
    const fine = await toAmount()
    expect(location(await send(fine, payer))).toBe(`${fine}banca/`)
    expect(record.opened.map(({ key }) => String(key).split('.').at(-1))).toEqual(['0', '1'])
    await get(`${fine}banca/`)
    expect(String(record.opened.at(-1)?.key)).toMatch(/\.1$/)
  })

  it('that is under way leads to its payment, not to the bank again', async () => {
    record.stateOf = () => 'pending'
    const fine = await toAmount()
    expect(location(await send(fine, payer))).toBe(`/plati/plata/${order}/`)
  })

  it('is not asked in another site’s name, nor with an endless body', async () => {
    const crossed = await send('/plati/amenzi/', { serie: 'SCZ' }, { 'sec-fetch-site': 'cross-site' })
    expect(crossed.status).toBe(403)
    expect((await send('/plati/amenzi/', { serie: 'x'.repeat(20_000) })).status).toBe(413)
    expect((await fetch(new URL('/plati/amenzi/', origin), { method: 'PUT' })).status).toBe(405)
  })

  it('under a token that nobody gave begins anew', async () => {
    for (const token of ['x', 'A'.repeat(22), 'etc-passwd'])
      expect([303, 404]).toContain((await get(`/plati/amenzi/${token}/`)).status)
    expect((await get('/plati/altceva/')).status).toBe(404)
    expect(location(await get('/plati/amenzi'))).toBe('/plati/amenzi/')
  })
})

describe('the page people come back to', () => {
  it('waits for the bank’s word, and shows what it says', async () => {
    const reads = record.reads
    setTimeout(() => {
      record.state = 'declined'
    }, 1_000)
    const text = await (await get(`/plati/plata/${order}/`)).text()
    expect(text).toContain('Banca nu a acceptat plata')
    expect(record.reads - reads).toBeGreaterThan(1)
  })

  it('says that it waits when the bank does not speak, without looking again by itself', async () => {
    const text = await (await get(`/plati/plata/${order}/`)).text()
    expect(text).toContain('Așteptăm banca')
    expect(text).toContain('Verifică din nou')
    expect(text).not.toContain('http-equiv="refresh"')
  })

  it('is no page for an order that is none', async () => {
    for (const name of ['AAAA', 'IIIIIIIIIIII', '<script>', 'ZZZZZZZZZZZZ'])
      expect((await get(`/plati/plata/${encodeURIComponent(name)}/`)).status).toBe(404)
  })
})

describe('without the record', () => {
  it('says that nothing was paid, and logs no CNP', async () => {
    const fine = location(await send('/plati/amenzi/', { serie: 'SCZ', numar: '12', data: '11.11.2026' }))
    record.isAway = true
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await send(fine, who)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Nu ați plătit nimic')
    expect(JSON.stringify(said.mock.calls)).not.toContain(cnp)
    expect(said).toHaveBeenCalled()
    said.mockRestore()
    expect((await get('/plati/')).status).toBe(200)
    expect((await get('/plati/amenzi/')).status).toBe(200)
  })
})
