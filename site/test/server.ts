import { request as httpRequest, type IncomingMessage, type RequestOptions, type Server } from 'node:http'
import path from 'node:path'
import type { SearchIndex } from '@avizier/search/search-index'
import { CmsClient } from '../src/cms-client.ts'
import { FilingDesk } from '../src/filings/filing-desk.ts'
import { importBuiltSite } from '../src/publisher/built-site.ts'
import { readModelOpener } from '../src/read-model/read-model-opener.ts'
import { ReportDesk } from '../src/reports/report-desk.ts'
import { SearchedWords } from '../src/search/searched-words.ts'
import { createSiteServer } from '../src/server/site-server.ts'

type Given = { searchIndex?: SearchIndex | null; searchedWords?: SearchedWords; recordAt?: string }
const token = 'test'.padEnd(32, '-')

/** The web server with the real bundle over a town's folder, on a free port. */
export async function listening(
  folder: string,
  {
    searchIndex = null,
    searchedWords = new SearchedWords(async () => undefined),
    recordAt = 'http://127.0.0.1:9',
  }: Given = {},
): Promise<Server> {
  Object.assign(process.env, { DATA_DIR: folder, CHANGES_TOKEN: token, CMS_URL: recordAt })
  const { handler, render } =
    await importBuiltSite<Pick<Parameters<typeof createSiteServer>[0], 'handler' | 'render'>>()
  const desk = new FilingDesk({
    dataDir: folder,
    token,
    cms: new CmsClient({ url: recordAt, token }),
    readModel: readModelOpener(path.join(folder, 'site', 'read-model.sqlite')),
    say: () => undefined,
  })
  const reportDesk = new ReportDesk({
    dataDir: folder,
    token,
    cms: new CmsClient({ url: recordAt, token }),
    readModel: readModelOpener(path.join(folder, 'site', 'read-model.sqlite')),
    say: () => undefined,
  })
  await Promise.all([desk.spool.start(), reportDesk.spool.start()])
  const server = createSiteServer({
    environment: { DATA_DIR: folder, SITE_URL: 'https://proba.example' },
    handler,
    render,
    desk,
    reportDesk,
    locals: { searchIndex, searchedWords },
  })
  server.once('close', () => void Promise.all([desk.spool.stop(), reportDesk.spool.stop()]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** Asks for a path exactly as written: `fetch` would tidy it up. */
export function askServer(server: Server, rawPath: string, options: RequestOptions = {}): Promise<Answer> {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, path: rawPath, ...options }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
