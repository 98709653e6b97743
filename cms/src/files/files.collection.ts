import { createHash } from 'node:crypto'
import path from 'node:path'
import { Readable } from 'node:stream'
import { slugOf, spellRomanian } from '@avizier/search/romanian-text'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { transactionOf } from '../database/transaction.ts'
import { refuse } from '../publishing/refuse.ts'
import { readAgainEndpoint, readingStatusEndpoint } from '../readings/reading.endpoint.ts'
import { awaitReading, forgetReading } from '../readings/reading-summaries.action.ts'
import { readingLabels } from '../readings/readings.ro.ts'
import { type Actor, isStaff, mayUpload } from '../staff/roles.ts'
import { largestFileBytes, servedTypeOf } from './file-kinds.ts'
import { fileMessages } from './files.ro.ts'
import { inspectUpload, keepUpload } from './kept-uploads.ts'
import { townStore, uploadKey } from './town-store.ts'

const actorOf = (req: PayloadRequest) => req.user as unknown as Actor
const hidden = { readOnly: true, position: 'sidebar' } as const

/**
 * The files of the record: written once, named by content, read by the public only through a published document.
 * What is inside a PDF, the number of its pages too, is found out by the reader, never in the process that serves.
 */
export const files = (directory: string): CollectionConfig => ({
  slug: 'files',
  labels: { singular: { ro: 'Fișier', en: 'File' }, plural: { ro: 'Fișiere', en: 'Files' } },
  admin: {
    group: { ro: 'Publicare', en: 'Publishing' },
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'mimeType', 'filesize', 'pages', 'reading', 'createdAt'],
  },
  upload: {
    // Payload writes nothing there; it only gives no name that lies there already.
    staticDir: directory,
    disableLocalStorage: true,
    handlers: [serveUpload],
    crop: false,
    focalPoint: false,
    bulkUpload: true,
    hideRemoveFile: true,
  },
  access: {
    read: ({ req }) => isStaff(actorOf(req)),
    create: ({ req }) => mayUpload(actorOf(req)),
    update: ({ req }) => mayUpload(actorOf(req)),
    delete: ({ req }) => mayUpload(actorOf(req)),
  },
  fields: [
    { name: 'sha256', type: 'text', index: true, label: { ro: 'Amprenta SHA-256', en: 'SHA-256' }, admin: hidden },
    {
      name: 'pages',
      type: 'number',
      label: { ro: 'Pagini', en: 'Pages' },
      admin: { ...hidden, condition: (data) => Boolean(data['pages']) },
    },
    {
      name: 'reading',
      type: 'ui',
      label: readingLabels.column,
      admin: {
        components: {
          Field: '/src/readings/ReadingField#ReadingField',
          Cell: '/src/readings/ReadingCell#ReadingCell',
        },
      },
    },
  ],
  endpoints: [readingStatusEndpoint, readAgainEndpoint],
  hooks: {
    beforeOperation: [
      async ({ operation, req }) => {
        const file = req.file
        if (!file || (operation !== 'create' && operation !== 'update')) return
        if (operation === 'update') refuseFile(req, 'file-write-once')
        if (file.data.length > largestFileBytes) refuseFile(req, 'file-too-large')
        const verdict = await inspectUpload(file)
        if (verdict.kind === 'refused') refuseFile(req, verdict.code)
        // A command of this machine, like the sample town, is not held up: whoever runs it knows what it brings.
        if (verdict.scan === 'away' && req.user) refuseFile(req, 'file-scanner-away')
        file.mimetype = verdict.mimeType
        const ending = path.extname(file.name).toLowerCase()
        file.name = `${slugOf(spellRomanian(path.basename(file.name, path.extname(file.name)))) || 'fisier'}${ending}`
      },
    ],
    beforeChange: [
      async ({ data, operation, req }) => {
        if (operation !== 'create' || !req.file) return data
        return { ...data, sha256: createHash('sha256').update(req.file.data).digest('hex') }
      },
    ],
    afterChange: [
      async ({ doc, operation, req }) => {
        if (operation === 'create') {
          if (!req.file) throw new Error('A file was stored without its bytes')
          await keepUpload(doc.filename, { data: req.file.data, sha256: doc.sha256 })
          await awaitReading(req, { sha256: doc.sha256, mimeType: doc.mimeType })
        }
        await appendAuditEntry(req, {
          action: operation === 'create' ? 'create' : 'update',
          noun: 'files',
          recordId: String(doc.id),
          title: doc.filename,
          revision: null,
        })
      },
    ],
    beforeDelete: [
      async ({ id, req }) => {
        const file = await req.payload.findByID({ collection: 'files', id, req, depth: 0, overrideAccess: true })
        const transaction = await transactionOf(req)
        const used = await transaction.rows(sql`
          select 1 from avizier.changes
          where record -> 'files' @> ${JSON.stringify([{ sha256: file.sha256 }])}::jsonb limit 1`)
        if (used.length > 0) refuseFile(req, 'file-in-use')
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        await forgetReading(req, doc.sha256)
        await townStore().delete(uploadKey(doc.filename))
        await appendAuditEntry(req, {
          action: 'delete',
          noun: 'files',
          recordId: String(doc.id),
          title: doc.filename,
          revision: null,
        })
      },
    ],
  },
})

function refuseFile(req: PayloadRequest, code: keyof typeof fileMessages): never {
  refuse(req, 'files', [{ path: 'file', message: fileMessages[code] }])
}

/** How the admin opens a file: as a download, from the town's store. Payload has asked who may read it. */
async function serveUpload(_req: PayloadRequest, { params: { filename } }: { params: { filename: string } }) {
  const size = await townStore().size(uploadKey(filename))
  if (size === null) return new Response(null, { status: 404 })
  return new Response(Readable.toWeb(townStore().read(uploadKey(filename))) as unknown as ReadableStream, {
    headers: {
      'content-type': servedTypeOf(filename),
      'content-length': String(size),
      'content-disposition': `attachment; filename="${encodeURIComponent(filename)}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
