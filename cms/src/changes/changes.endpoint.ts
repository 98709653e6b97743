import { Readable } from 'node:stream'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { readCmsEnvironment } from '../env.ts'
import { readFiledBytes } from '../files/filed-bytes.ts'
import { townStore, uploadKey } from '../files/town-store.ts'
import { servedMediaType } from '../reports/media/kept-media.ts'
import { ChangeSignal } from './change-signal.ts'
import type { ChangesPage } from './contract.ts'
import { changesAfter } from './read-changes.ts'
import { hasSiteToken, withoutToken } from './site-token.ts'

const Query = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  wait: z.coerce.number().int().min(0).max(25).default(0),
})

const signals = new WeakMap<object, ChangeSignal>()

/** One listening connection per pool, opened by the first reader that waits. */
function signalOf(req: PayloadRequest): ChangeSignal {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  let signal = signals.get(pool)
  if (!signal) {
    signal = new ChangeSignal(readCmsEnvironment().DATABASE_URL, req.payload.logger)
    signals.set(pool, signal)
  }
  return signal
}

export const changesEndpoint: Endpoint = {
  path: '/changes',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const query = Query.safeParse(Object.fromEntries(new URL(req.url ?? '', 'http://localhost').searchParams))
    if (!query.success) return Response.json({ error: z.prettifyError(query.error) }, { status: 400 })
    const { after, limit, wait } = query.data
    const { pool } = req.payload.db as unknown as PostgresAdapter
    const until = Date.now() + wait * 1000
    const signal = signalOf(req)
    let page: ChangesPage
    do {
      // Asked before reading, so that a row committed in between still wakes this reader.
      const woken = signal.next(until - Date.now())
      page = await changesAfter(pool, { after, limit })
      if (page.changes.length > 0 || Date.now() >= until || req.signal?.aborted) break
      await woken
    } while (Date.now() < until)
    return Response.json(page, { headers: { 'cache-control': 'no-store' } })
  },
}

export const publishedFileEndpoint: Endpoint = {
  path: '/changes/files/:sha256',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const sha256 = z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .safeParse(req.routeParams?.['sha256'])
    if (!sha256.success) return Response.json({ error: 'not a fingerprint' }, { status: 400 })
    const { docs } = await req.payload.find({
      collection: 'files',
      where: { sha256: { equals: sha256.data } },
      limit: 1,
      depth: 0,
      overrideAccess: true, // the token stands for the site, which asks only for what published records name
    })
    const file = docs[0]
    if (!file) return servedMedia(req, sha256.data)
    const key = uploadKey(String(file['filename']))
    const size = await townStore().size(key)
    if (size === null) return Response.json({ error: 'no such file' }, { status: 404 })
    return new Response(Readable.toWeb(townStore().read(key)) as unknown as ReadableStream, {
      headers: {
        'content-length': String(size),
        'content-type': String(file['mimeType']),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
}

/** A photo or video of a report, as it was made for the public. */
async function servedMedia(req: PayloadRequest, sha256: string): Promise<Response> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const type = await servedMediaType(pool as never, sha256)
  if (!type) return Response.json({ error: 'no such file' }, { status: 404 })
  return new Response(Readable.toWeb(await readFiledBytes(sha256)) as unknown as ReadableStream, {
    headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
