import type { ServerResponse } from 'node:http'
import { PageLedger } from '../publisher/page-ledger.ts'
import type { ReadModel } from '../read-model/read-model.ts'

/** `/api/health` of the site: how far behind the record it is, and whether any page could not be written. */
export function healthOf(response: ServerResponse, readModel: ReadModel | null): void {
  const parts = readModel ? partsOf(readModel) : { readModel: 'missing' }
  response.writeHead(readModel ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify({ status: readModel ? 'ok' : 'starting', parts }))
}

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
