import { SearchUnavailable } from '../search-index.ts'

/** Cancelled by the time limit, or waiting for a lock or a connection past it. */
const slowCodes = new Set(['57014', '55P03', '25P03'])
const downCodes = /^(?:08...|57P0[123]|53[23]00|28...|3D000|ECONN.*|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|EHOSTUNREACH)$/

/** What the page can say of a failure of the engine; anything else is a fault of ours and is thrown as it is. */
export function unavailable(error: unknown): unknown {
  if (error instanceof SearchUnavailable || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (slowCodes.has(code)) return new SearchUnavailable('slow', error)
  const isLost =
    /connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/i
  return downCodes.test(code) || isLost.test(error.message) ? new SearchUnavailable('down', error) : error
}
