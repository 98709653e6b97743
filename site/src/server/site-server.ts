import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import type { SiteEnvironment } from '../env.ts'
import { answerConfirmation } from '../filings/confirmation.endpoint.ts'
import type { FilingDesk } from '../filings/filing-desk.ts'
import { answerFilingUpload } from '../filings/filing-upload.endpoint.ts'
import { answerJourney, type ShowPage } from '../filings/journey.endpoint.ts'
import { answerOfflineToken } from '../filings/offline-token.endpoint.ts'
import { answerStatus, answerStatusPage } from '../filings/status.endpoint.ts'
import { answerSubmission } from '../filings/submit.endpoint.ts'
import { answerWalk } from '../filings/walk-draft.endpoint.ts'
import { answerOpen311, isOpen311 } from '../open311/open311.endpoint.ts'
import { filesRoot } from '../paths.ts'
import { readModelOpener } from '../read-model/read-model-opener.ts'
import type { ReportDesk } from '../reports/report-desk.ts'
import { answerReports, isOfReports, type ShowReport } from '../reports/reports.endpoint.ts'
import { healthOf } from './health.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { pathOfAddress, servePage } from './serve-page.ts'

/** What pages made on request get besides the read model. */
export type ServerLocals = Pick<App.Locals, 'searchIndex' | 'searchedWords'>
type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: ServerLocals,
) => void
type Render = (request: Request, options: { locals: object }) => Promise<Response>
type Exchange = { request: IncomingMessage; response: ServerResponse }

/** What is answered on request; everything else is a file. */
const dynamicRoots = ['cautare', 'cautare.xml', 'previzualizare', '_elemente']
const dynamicApi = '/api/cautare'
const immutableRoots = ['static', 'fonts']

/** The web server of the public site: written files first, and the few answers that are made on request. */
export function createSiteServer({
  environment,
  handler,
  render,
  desk,
  reportDesk,
  locals,
}: {
  environment: Pick<SiteEnvironment, 'DATA_DIR' | 'SITE_URL'>
  handler: Handler
  render: Render
  desk: FilingDesk
  reportDesk: ReportDesk
  locals: ServerLocals
}): Server {
  const folder = path.join(environment.DATA_DIR, 'site')
  const root = path.join(folder, 'public')
  const publishedFiles = sirv(root, { dev: true, etag: true, dotfiles: false, setHeaders: setFileHeaders })
  const openReadModel = readModelOpener(path.join(folder, 'read-model.sqlite'))

  const answer = async (exchange: Exchange): Promise<void> => {
    const { request, response } = exchange
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const publicPath = url && pathOfAddress(url.pathname)
    if (!publicPath) return notFound(exchange)
    const [, first = ''] = publicPath.split('/')
    const walk = /^\/previzualizare\/([^/]+)\/parcurge\/?$/.exec(publicPath)
    if (walk && openReadModel()) return answerWalk(exchange, { desk, link: walk[1] ?? '' })
    if (dynamicRoots.includes(first) || publicPath === dynamicApi || publicPath.startsWith(`${dynamicApi}/`)) {
      if (!openReadModel()) return unavailable(response)
      if (first === 'cautare' || first === '_elemente') setSecurityHeaders(response, { page: 'withScript' })
      response.setHeader('cache-control', 'no-store')
      return handler(request, response, (error) => void (error ? fail(exchange, error) : notFound(exchange)), locals)
    }
    if (await answerFiling(exchange, url, publicPath)) return
    if (isOpen311(publicPath) || isOfReports(publicPath)) return answerReporting(exchange, url, publicPath)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    if (publicPath === '/api/health')
      return healthOf(response, {
        readModel: openReadModel(),
        dataDir: environment.DATA_DIR,
        spools: { filings: desk.spool, reports: reportDesk.spool },
        ...locals,
      })
    if (publicPath.startsWith(filesRoot)) {
      setSecurityHeaders(response, { page: 'file' })
      return publishedFiles(request, response, () => void notFound(exchange))
    }
    const isImmutable = immutableRoots.includes(first)
    // What waits on a device for the network is sent from any page of the forms; the map of reports moves by a script.
    if (first === 'formulare' || first === 'sesizari') setSecurityHeaders(response, { page: 'withScript' })
    if (publicPath !== '/404.html' && (await servePage(root, publicPath, { ...exchange, isImmutable }))) return
    if (!publicPath.endsWith('/') && existsSync(path.join(root, publicPath, 'index.html')))
      return redirect(response, `${url.pathname}/${url.search}`)
    const moved = openReadModel()?.redirectOf(publicPath.endsWith('/') ? publicPath : `${publicPath}/`)
    if (moved) return redirect(response, moved)
    await notFound(exchange)
  }

  /** What citizens file and ask for; answers whether it was that. */
  const answerFiling = async (exchange: Exchange, url: URL, publicPath: string): Promise<boolean> => {
    const upload = /^\/api\/formulare\/([a-z0-9-]+)\/fisiere\/([^/]+)(\/|$)/.exec(publicPath)
    const offline = /^\/api\/formulare\/([a-z0-9-]+)\/jeton$/.exec(publicPath)
    const submission = /^\/api\/formulare\/([a-z0-9-]+)\/?$/.exec(publicPath)
    const page = /^\/formulare\/[a-z0-9-]+\/(completeaza|depus)(\/|$)/.exec(publicPath)
    const isStatus = /^\/(api\/)?stare\/?$/.test(publicPath)
    if (!upload && !offline && !submission && !page && !isStatus) return false
    if (!openReadModel()) {
      unavailable(exchange.response)
      return true
    }
    if (page) {
      setSecurityHeaders(exchange.response, { page: 'withScript' })
      const journey = { desk, url, show }
      return page[1] === 'completeaza' ? answerJourney(exchange, journey) : answerConfirmation(exchange, journey)
    }
    if (upload) await answerFilingUpload(exchange, { desk, slug: upload[1] ?? '', token: upload[2] ?? '' })
    else if (offline) await answerOfflineToken(exchange, { desk, slug: offline[1] ?? '' })
    else if (submission) await answerSubmission(exchange, { desk, slug: submission[1] ?? '', show })
    else if (publicPath.startsWith('/api/')) await answerStatus(exchange, desk)
    else await answerStatusPage(exchange, { desk, url, show })
    return true
  }

  /** What citizens report and follow, for people and by Open311. */
  const answerReporting = async (exchange: Exchange, url: URL, publicPath: string): Promise<void> => {
    if (!openReadModel()) return unavailable(exchange.response)
    if (isOpen311(publicPath)) return answerOpen311(exchange, { desk: reportDesk, origin: environment.SITE_URL, url })
    setSecurityHeaders(exchange.response, { page: 'report' })
    if (!(await answerReports(exchange, publicPath, { desk: reportDesk, url, show: showReport })))
      await notFound(exchange)
  }

  const show: ShowPage = (exchange, pagePath, filingPage, status) =>
    showPage(exchange, pagePath, { filingPage }, status)
  const showReport: ShowReport = (exchange, pagePath, reportPage, status) =>
    showPage(exchange, pagePath, { reportPage }, status)

  const showPage = async (
    { request, response }: Exchange,
    pagePath: string,
    shown: Pick<App.Locals, 'filingPage' | 'reportPage'>,
    status = 200,
  ): Promise<void> => {
    const page = await render(new Request(new URL(pagePath, 'http://localhost')), { locals: { ...locals, ...shown } })
    if (page.status !== 200) throw new Error(`${pagePath} could not be rendered: ${page.status}`)
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(request.method === 'HEAD' ? undefined : Buffer.from(await page.arrayBuffer()))
  }

  const notFound = async ({ request, response }: Exchange): Promise<void> => {
    if (response.headersSent) return
    for (const name of ['etag', 'cache-control', 'content-encoding']) response.removeHeader(name)
    setSecurityHeaders(response)
    if (!(await servePage(root, '/404.html', { request, response, status: 404 }))) unavailable(response)
  }

  return createServer((request, response) => {
    setSecurityHeaders(response)
    answer({ request, response }).catch((error: unknown) => fail({ request, response }, error))
  })
}

function fail({ request, response }: Exchange, error: unknown): void {
  console.error(`${request.method} ${request.url}`, error)
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('A apărut o defecțiune la noi. Încercați din nou peste câteva minute.')
}

function setFileHeaders(response: ServerResponse, pathname: string): void {
  response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  const isShown = /\.(pdf|jpe?g|png|webp|avif|mp4|mov|txt)$/i.test(pathname)
  response.setHeader('content-disposition', isShown ? 'inline' : 'attachment')
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
