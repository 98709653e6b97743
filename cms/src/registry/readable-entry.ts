import type { PayloadRequest } from 'payload'
import type { Registry } from '../payload-types.ts'

/** An entry as the person of the request may read it; null when there is none, or when it is not for him. */
export async function readableEntry(req: PayloadRequest, id: number): Promise<Registry | null> {
  if (!req.user || !Number.isSafeInteger(id)) return null
  const { docs } = await req.payload.find({
    collection: 'registry',
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    req,
    user: req.user,
    overrideAccess: false,
  })
  return docs[0] ?? null
}
