import type { PayloadRequest } from 'payload'
import { appendChange, takeRevision } from '../changes/append-change.action.ts'
import type { SaveContext } from '../publishing/publication-hooks.ts'
import type { PublicReporting } from './contract.ts'
import { reportingRules } from './reporting-rules.ts'

export type ReportingDocument = {
  nearbyMetres?: number | null
  answerDays?: number | null
  urgentNotice?: string | null
  updatedAt?: string | null
}
type Category = {
  slug?: string | null
  name: string
  group: string
  hint?: string | null
  expectedDays?: number | null
  authority?: string | null
  department?: number | { publicName?: string | null; name: string } | null
}

/** The rules and the categories as everybody may read them. */
export async function toPublicReporting(doc: ReportingDocument, context: SaveContext): Promise<PublicReporting> {
  const { docs } = await context.req.payload.find({
    collection: 'report-categories',
    where: { takesNew: { equals: true } },
    sort: ['place', 'name'],
    pagination: false,
    depth: 1,
    req: context.req,
    overrideAccess: true, // what is asked for is public
  })
  return {
    noun: 'reporting',
    id: 'reporting',
    revision: context.revision,
    publishedAt: context.publishedAt,
    updatedAt: doc.updatedAt ?? context.publishedAt,
    categories: (docs as unknown as Category[]).map(
      ({ slug, name, group, hint, expectedDays, authority, department }) => ({
        slug: slug ?? '',
        name,
        group,
        hint: hint ?? '',
        expectedDays: expectedDays ?? null,
        handledBy:
          department && typeof department === 'object' ? department.publicName || department.name : authority || null,
      }),
    ),
    ...reportingRules(doc),
  }
}

/** Tells the readers of the change log that the categories have changed. */
export async function announceReporting(req: PayloadRequest): Promise<void> {
  const doc = await req.payload.findGlobal({ slug: 'reporting', depth: 0, req, overrideAccess: true })
  const { revision, publishedAt } = await takeRevision(req, { noun: 'reporting', id: 'reporting', isPublic: true })
  const record = await toPublicReporting(doc as ReportingDocument, {
    req,
    revision,
    publishedAt: (publishedAt ?? new Date()).toISOString(),
  })
  await appendChange(req, { op: 'upsert', noun: 'reporting', id: 'reporting', revision, record })
}
