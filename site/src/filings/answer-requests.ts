import type { IncomingMessage, ServerResponse } from 'node:http'
import { filingSentences } from './filings.ro.ts'
import { isFromOwnPage } from './own-page.ts'

export type Exchange = { request: IncomingMessage; response: ServerResponse }

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

export const refuse = (response: ServerResponse, status: number, mesaj: string, camp = ''): void =>
  answerJson(response, status, { erori: [{ camp, mesaj }] }, status === 413 ? { connection: 'close' } : {})

export function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
}

/** Whether the post may be read; it has been answered when not. */
export function isAcceptable({ request, response }: Exchange): boolean {
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'POST' }).end()
    return false
  }
  if (!isFromOwnPage(request.headers)) {
    refuse(response, 403, filingSentences.crossSite)
    return false
  }
  return true
}

export const isJson = (request: IncomingMessage): boolean =>
  (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json')

export const wantsPage = (request: IncomingMessage): boolean => (request.headers.accept ?? '').includes('text/html')
