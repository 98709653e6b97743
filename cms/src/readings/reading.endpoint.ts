import { Readable } from 'node:stream'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { type Actor, isStaff, mayUpload } from '../staff/roles.ts'
import { readAgain } from './reading-queue.ts'
import { readingView } from './reading-status.ts'
import { readingPages, servedReading } from './served-reading.ts'

const poolOf = (req: PayloadRequest) => (req.payload.db as unknown as PostgresAdapter).pool
const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** The text of a file for the site, page after page as it comes out of the database. */
export const servedReadingEndpoint: Endpoint = {
  path: '/changes/files/:sha256/reading',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const sha256 = z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .safeParse(req.routeParams?.['sha256'])
    if (!sha256.success) return answer({ error: 'not a fingerprint' }, 400)
    const served = await servedReading(poolOf(req), sha256.data)
    if (!served) return answer({ error: 'no reading' }, 404)
    const head = JSON.stringify({ sha256: served.sha256, method: served.method, engine: served.engine })
    return new Response(streamOf(jsonOf(head, readingPages(poolOf(req), sha256.data))), {
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    })
  },
}

const streamOf = (chunks: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(chunks)) as unknown as ReadableStream<Uint8Array>

async function* jsonOf(head: string, pages: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`${head.slice(0, -1)},"pages":[`)
  let isFirst = true
  for await (const page of pages) {
    yield encoder.encode((isFirst ? '' : ',') + JSON.stringify(page))
    isFirst = false
  }
  yield encoder.encode(']}')
}

const From = z.coerce.number().int().min(1).max(1_000_000).catch(1)

/** How the reading of a file stands, for staff, with some pages from the one asked for. */
export const readingStatusEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/reading',
  method: 'get',
  handler: async (req) => {
    if (!isStaff(req.user as unknown as Actor)) return answer({ error: 'not signed in' }, 401)
    const sha256 = await fingerprintOf(req)
    const from = From.parse(new URL(req.url ?? '', 'http://localhost').searchParams.get('from') ?? 1)
    const view = sha256 === null ? null : await readingView(poolOf(req), sha256, from)
    return view ? answer(view) : answer({ error: 'no reading' }, 404)
  },
}

/** Reads a file again, for staff who may upload one. */
export const readAgainEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/reading',
  method: 'post',
  handler: async (req) => {
    if (!mayUpload(req.user as unknown as Actor)) return answer({ error: 'not allowed' }, 403)
    const sha256 = await fingerprintOf(req)
    if (!sha256) return answer({ error: 'no reading' }, 404)
    await readAgain(poolOf(req), sha256)
    const view = await readingView(poolOf(req), sha256, 1)
    return view ? answer(view) : answer({ error: 'no reading' }, 404)
  },
}

async function fingerprintOf(req: PayloadRequest): Promise<string | null> {
  const id = String(req.routeParams?.['id'] ?? '')
  if (!/^\d+$/.test(id)) return null
  const file = await req.payload.findByID({
    collection: 'files',
    id,
    depth: 0,
    req,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  })
  return file?.['sha256'] ? String(file['sha256']) : null
}
