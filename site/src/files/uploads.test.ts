import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DetailedError, Upload } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPetition, petition } from '../../test/petition.ts'
import { RecordStandIn } from '../../test/record-stand-in.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

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

const aPdf = (size = 60_000) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%${randomBytes(size / 2).toString('hex')}\n`),
    Buffer.from('trailer <</Root 1 0 R>>\n%%EOF\n'),
  ])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
let page = ''
let jeton = ''
/** The page that asks for files, and its token. */
beforeEach(async () => {
  const post = (address: string, fields: Record<string, string>) =>
    fetch(new URL(address, origin), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const begun = await fetch(`${origin}/formulare/petitie/completeaza/`, { redirect: 'manual' })
  const { nume, email, obiect, descriere } = petition
  const ce = (await post(begun.headers.get('location') ?? '', { nume, email })).headers.get('location') ?? ''
  page = (await post(ce, { obiect, descriere })).headers.get('location') ?? ''
  jeton = page.split('/')[4] ?? ''
})
const endpoint = (token = jeton) => `${origin}/api/formulare/petitie/fisiere/${token}`
const html = async () => (await fetch(origin + page)).text()
const tus = { 'tus-resumable': '1.0.0' }
const metadata = (filename: string, camp = 'fisiere') =>
  `filename ${Buffer.from(filename).toString('base64')},camp ${Buffer.from(camp).toString('base64')}`

/** Sends with the protocol's own client; answers with the address of the upload. */
function send(
  bytes: Buffer,
  { filename = 'țarină.pdf', url = null as string | null, to = endpoint() } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: to,
      uploadUrl: url,
      uploadSize: bytes.length,
      chunkSize: 20_000,
      retryDelays: null as never,
      metadata: { filename, camp: 'fisiere' },
      onSuccess: () => resolve(upload.url ?? ''),
      onError: reject,
    })
    upload.start()
  })
}
/** Begins an upload and sends its first bytes; answers with its address. */
async function sendPart(bytes: Buffer, length: number): Promise<string> {
  const made = await fetch(endpoint(), {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata('a.pdf') },
  })
  const url = origin + made.headers.get('location')
  await patch(url, new Uint8Array(bytes.subarray(0, length)), 0)
  return url
}
const patch = (url: string, body: BodyInit, offset: number) =>
  fetch(url, {
    method: 'PATCH',
    body,
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  })
const faultOf = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof DetailedError)) throw error ?? new Error('It was taken')
  const { status, body } = {
    status: error.originalResponse?.getStatus(),
    body: error.originalResponse?.getBody() ?? '',
  }
  return { status, ...JSON.parse(body) } as { status: number; erori: { camp: string; mesaj: string }[] }
}

describe('a file of a question that is not asked any more', () => {
  it('neither holds the filing up nor goes with it', async () => {
    const every = { hint: '', showIf: null, autocomplete: null }
    const showIf = { match: 'all', rules: [{ field: 'cu_acte', is: 'answered' }] }
    const [cine, ce, dovezi] = aPetition().definition.steps
    const fields = [
      { ...every, type: 'consent', name: 'cu_acte', label: 'Am acte', required: false },
      ...(dovezi?.fields ?? []).map((field) => ({ ...field, showIf })),
    ]
    log.upsert(aPetition({ version: 7, steps: [cine, ce, { ...dovezi, fields }] }))
    await town.take(log.after(town.readModel.cursor))
    const first = (await fetch(`${origin}/formulare/petitie/completeaza/`)).url
    const token = first.split('/')[6] ?? ''
    await send(aPdf(), { to: endpoint(token) })
    const half = await fetch(endpoint(token), {
      method: 'POST',
      headers: { ...tus, 'upload-length': '1000', 'upload-metadata': metadata('b.pdf') },
    })
    expect(half.status).toBe(201)
    const files = first.replace('/cine/', '/dovezi/')
    const on = (fields: Record<string, string>) =>
      fetch(files, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
    expect((await on({ cu_acte: 'da' })).headers.get('location')).toMatch(/\/dovezi\/$/)
    expect((await on({})).headers.get('location')).toMatch(/\/verifica/)
    await fetch(`${origin}/api/formulare/petitie`, {
      method: 'POST',
      body: new URLSearchParams({ ...petition, jeton: token }),
    })
    expect(record.filed.at(-1)).toMatchObject({ version: 7, files: [] })
    log.upsert(aPetition())
    await town.take(log.after(town.readModel.cursor))
  })
})

describe('an upload', () => {
  it('becomes a file of the filing and reaches the record as it was', async () => {
    const bytes = aPdf()
    await send(bytes)
    expect(await html()).toContain('țarină.pdf')
    const check = await fetch(origin + page, { method: 'POST', body: new FormData(), redirect: 'manual' })
    expect(check.headers.get('location')).toMatch(/verifica-raspunsurile/)
    await fetch(`${origin}/api/formulare/petitie`, { method: 'POST', body: new URLSearchParams({ jeton }) })
    expect(record.filed.at(-1)?.files).toMatchObject([
      { name: 'țarină.pdf', bytes: bytes.length, mimeType: 'application/pdf', sha256: sha256(bytes) },
    ])
    expect(record.bytes.get(sha256(bytes))).toEqual(bytes)
  })

  it('goes on from where the connection broke, and the page says how far it has come', async () => {
    const bytes = aPdf()
    const url = await sendPart(bytes, 20_000)
    expect(await html()).toMatch(/data-arrived="20000"/)
    const half = await fetch(url, { method: 'HEAD', headers: tus })
    expect(half.headers.get('upload-offset')).toBe('20000')
    expect(await send(bytes, { url })).toBe(url)
    const [file] = readdirSync(path.join(town.folder, 'site/filings/quarantine', jeton.slice(0, 22))).filter((name) =>
      name.endsWith('.kept'),
    )
    expect(file).toBeTruthy()
    expect(await html()).not.toContain('data-arrived')
  })

  it('keeps what came of a piece that was cut in the middle', async () => {
    const bytes = aPdf()
    const url = await sendPart(bytes, 10_000)
    const cut = new AbortController()
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(10_000, 30_000)))
        await pause(200)
        cut.abort()
      },
    })
    await fetch(url, {
      method: 'PATCH',
      body,
      duplex: 'half',
      signal: cut.signal,
      headers: { ...tus, 'upload-offset': '10000', 'content-type': 'application/offset+octet-stream' },
    } as RequestInit).catch(() => undefined)
    await expect
      .poll(async () => Number((await fetch(url, { method: 'HEAD', headers: tus })).headers.get('upload-offset')))
      .toBeGreaterThan(10_000)
    await send(bytes, { url })
    expect(await html()).toContain('a.pdf')
  })

  it('that is only half here is asked for before the filing goes on, and can be given up', async () => {
    const url = await sendPart(aPdf(), 20_000)
    const on = () => fetch(origin + page, { method: 'POST', body: new FormData(), redirect: 'manual' })
    expect((await on()).headers.get('location')).toBe(page)
    expect(await html()).toContain('Un fișier nu a ajuns întreg la noi. Adăugați-l din nou.')
    expect((await fetch(url, { method: 'DELETE', headers: tus })).status).toBe(204)
    expect((await on()).headers.get('location')).toMatch(/verifica/)
  })

  it.each([
    ['of a kind that is not asked for', 'program.exe', aPdf(), 'Adăugați fișiere PDF; JPG, PNG, TIFF, HEIC sau WebP.'],
    ['larger than may be', 'a.pdf', aPdf(100_001), 'Un fișier este prea mare.'],
    ['that says one thing and is another', 'poza.jpg', aPdf(), 'Conținutul nu este ce spune numele'],
    [
      'that runs a program',
      'a.pdf',
      Buffer.from(aPdf().toString('latin1').replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(1)>>')),
      'Fișierul PDF conține comenzi',
    ],
  ])('%s is refused in a sentence, and nothing of it stays', async (_, filename, bytes, sentence) => {
    const fault = await faultOf(send(bytes, { filename }))
    expect(fault).toMatchObject({ status: 422, erori: [{ camp: 'fisiere', mesaj: expect.stringContaining(sentence) }] })
    const folder = path.join(town.folder, 'site/filings/quarantine', jeton.slice(0, 22))
    expect(readdirSync(path.dirname(folder)).includes(jeton.slice(0, 22)) ? readdirSync(folder) : []).toEqual([])
  })

  it('past the number that is asked for is refused, those under way counted', async () => {
    await send(aPdf())
    await sendPart(aPdf(), 100)
    expect(await faultOf(send(aPdf()))).toMatchObject({ erori: [{ mesaj: 'Adăugați cel mult 2 fișiere.' }] })
  })

  it.each([
    ['for a question that takes none', { 'upload-length': '10', 'upload-metadata': metadata('a.pdf', 'nume') }],
    ['of no bytes', { 'upload-length': '0', 'upload-metadata': metadata('a.pdf') }],
    ['of no known length', { 'upload-defer-length': '1', 'upload-metadata': metadata('a.pdf') }],
    ['without a name', { 'upload-length': '10' }],
  ])('%s is not begun', async (_, headers) => {
    const response = await fetch(endpoint(), { method: 'POST', headers: { ...tus, ...headers } as HeadersInit })
    expect([400, 422]).toContain(response.status)
    expect(response.headers.get('location')).toBeNull()
  })

  it('that was begun twice, because its page did not hear of the first, is begun once', async () => {
    const made = () =>
      fetch(endpoint(), {
        method: 'POST',
        headers: { ...tus, 'upload-length': '1000', 'upload-metadata': metadata('a.pdf') },
      })
    const [first, second] = [await made(), await made()]
    expect([first.status, second.status, (await made()).status]).toEqual([201, 201, 201])
    expect((await html()).match(/data-arrived/g)).toHaveLength(1)
  })

  it('longer than it said is not taken further than it said', async () => {
    const bytes = aPdf()
    const url = await sendPart(bytes, 10_000)
    expect((await patch(url, new Uint8Array(aPdf(70_000)), 10_000)).status).toBeGreaterThanOrEqual(400)
    const head = await fetch(url, { method: 'HEAD', headers: tus })
    expect(head.headers.get('upload-offset')).toBe('10000')
  })

  it.each([
    ['another token', async () => jeton.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))],
    [
      'the token of another page',
      async () => (await fetch(`${origin}/formulare/petitie/completeaza/`)).url.split('/')[6],
    ],
  ])('is neither seen nor gone on with under %s', async (_, other) => {
    const url = await sendPart(aPdf(), 100)
    const foreign = url.replace(jeton, (await other()) ?? '')
    expect((await fetch(foreign, { method: 'HEAD', headers: tus })).status).toBe(404)
    expect((await patch(foreign, 'x', 100)).status).toBe(404)
    await fetch(foreign, { method: 'DELETE', headers: tus })
    expect((await fetch(url, { method: 'HEAD', headers: tus })).status).toBe(200)
  })

  it('is never given out, and takes nothing from another site', async () => {
    const url = await sendPart(aPdf(), 100)
    expect((await fetch(url)).status).toBe(405)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    const made = await fetch(endpoint(), {
      method: 'POST',
      headers: { ...tus, ...foreign, 'upload-length': '10', 'upload-metadata': metadata('a.pdf') },
    })
    expect([made.status, await made.json()]).toMatchObject([403, { erori: [{ mesaj: expect.any(String) }] }])
    expect(made.headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each(['..', '%2e%2e%2fspool', '../../drafts/x', `${'a'.repeat(36)}.json`])('has no address %s', async (id) => {
    for (const method of ['HEAD', 'PATCH', 'DELETE'] as const) {
      const response = await fetch(`${endpoint()}/${id}`, {
        method,
        headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      })
      expect(response.status).toBeLessThan(500)
    }
    expect(readdirSync(path.join(town.folder, 'site/filings'))).toContain('quarantine')
  })
})
