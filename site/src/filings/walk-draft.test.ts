import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

/** The record, of which the site asks one thing here: what a preview link shows. */
const preview = { record: { ...aPetition(), slug: 'ciorna' }, expiresAt: '2030-01-01T00:00:00.000Z' }
const record = createServer((request, response) => {
  const isKnown = request.url === '/api/preview/legatura.semnata'
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(isKnown ? preview : {}))
})
let town: Awaited<ReturnType<typeof openTown>>
let server: Server
let origin = ''

beforeAll(async () => {
  preview.record.definition = { ...preview.record.definition, slug: 'ciorna' }
  await new Promise<void>((resolve) => record.listen(0, '127.0.0.1', resolve))
  town = await openTown()
  const log = new ChangeLog()
  log.upsert(anInstitution())
  await town.take(log.changes)
  const { port } = record.address() as { port: number }
  server = await listening(town.folder, { recordAt: `http://127.0.0.1:${port}` })
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.close()
  record.close()
})

const get = (address: string) => fetch(new URL(address, origin), { redirect: 'manual' })
const send = (address: string, fields: Record<string, string>) =>
  fetch(new URL(address, origin), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const location = (response: Response) => response.headers.get('location') ?? ''
const begin = async () => location(await get('/previzualizare/legatura.semnata/parcurge/'))

describe('a form that is not published', () => {
  it('is walked page by page, with its faults and its check, by whoever holds its link', async () => {
    const cine = await begin()
    expect(cine).toMatch(/^\/formulare\/ciorna\/completeaza\/[\w.-]+\/cine\/$/)
    expect(await (await get(cine)).text()).toContain('Ciornă: parcurgeți întrebările')
    expect(location(await send(cine, { nume: 'Ana' }))).toBe(cine)
    expect(await (await get(cine)).text()).toContain('Scrieți o adresă de e-mail sau un telefon.')
    const ce = location(await send(cine, { nume: petition.nume, email: petition.email }))
    const dovezi = location(await send(ce, { obiect: petition.obiect, descriere: petition.descriere }))
    const check = location(await send(dovezi, {}))
    const page = await (await get(check)).text()
    expect(page).toContain(petition.obiect)
    expect(page).toContain('Nu se depune nimic')
    expect(page).not.toContain('<button class="button button--big">')
  })

  it('cannot be filed, whatever is posted with its token', async () => {
    const jeton = (await begin()).split('/')[4] ?? ''
    for (const fields of [{ jeton }, { ...petition, jeton }]) {
      const response = await send('/api/formulare/ciorna', fields)
      expect([response.status, await response.json()]).toMatchObject([409, { erori: [{ mesaj: expect.any(String) }] }])
    }
    const spooled = readdirSync(path.join(town.folder, 'site/filings/spool'))
    expect(spooled).toEqual([])
  })

  it('is shown to nobody without a link', async () => {
    expect(location(await get('/previzualizare/alta/parcurge/'))).toBe('/previzualizare/alta/')
    expect((await get('/formulare/ciorna/completeaza/')).status).toBe(404)
    expect((await get('/formulare/ciorna/completeaza/pe-o-pagina/')).status).toBe(404)
  })
})
