import type { PayloadRequest } from 'payload'
import { readingSummaries } from '../readings/reading-summaries.action.ts'
import type { PublicFile } from './contract.ts'

type FileReference = number | string | { id: number | string } | null | undefined
export type AttachedFile = { file?: FileReference; label?: string | null }

const idOf = (reference: FileReference) => (reference && typeof reference === 'object' ? reference.id : reference)

/** The public view of the files a document carries, in its order; `label` falls back to the file's name. */
export async function toPublicFiles(attached: AttachedFile[], req: PayloadRequest): Promise<PublicFile[]> {
  const ids = attached.map((item) => idOf(item.file)).filter((id) => id !== null && id !== undefined)
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'files',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  const readings = await readingSummaries(req, [...new Set(docs.map((doc) => String(doc.sha256)))])
  const byId = new Map(docs.map((doc) => [String(doc.id), doc]))
  return attached.flatMap((item) => {
    const doc = byId.get(String(idOf(item.file)))
    if (!doc) return []
    return [
      {
        sha256: String(doc.sha256),
        name: String(doc.filename),
        label: item.label?.trim() || String(doc.filename),
        mimeType: String(doc.mimeType),
        bytes: Number(doc.filesize),
        pages: doc.pages ? Number(doc.pages) : null,
        reading: readings.get(String(doc.sha256)) ?? null,
      },
    ]
  })
}
