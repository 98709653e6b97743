import { mkdirSync, writeFileSync } from 'node:fs'
import type { RequestOptions, Server } from 'node:http'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument, aFile, anAct, anAnnouncement, anInstitution, aPage, ChangeLog } from '../../test/records.ts'
import { askServer, listening } from '../../test/server.ts'
import { emptyFolder, openTown } from '../../test/town.ts'
import { filePath } from '../paths.ts'

let server: Server
const ask = (path: string, options: RequestOptions = {}, of = server) => askServer(of, path, options)
let town: Awaited<ReturnType<typeof openTown>>
const annex = aFile('anexa', { name: 'Anexă (1).pdf' })
const log = new ChangeLog()

beforeAll(async () => {
  town = await openTown()
  town.holdFile('anexa')
  log.upsert(anInstitution())
  log.upsert(anAct({ id: '1', number: 45, files: [annex] }))
  log.upsert(anAnnouncement({ id: '1', slug: 'nou', formerSlugs: ['vechi'] }))
  log.upsert(aDocument({ id: '1', slug: 'buget' }))
  log.upsert(aPage({ id: '1', slug: 'contact' }))
  await town.take(log.changes)
  mkdirSync(path.join(town.files.root, 'static'), { recursive: true })
  await town.files.write('/static/site.abc.css', Buffer.from('body{}'))
  server = await listening(town.folder)
})
afterAll(() => void server.close())

describe('the web server', () => {
  it('answers with the written page, compressed as the reader accepts', async () => {
    const plain = await ask('/hotarari/2025/45/')
    expect(plain.status).toBe(200)
    expect(plain.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(plain.headers['content-encoding']).toBeUndefined()
    const br = await ask('/hotarari/2025/45/', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true)
    const gz = await ask('/hotarari/2025/45/', { headers: { 'accept-encoding': 'gzip, br;q=0' } })
    expect(gz.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true)
    expect(br.headers.vary).toBe('accept-encoding')
  })

  it('answers 304 to a reader that has the page, and 200 once the page has changed', async () => {
    const { headers } = await ask('/primaria/contact/')
    const same = await ask('/primaria/contact/', { headers: { 'if-none-match': `W/${headers.etag}` } })
    expect(same).toMatchObject({ status: 304, headers: { etag: headers.etag } })
    expect(same.body).toHaveLength(0)
    log.upsert(aPage({ id: '1', slug: 'contact', lead: 'Ne găsiți aici.' }))
    await town.take(log.after(town.readModel.cursor))
    expect((await ask('/primaria/contact/', { headers: { 'if-none-match': headers.etag } })).status).toBe(200)
  })

  it('answers HEAD with the headers alone', async () => {
    const { headers, body, status } = await ask('/', { method: 'HEAD' })
    expect(status).toBe(200)
    expect(Number(headers['content-length'])).toBeGreaterThan(1000)
    expect(body).toHaveLength(0)
  })

  it('sends an address without its slash on, with its query', async () => {
    const { status, headers } = await ask('/hotarari/2025/45?x=1')
    expect([status, headers.location]).toEqual([301, '/hotarari/2025/45/?x=1'])
  })

  it('sends a former address on, with and without its slash', async () => {
    for (const former of ['/anunturi/vechi/', '/anunturi/vechi']) {
      const { status, headers } = await ask(former)
      expect([status, headers.location]).toEqual([301, '/anunturi/nou/'])
    }
  })

  it('sends a page that stands in another section on', async () => {
    expect((await ask('/comuna/contact/')).headers.location).toBe('/primaria/contact/')
  })

  it('answers 404 with the page that says so', async () => {
    for (const missing of [
      '/nu-exista/',
      '/hotarari/2025/46/',
      '/404.html',
      '/fisiere/nu/exista.pdf',
      '/static/x.css',
    ]) {
      const { status, body, headers } = await ask(missing)
      expect([missing, status]).toEqual([missing, 404])
      expect(body.toString()).toContain('La numărul acesta nu locuiește nimeni')
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  it('serves files of the public folder and nothing else, however it is asked', async () => {
    writeFileSync(path.join(town.folder, 'secret.html'), 'secret')
    for (const hostile of [
      '/../secret.html',
      '/../../secret.html',
      '/..%2f..%2fsecret.html',
      '/%2e%2e/%2e%2e/secret.html',
      '/hotarari/..%5c..%5csecret.html',
      '/fisiere/..%2f..%2f..%2fsecret.html',
      '/fisiere/%2e%2e/%2e%2e/%2e%2e/secret.html',
      '/fisiere/../../../secret.html',
      '/hotarari/2025/45/index.html%00.txt',
      '/read-model.sqlite',
      '/../read-model.sqlite',
      '/.unfinished/',
      '/index.html.br',
      '/%E0%A4%A',
      '/%',
      `/${'a'.repeat(5000)}/`,
    ]) {
      const { status, body } = await ask(hostile)
      expect([hostile, status]).toEqual([hostile, 404])
      expect(body.toString()).not.toContain('secret')
    }
  })

  it('never redirects to another host', async () => {
    for (const hostile of ['/.//hotarari', '/%2Fhotarari', '//hotarari/2025', '/%5C%5Chotarari']) {
      const { headers } = await ask(hostile)
      expect([hostile, headers.location?.startsWith('//') ?? false]).toEqual([hostile, false])
    }
  })

  it('refuses to be written to', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await ask('/', { method })
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
    }
  })

  it('allows no script, no frame and no guess, and sets no cookie, on every kind of answer', async () => {
    for (const path of ['/', '/hotarari/2025/45/index.json', '/nu-exista/', filePath(annex)]) {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toContain('script-src')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  it('gives a published file alone, without rights, for ever, and in parts', async () => {
    const { status, headers, body } = await ask(filePath(annex))
    expect([status, body.toString()]).toEqual([200, 'anexa'])
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-type']).toBe('application/pdf')
    const part = await ask(filePath(annex), { headers: { range: 'bytes=1-2' } })
    expect([part.status, part.body.toString()]).toEqual([206, 'ne'])
  })

  it('gives the stylesheet compressed and for ever', async () => {
    const { headers } = await ask('/static/site.abc.css', { headers: { 'accept-encoding': 'br' } })
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css; charset=utf-8' })
    expect(headers['cache-control']).toContain('immutable')
  })

  it('says how far behind the record it is', async () => {
    const { status, body } = await ask('/api/health')
    expect(status).toBe(200)
    expect(JSON.parse(body.toString())).toMatchObject({
      status: 'ok',
      parts: { readModel: 'ok', pagesWaiting: 0, pagesSetAside: 0 },
    })
  })

  it('never serves a page cut short while it is being replaced', async () => {
    let isWriting = true
    const writing = (async () => {
      for (let turn = 0; isWriting; turn++) {
        const text = `<p>${String(turn % 10).repeat(turn % 2 ? 200_000 : 50)}</p>`
        await town.files.write('/ciocan/', Buffer.from(text))
      }
    })()
    await town.files.write('/ciocan/', Buffer.from('<p>0</p>'))
    const readings = Array.from({ length: 8 }, async () => {
      for (let turn = 0; turn < 60; turn++) {
        const { status, headers, body } = await ask('/ciocan/', {
          headers: { 'accept-encoding': turn % 2 ? 'br' : 'identity' },
        })
        const text = (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString()
        expect(status).toBe(200)
        expect(text).toMatch(/^<p>(\d)\1*<\/p>$/)
      }
    })
    await Promise.all(readings)
    isWriting = false
    await writing
  })
})

describe('the web server before the first page is written', () => {
  it('says that the site is starting, and finds the read model when it comes', async () => {
    const folder = emptyFolder()
    const early = await listening(folder)
    try {
      for (const path of ['/', '/cautare', '/api/health']) {
        const { status } = await ask(path, {}, early)
        expect([path, status]).toEqual([path, 503])
      }
      const late = await openTown({ folder })
      const lateLog = new ChangeLog()
      lateLog.upsert(anInstitution())
      await late.take(lateLog.changes)
      for (const path of ['/', '/cautare', '/api/health']) {
        const { status } = await ask(path, {}, early)
        expect([path, status]).toEqual([path, 200])
      }
    } finally {
      early.close()
    }
  })
})
