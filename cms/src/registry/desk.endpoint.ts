import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { deskKinds, largestFileBytes } from '../files/file-kinds.ts'
import { filedSize, keepFiledBytes, readFiledBytes } from '../files/filed-bytes.ts'
import { fileMessages } from '../files/files.ro.ts'
import { inspectFile } from '../files/inspect-file.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { EntryFile } from './contract.ts'
import { rowId } from './entry-inputs.ts'
import { mayRegister } from './entry-lifecycle.ts'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { registryMessages } from './registry.ro.ts'
import { routeEntry } from './route-entry.action.ts'

const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: { 'cache-control': 'no-store' } })
const queryOf = (req: PayloadRequest) => new URL(req.url ?? '', 'http://localhost').searchParams

/** `GET /api/registry/correspondents?q=`: who wrote before, by the beginning of the name, with the last address known. */
export const correspondentsEndpoint: Endpoint = {
  path: '/correspondents',
  method: 'get',
  handler: async (req) => {
    const worker = workerOf(req)
    if (!worker || !mayRegister(worker)) return fault(403, registryMessages['not-entitled'])
    const q = (queryOf(req).get('q') ?? '').trim()
    if (q.length < 2) return Response.json([])
    const { pool } = req.payload.db as unknown as PostgresAdapter
    const { rows } = await pool.query(
      `select name, kind, address, email, phone from (
         select distinct on (avizier.folded(correspondent_name)) correspondent_name as name, correspondent_kind as kind,
           correspondent_address as address, correspondent_email as email, correspondent_phone as phone, registered_at
         from record.registry
         where avizier.folded(correspondent_name) like avizier.folded($1) and not is_confidential
         order by avizier.folded(correspondent_name), registered_at desc
       ) known order by registered_at desc limit 8`,
      [`${q.replaceAll(/[\\%_]/g, '\\$&')}%`],
    )
    return Response.json(rows, { headers: { 'cache-control': 'no-store' } })
  },
}

const AssignInput = z.object({
  ids: z.array(rowId).min(1).max(100),
  departmentId: rowId,
  responsibleId: rowId.nullish(),
  order: z.string().trim().max(1_000).default(''),
})

/** `POST /api/registry/assign`: the same routing order for many entries; each has its own transaction and verdict. */
export const assignEndpoint: Endpoint = {
  path: '/assign',
  method: 'post',
  handler: async (req) => {
    const input = AssignInput.safeParse(await req.json?.().catch(() => null))
    if (!input.success) return fault(422, registryMessages['department-unknown'])
    const { ids, departmentId, responsibleId, order } = input.data
    const now = new Date()
    const refused: { id: number; mesaj: string }[] = []
    for (const id of new Set(ids)) {
      const outcome = await routeEntry(req, id, { departmentId, responsibleId, order, informedIds: [] }, now)
      if (outcome.kind === 'refused') refused.push({ id, mesaj: registryMessages[outcome.code] })
    }
    return Response.json({ repartizate: new Set(ids).size - refused.length, refuzate: refused })
  },
}

/** `POST /api/registry/scans?nume=`: the bytes of a scan, judged by content; answers how an entry names them. */
export const scanEndpoint: Endpoint = {
  path: '/scans',
  method: 'post',
  handler: async (req) => {
    const worker = workerOf(req)
    if (!worker || !mayRegister(worker)) return fault(403, registryMessages['not-entitled'])
    const name = (queryOf(req).get('nume') ?? '').replaceAll(/[\p{Cc}/\\]/gu, '').slice(0, 200)
    if (!req.body || name === '') return fault(422, fileMessages['file-empty'])
    const kept = await keepFiledBytes(req.body as unknown as NodeReadableStream<Uint8Array>, {
      most: largestFileBytes,
      inspect: (file) => inspectFile(file, { name, kinds: deskKinds }),
    })
    if (kept.kind === 'refused')
      return fault(422, fileMessages[kept.code === 'file-digest-wrong' ? 'file-broken' : kept.code])
    const { sha256, bytes, mimeType } = kept
    return Response.json({ sha256, name, bytes, mimeType: mimeType ?? '' } satisfies EntryFile, { status: 201 })
  },
}

/** `GET /api/registry/entries/<id>/files/<sha256>`: one file of an entry, for who may read it, noted in the journal. */
export const entryFileEndpoint: Endpoint = {
  path: '/entries/:id/files/:sha256',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return fault(403, registryMessages['not-entitled'])
    const { docs } = await req.payload.find({
      collection: 'registry',
      where: { id: { equals: Number(req.routeParams?.['id']) || 0 } },
      limit: 1,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const entry = docs[0]
    const file = (entry?.files as EntryFile[] | null)?.find(({ sha256 }) => sha256 === req.routeParams?.['sha256'])
    if (!entry || !file || (await filedSize(file.sha256)) === null) return fault(404, registryMessages['entry-unknown'])
    await inTransaction(req, () =>
      appendAuditEntry(req, {
        action: 'read',
        noun: 'registry',
        recordId: String(entry.id),
        title: `${formatNumber(entry.number, dayOf(entry.registeredAt))}: ${file.name}`,
        revision: null,
      }),
    )
    return new Response(Readable.toWeb(readFiledBytes(file.sha256)) as unknown as ReadableStream, {
      headers: {
        'content-type': file.mimeType,
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  },
}
