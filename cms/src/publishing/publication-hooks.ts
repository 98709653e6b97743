import { slugOf } from '@avizier/search/romanian-text'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { APIError, type CollectionConfig, Forbidden, type PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { actionOfSave } from '../audit/audit-entry.ts'
import { appendChange, type Save, takeRevision } from '../changes/append-change.action.ts'
import type { CollectionNoun, PublicRecord } from '../changes/contract.ts'
import { transactionOf } from '../database/transaction.ts'
import { type Actor, mayPublish } from '../staff/roles.ts'
import { dayOf, momentOfDay } from './calendar.ts'
import { publishingMessages } from './publishing.ro.ts'
import { type FieldRefusal, refuse } from './refuse.ts'
import { checkSchedule, checkSlug } from './schedule.ts'
import { spelled } from './spelling.ts'

export type SaveContext = { req: PayloadRequest; revision: number; publishedAt: string }

/** What a noun tells about its publication; everything else is the same for all of them. */
export type Publishing<Doc extends object> = {
  /** The record as the public reads it. `doc` is as stored; its relationships are ids or documents. */
  toRecord(doc: Doc & { id: number | string }, context: SaveContext): Promise<PublicRecord>
  /** Faults of the document at this save, each at its field, in Romanian. */
  check?(
    doc: Partial<Doc>,
    save: { publishing: boolean; now: Date; before: Partial<Doc> | null; req: PayloadRequest },
  ): Promise<FieldRefusal[]> | FieldRefusal[]
  /** What a once published document no longer lets anyone change. */
  frozen?(before: Partial<Doc>, after: Partial<Doc>): FieldRefusal[]
  /** Other documents of this noun whose public record shows this one; they get a change row too. */
  touches?(doc: Doc, before: Partial<Doc> | null, req: PayloadRequest): Promise<(number | string)[]>
  /** Why a published document may not be taken down now; empty when it may. `after`: the document as it is being saved. */
  mayTakeDown?(after: Partial<Doc>): FieldRefusal[]
  /** False when a once published document stays in the record for good. */
  mayDeletePublished?: boolean
  /** Present when documents have an address of their own making. */
  address?: { reserved: ReadonlySet<string> }
}

type Stored = Record<string, unknown> & { id: number | string; title?: string; _status?: 'draft' | 'published' }

export function publicationHooks<Doc extends object>(
  noun: CollectionNoun,
  publishing: Publishing<Doc>,
): NonNullable<CollectionConfig['hooks']> {
  const { toRecord, check, touches, address, frozen, mayTakeDown, mayDeletePublished = true } = publishing

  const emit = async (req: PayloadRequest, doc: Stored, save: Save) => {
    const record = await toRecord(doc as never, {
      req,
      revision: save.revision,
      publishedAt: (save.publishedAt ?? new Date()).toISOString(),
    })
    await appendChange(req, { op: 'upsert', noun, id: String(doc.id), revision: save.revision, record })
  }

  const emitTouched = async (req: PayloadRequest, ids: (number | string)[]) => {
    for (const id of [...new Set(ids.map(String))].sort()) {
      const touched = (await req.payload.findByID({
        collection: noun,
        id,
        req,
        depth: 0,
        overrideAccess: true,
        disableErrors: true,
      })) as Stored | null
      if (touched?._status !== 'published') continue
      await emit(req, touched, await takeRevision(req, { noun, id, isPublic: 'as stored' }))
    }
  }

  return {
    beforeValidate: [
      ({ data }) => {
        if (!data) return data
        const clean = spelled(data) as Stored
        if (address && !clean['slug'] && typeof clean.title === 'string') clean['slug'] = slugOf(clean.title)
        return clean
      },
    ],

    beforeChange: [
      async ({ data, originalDoc, operation, req }) => {
        const now = new Date()
        const isPublishing = data._status === 'published'
        if (isPublishing) requirePublisher(req, noun)
        if (isPublishing && !data.publishedOn) data.publishedOn = momentOfDay(dayOf(now))
        const before = (operation === 'update' ? originalDoc : null) as Partial<Doc> | null
        // A scheduled draft has to be ready: nobody is there at the hour to be told what it lacks.
        const mustBeReady = isPublishing || Boolean(data.publishAt)
        const refusals: FieldRefusal[] = checkSchedule(data, { publishing: isPublishing, now }).map(inRomanian)
        if (mustBeReady && !data.title) refusals.push({ path: 'title', message: publishingMessages['title-missing'] })
        if (address && data.slug) refusals.push(...checkSlug(data.slug, address.reserved).map(inRomanian))
        if (check) refusals.push(...(await check(data as Partial<Doc>, { publishing: mustBeReady, now, before, req })))
        const published = before && (address || frozen) ? await publishedState(req, noun, originalDoc.id) : null
        if (published && frozen)
          refusals.push(...frozen(await publishedDocument<Doc>(req, noun, originalDoc.id), data as Partial<Doc>))
        if (refusals.length > 0) refuse(req, noun, refusals)
        if (published?.slug && address && data.slug) {
          const former: string[] = originalDoc.formerSlugs ?? []
          data.formerSlugs = [...new Set([...former, published.slug])].filter((slug) => slug !== data.slug)
        }
        return data
      },
    ],

    afterChange: [
      async ({ doc, previousDoc, operation, req }) => {
        const id = String(doc.id)
        const save = await takeRevision(req, { noun, id, isPublic: 'as stored' })
        const savedDraft = doc._status !== 'published'
        await appendAuditEntry(req, {
          action: actionOfSave({ isNew: operation === 'create', ...save, savedDraft }),
          noun,
          recordId: id,
          title: titleOf(doc),
          revision: save.revision,
        })
        if (savedDraft && save.isPublic) return // The public goes on reading what is published.
        if (save.wasPublic && !save.isPublic) {
          requirePublisher(req, noun)
          const refusals = mayTakeDown?.(doc as Partial<Doc>) ?? []
          if (refusals.length > 0) refuse(req, noun, refusals)
          await appendChange(req, { op: 'remove', noun, id, revision: save.revision })
        }
        if (save.isPublic) await emit(req, doc, save)
        if (touches && (save.isPublic || save.wasPublic)) {
          await emitTouched(
            req,
            await touches(doc as Doc, operation === 'create' ? null : (previousDoc as Partial<Doc>), req),
          )
        }
      },
    ],

    afterDelete: [
      async ({ doc, req }) => {
        const id = String(doc.id)
        const save = await takeRevision(req, { noun, id, isPublic: false })
        if (save.wasPublic) requirePublisher(req, noun)
        if (save.publishedAt && !mayDeletePublished) {
          throw new APIError(publishingMessages['published-stays'], 409, undefined, true)
        }
        await appendAuditEntry(req, {
          action: 'delete',
          noun,
          recordId: id,
          title: titleOf(doc),
          revision: save.revision,
        })
        if (save.wasPublic) await appendChange(req, { op: 'remove', noun, id, revision: save.revision })
        if (touches && save.wasPublic) await emitTouched(req, await touches(doc as Doc, null, req))
      },
    ],
  }
}

const inRomanian = (refusal: { path: string; code: keyof typeof publishingMessages }): FieldRefusal => ({
  path: refusal.path,
  message: publishingMessages[refusal.code],
})

const titleOf = (doc: Stored) => doc.title?.trim() || '(fără titlu)'

/** Requests without a user are the system's own: schedules, imports, the sample town. */
function requirePublisher(req: PayloadRequest, noun: CollectionNoun): void {
  if (req.user && !mayPublish(req.user as unknown as Actor, noun)) throw new Forbidden(req.t)
}

/** What the public reads of a document that was published at least once; null when it never was. */
async function publishedState(
  req: PayloadRequest,
  noun: CollectionNoun,
  id: number | string,
): Promise<{ slug?: string } | null> {
  const transaction = await transactionOf(req)
  const slug = noun === 'acts' ? sql`null` : sql`d.slug`
  const [row] = await transaction.rows<{ slug: string | null }>(sql`
    select ${slug} as slug from avizier.revisions r join ${sql.identifier(noun)} d on d.id = ${Number(id)}
    where r.noun = ${noun} and r.id = ${String(id)} and r.published_at is not null`)
  return row ? { ...(row.slug ? { slug: row.slug } : {}) } : null
}

async function publishedDocument<Doc>(req: PayloadRequest, noun: CollectionNoun, id: number | string) {
  const doc: unknown = await req.payload.findByID({
    collection: noun,
    id,
    req,
    depth: 0,
    draft: false,
    overrideAccess: true,
  })
  return doc as Partial<Doc>
}
