import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a post comes from a page of this site, or from a program that is no browser. There is no cookie that
 * another site could make use of; this keeps it from filing in the reader's name all the same.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  const { origin } = headers
  if (!origin) return true
  return URL.parse(origin)?.host === headers.host
}
