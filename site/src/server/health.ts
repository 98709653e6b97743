import type { ServerResponse } from 'node:http'
import type { SearchIndex } from '@avizier/search/search-index'
import type { FilingSpool } from '../filings/filing-spool.ts'
import { PageLedger } from '../publisher/page-ledger.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { ReportSpool } from '../reports/report-spool.ts'
import { readIndexState } from '../search/index-state.ts'

/**
 * `/api/health` of the site: how far behind the record its pages and its search are, and whether any page could not be
 * written. A search that is down is told, and does not make the site ill.
 */
export async function healthOf(
  response: ServerResponse,
  {
    readModel,
    dataDir,
    searchIndex,
    spools,
  }: {
    readModel: ReadModel | null
    dataDir: string
    searchIndex: SearchIndex | null
    spools: { filings: FilingSpool; reports: ReportSpool }
  },
): Promise<void> {
  const parts = {
    ...(readModel ? partsOf(readModel) : { readModel: 'missing' }),
    search: await searchPart(dataDir, searchIndex),
    filings: await spoolPart(spools.filings),
    reports: await spoolPart(spools.reports),
  }
  response.writeHead(readModel ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify({ status: readModel ? 'ok' : 'starting', parts }))
}

const spoolPart = async (spool: FilingSpool | ReportSpool) => ({
  waiting: spool.waitingCount,
  setAside: await spool.setAsideCount(),
})

function partsOf(readModel: ReadModel) {
  const head = Number(readModel.get('head') ?? 0)
  const ledger = new PageLedger(readModel)
  return {
    readModel: 'ok',
    cursor: readModel.cursor,
    head,
    lag: Math.max(0, head - readModel.cursor),
    pagesWaiting: ledger.waitingCount,
    pagesSetAside: ledger.troubleCount,
    heardFromRecordAt: readModel.get('heardAt'),
  }
}

async function searchPart(dataDir: string, index: SearchIndex | null) {
  if (!index) return { engine: 'none' }
  const health = await index.health()
  const state = readIndexState(dataDir)
  return {
    engine: health.kind,
    ...(health.kind === 'ready' ? { documents: health.documents, isCurrent: health.isCurrent } : {}),
    ...(state && {
      cursor: state.cursor,
      lag: Math.max(0, state.head - state.cursor),
      heardFromRecordAt: state.heardAt,
    }),
  }
}
