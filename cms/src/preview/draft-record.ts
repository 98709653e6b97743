import type { PayloadRequest } from 'payload'
import type { Noun, PublicRecord } from '../changes/contract.ts'
import type { SaveContext } from '../publishing/publication-hooks.ts'

type ToRecord = (doc: unknown, context: SaveContext) => Promise<PublicRecord>

/** The newest saved state of a document, draft or not, as it would be published now; null when there is none. */
export async function toRecordOf(req: PayloadRequest, noun: Noun, id: string): Promise<PublicRecord | null> {
  const now = new Date().toISOString()
  const context: SaveContext = { req, revision: 1, publishedAt: now }
  const trusted = { req, depth: 0, overrideAccess: true } as const // the signed link is the permission
  if (noun === 'institution' || noun === 'search' || noun === 'geography' || noun === 'reporting') {
    const doc = await req.payload.findGlobal({ slug: noun, ...trusted })
    return toRecordIn(req.payload.globals.config.find((global) => global.slug === noun))(doc, context)
  }
  const doc = await req.payload.findByID({ collection: noun, id, draft: true, disableErrors: true, ...trusted })
  if (!doc) return null
  const unfinished = {
    number: 0,
    title: '(fără titlu)',
    slug: 'ciorna',
    adoptedOn: now,
    documentOn: now,
    publishedOn: now,
  }
  const given = Object.fromEntries(Object.entries(doc).filter(([, value]) => value !== null && value !== undefined))
  return toRecordIn(req.payload.collections[noun]?.config)({ ...unfinished, ...given }, { ...context, revision: 2 })
}

function toRecordIn(config: { custom?: Record<string, unknown> } | undefined): ToRecord {
  const toRecord = config?.custom?.['toRecord']
  if (typeof toRecord !== 'function') throw new Error('This noun has no public record')
  return toRecord as ToRecord
}
