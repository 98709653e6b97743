import type { GlobalConfig } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { appendChange, takeRevision } from '../changes/append-change.action.ts'
import type { GlobalNoun, PublicRecord } from '../changes/contract.ts'
import { type Actor, isStaff, mayPublish } from '../staff/roles.ts'
import type { SaveContext } from './publication-hooks.ts'
import { spelled } from './spelling.ts'

type Options<Doc extends object> = Omit<GlobalConfig, 'slug' | 'access' | 'hooks'> & {
  slug: GlobalNoun
  toRecord(doc: Doc, context: SaveContext): Promise<PublicRecord>
}

/** The one document of its noun: every save is public at once. */
export function publishedGlobal<Doc extends object>({ toRecord, ...options }: Options<Doc>): GlobalConfig {
  const noun = options.slug
  return {
    ...options,
    custom: { toRecord },
    versions: { max: 0 },
    access: {
      read: () => true,
      readVersions: ({ req }) => isStaff(req.user as unknown as Actor),
      update: ({ req }) => mayPublish(req.user as unknown as Actor, noun),
    },
    hooks: {
      beforeValidate: [({ data }) => spelled(data)],
      afterChange: [
        async ({ doc, req }) => {
          const save = await takeRevision(req, { noun, id: noun, isPublic: true })
          const title = String(doc['name'] ?? noun)
          await appendAuditEntry(req, { action: 'update', noun, recordId: noun, title, revision: save.revision })
          const record = await toRecord(doc as Doc, {
            req,
            revision: save.revision,
            publishedAt: (save.publishedAt ?? new Date()).toISOString(),
          })
          await appendChange(req, { op: 'upsert', noun, id: noun, revision: save.revision, record })
        },
      ],
    },
  }
}
