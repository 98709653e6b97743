import path from 'node:path'
import { CmsClient } from './cms-client.ts'
import { readSiteEnvironment } from './env.ts'
import { FilingDesk } from './filings/filing-desk.ts'
import { importBuiltSite } from './publisher/built-site.ts'
import { readModelOpener } from './read-model/read-model-opener.ts'
import { ReportDesk } from './reports/report-desk.ts'
import { readIndexState } from './search/index-state.ts'
import { openSearchIndex } from './search/open-search-index.ts'
import { idOf } from './search/search-document.ts'
import { SearchedWords } from './search/searched-words.ts'
import { createSiteServer } from './server/site-server.ts'

/** The web server's process. */
const environment = readSiteEnvironment()
const { handler, render } = await importBuiltSite<Pick<Parameters<typeof createSiteServer>[0], 'handler' | 'render'>>()
const cms = new CmsClient({ url: environment.CMS_URL, token: environment.CHANGES_TOKEN })
const readModel = readModelOpener(path.join(environment.DATA_DIR, 'site', 'read-model.sqlite'))
const searchIndex = openSearchIndex(environment, {
  // What the publisher has taken down is not found, however far behind the indexer may be.
  pendingRemovals: async () => {
    const state = readIndexState(environment.DATA_DIR)
    return state ? (readModel()?.removedAfter(state.cursor) ?? []).map(idOf) : []
  },
})
const searchedWords = new SearchedWords((searches) => cms.tellSearches(searches))
const telling = setInterval(() => void searchedWords.flush(), 10_000)
const desk = new FilingDesk({ dataDir: environment.DATA_DIR, token: environment.CHANGES_TOKEN, cms, readModel })
const reportDesk = new ReportDesk({ dataDir: environment.DATA_DIR, token: environment.CHANGES_TOKEN, cms, readModel })
await Promise.all([desk.spool.start(), reportDesk.spool.start()])
const sweep = () => Promise.all([desk.sweep(), reportDesk.sweep()])
const sweeping = setInterval(() => void sweep().catch((error: unknown) => console.error(error)), 3_600_000)
const server = createSiteServer({
  environment,
  handler,
  render,
  desk,
  reportDesk,
  locals: { searchIndex, searchedWords },
})

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(`Port ${environment.SITE_PORT} is taken. Set SITE_PORT to a free one.`)
  process.exit(1)
})
server.listen(environment.SITE_PORT, environment.SITE_HOST, () =>
  console.log(`The site listens on ${environment.SITE_HOST}:${environment.SITE_PORT}`),
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(telling)
    clearInterval(sweeping)
    server.close()
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 2_000).unref()
    void Promise.all([desk.spool.stop(), reportDesk.spool.stop(), searchedWords.flush(), searchIndex?.close()]).then(
      () => undefined,
    )
  })
}
