import { randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { listening } from '../../test/server.ts'
import { emptyFolder } from '../../test/town.ts'

let record: Server
let site: Server
let address: string
let heard: { url: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
let says: { status: number; type: string; body: string }

beforeAll(async () => {
  record = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    heard.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    response.writeHead(says.status, { 'content-type': says.type }).end(says.body)
  })
  await new Promise<void>((resolve) => record.listen(0, '127.0.0.1', resolve))
  const recordAt = `http://127.0.0.1:${(record.address() as { port: number }).port}`
  site = await listening(emptyFolder(), { recordAt })
  address = `http://127.0.0.1:${(site.address() as { port: number }).port}/api/plati`
})
beforeEach(() => {
  heard = []
  says = { status: 200, type: 'application/json', body: '{"errorType":0,"errorCode":0,"errorMessage":""}' }
})
afterAll(() => {
  site.close()
  record.close()
})

describe('a notice of a gateway', () => {
  it.each(['netopia', 'euplatesc'])(
    'of %s reaches the record byte for byte, and its answer the gateway',
    async (gateway) => {
      const body = Buffer.concat([Buffer.from('{"suma": "12,50 \u0219"}\r\n'), randomBytes(5_000)])
      const answer = await fetch(`${address}/${gateway}/ipn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'verification-token': 'a.b.c' },
        body,
      })
      expect([answer.status, await answer.text()]).toEqual([200, says.body])
      expect(heard).toHaveLength(1)
      expect(heard[0]?.url).toBe(`/api/payments/notices/${gateway}`)
      expect(heard[0]?.body.equals(body)).toBe(true)
      expect(heard[0]?.headers).toMatchObject({ 'verification-token': 'a.b.c', 'x-notice-type': 'application/json' })
    },
  )

  it('is refused to the gateway as the record refuses it', async () => {
    says = { status: 400, type: 'text/plain', body: 'signature-wrong' }
    const answer = await fetch(`${address}/euplatesc/ipn`, { method: 'POST', body: 'x' })
    expect([answer.status, await answer.text()]).toEqual([400, 'signature-wrong'])
  })

  it.each([401, 500, 502, 503, 302])('is to be sent again when the record says %d', async (status) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    says = { status, type: 'text/plain', body: '' }
    expect((await fetch(`${address}/netopia/ipn`, { method: 'POST', body: '{}', redirect: 'manual' })).status).toBe(503)
  })

  it('longer than any is not passed on, and neither is what is not posted or has no gateway', async () => {
    const status = async (path: string, init?: RequestInit) => (await fetch(address + path, init)).status
    expect(await status('/netopia/ipn', { method: 'POST', body: Buffer.alloc(65_537) })).toBe(413)
    expect(await status('/netopia/ipn')).toBe(405)
    expect(await status('/stripe/ipn', { method: 'POST', body: '{}' })).not.toBe(200)
    expect(heard).toEqual([])
  })

  it('is to be sent again when there is no record at all', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const alone = await listening(emptyFolder(), { recordAt: 'http://127.0.0.1:9' })
    const { port } = alone.address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/api/plati/netopia/ipn`, { method: 'POST', body: 'secret' })
    alone.close()
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('30')
    expect(said.mock.calls.flat().join(' ')).not.toContain('secret')
  })
})
