import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import type { SiteEnvironment } from '../env.ts'
import { ReadModel } from '../read-model/read-model.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { fileOfAddress, servePage } from './serve-page.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void

const dynamicPrefixes = ['/cautare', '/previzualizare/', '/_elemente/']

/** The web server of the public site: written files first, and the few answers that are made on request. */
export function createSiteServer({ environment, handler }: { environment: SiteEnvironment; handler: Handler }): Server {
  const folder = path.join(environment.DATA_DIR, 'site')
  const root = path.join(folder, 'public')
  const immutable = sirv(root, { dev: true, etag: true, dotfiles: false, setHeaders: keepForever })
  const openReadModel = readModelOpener(path.join(folder, 'read-model.sqlite'))

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const pathname = url.pathname
    if (pathname === '/api/health') return health(response, openReadModel())
    if (
      !dynamicPrefixes.some((prefix) => pathname.startsWith(prefix)) &&
      request.method !== 'GET' &&
      request.method !== 'HEAD'
    ) {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    if (pathname.startsWith('/fisiere/') || pathname.startsWith('/static/') || pathname.startsWith('/fonts/')) {
      setSecurityHeaders(response, { isFile: pathname.startsWith('/fisiere/') })
      return immutable(request, response, () => void notFound(request, response))
    }
    if (dynamicPrefixes.some((prefix) => pathname.startsWith(prefix))) {
      if (!openReadModel()) return unavailable(response)
      response.setHeader('cache-control', 'no-store')
      return handler(request, response, () => void notFound(request, response))
    }
    const file = fileOfAddress(pathname)
    if (file && !file.endsWith('404.html') && (await servePage(root, file, { request, response }))) return
    const readModel = openReadModel()
    if (file && !path.extname(file) && existsSync(path.join(root, file, 'index.html')))
      return redirect(response, `${pathname}/${url.search}`)
    const moved = readModel?.redirectOf(decodeURI(pathname.endsWith('/') ? pathname : `${pathname}/`))
    if (moved) return redirect(response, moved)
    await notFound(request, response)
  }

  const notFound = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (response.headersSent) return
    for (const name of ['etag', 'cache-control', 'content-encoding']) response.removeHeader(name)
    setSecurityHeaders(response)
    if (await servePage(root, '/404.html', { request, response, status: 404 })) return
    unavailable(response)
  }

  return createServer((request, response) => {
    setSecurityHeaders(response)
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}`, error)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('A apărut o defecțiune la noi. Încercați din nou peste câteva minute.')
    })
  })
}

function keepForever(response: ServerResponse, pathname: string): void {
  response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  if (pathname.startsWith('/fisiere/')) {
    const isShown = /\.(pdf|jpe?g|png|webp|txt)$/i.test(pathname)
    response.setHeader('content-disposition', isShown ? 'inline' : 'attachment')
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location, 'cache-control': 'no-cache' }).end()
}

function unavailable(response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'retry-after': '5',
    'cache-control': 'no-store',
  })
  response.end(
    '<!doctype html><html lang="ro"><meta charset="utf-8"><title>Site-ul pornește</title><h1>Site-ul pornește</h1><p>Paginile se scriu acum. Reîncărcați în câteva secunde.</p></html>',
  )
}

function health(response: ServerResponse, readModel: ReadModel | null): void {
  const parts = readModel
    ? {
        readModel: 'ok',
        cursor: readModel.cursor,
        head: Number(readModel.get('head') ?? 0),
        lag: Math.max(0, Number(readModel.get('head') ?? 0) - readModel.cursor),
        heardFromRecordAt: readModel.get('heardAt'),
      }
    : { readModel: 'missing' }
  response.writeHead(readModel ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ status: readModel ? 'ok' : 'starting', parts }))
}

/** Opens the read model when the publisher has made it; it may come after this server. */
function readModelOpener(file: string): () => ReadModel | null {
  let readModel: ReadModel | null = null
  return () => {
    if (readModel || !existsSync(file)) return readModel
    try {
      readModel = new ReadModel(file, { readOnly: true })
    } catch {
      readModel = null
    }
    return readModel
  }
}
