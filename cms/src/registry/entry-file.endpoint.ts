import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { Endpoint, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { deskKinds, isServedType, largestFileBytes } from '../files/file-kinds.ts'
import { mayBeOpened, stateAfter } from '../files/file-scan.ts'
import { noteKeptFile, scansOf } from '../files/file-scans.ts'
import { filedSize, keepFiledBytes, readFiledBytes } from '../files/filed-bytes.ts'
import { fileMessages, scanLabels } from '../files/files.ro.ts'
import { inspectFile } from '../files/inspect-file.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { EntryFile } from './contract.ts'
import { mayRegister } from './entry-lifecycle.ts'
import { readableEntry } from './readable-entry.ts'
import { formatNumber } from './registration-number.ts'
import { workerOf } from './registry.access.ts'
import { registryMessages } from './registry.ro.ts'

const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: { 'cache-control': 'no-store' } })
const nameOf = (req: PayloadRequest) =>
  (new URL(req.url ?? '', 'http://localhost').searchParams.get('nume') ?? '').replaceAll(/[\p{Cc}/\\]/gu, '')

/** `POST /api/registry/scans?nume=`: the bytes of a scan, judged by content; answers how an entry names them. */
export const scanEndpoint: Endpoint = {
  path: '/scans',
  method: 'post',
  handler: async (req) => {
    const worker = workerOf(req)
    if (!worker || !mayRegister(worker)) return fault(403, registryMessages['not-entitled'])
    const name = nameOf(req).slice(0, 200)
    if (!req.body || name === '') return fault(422, fileMessages['file-empty'])
    const kept = await keepFiledBytes(req.body as unknown as NodeReadableStream<Uint8Array>, {
      most: largestFileBytes,
      inspect: (file) => inspectFile(file, { name, kinds: deskKinds }),
    })
    if (kept.kind === 'refused')
      return fault(422, fileMessages[kept.code === 'file-digest-wrong' ? 'file-broken' : kept.code])
    const { sha256, bytes, inspection } = kept
    await noteKeptFile(req, sha256, inspection ? stateAfter[inspection.scan] : undefined)
    return Response.json({ sha256, name, bytes, mimeType: inspection?.mimeType ?? '' } satisfies EntryFile, {
      status: 201,
    })
  },
}

/**
 * `GET /api/registry/entries/<id>/files/<sha256>`: one file of an entry, for who may read it, noted in the journal.
 * 423 while it waits in quarantine, 403 when it is infected.
 */
export const entryFileEndpoint: Endpoint = {
  path: '/entries/:id/files/:sha256',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return fault(403, registryMessages['not-entitled'])
    const entry = await readableEntry(req, Number(req.routeParams?.['id']) || 0)
    const file = (entry?.files as EntryFile[] | null)?.find(({ sha256 }) => sha256 === req.routeParams?.['sha256'])
    const bytes = file ? await filedSize(file.sha256) : null
    if (!entry || !file || bytes === null) return fault(404, registryMessages['entry-unknown'])
    const scan = (await scansOf(req, [file.sha256]))(file.sha256)
    if (!mayBeOpened(scan)) return fault(scan.state === 'waiting' ? 423 : 403, scanLabels[scan.state] ?? '')
    await inTransaction(req, () =>
      appendAuditEntry(req, {
        action: 'read',
        noun: 'registry',
        recordId: String(entry.id),
        // The journal is read by some who may not read the entry: the file is named by its fingerprint.
        title: `${formatNumber(entry.number, dayOf(entry.registeredAt))}: ${file.sha256.slice(0, 12)}`,
        revision: null,
      }),
    )
    return new Response(Readable.toWeb(readFiledBytes(file.sha256)) as unknown as ReadableStream, {
      headers: {
        'content-type': isServedType(file.mimeType) ? file.mimeType : 'application/octet-stream',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  },
}
