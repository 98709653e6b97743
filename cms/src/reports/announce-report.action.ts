import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { appendChange, takeRevision } from '../changes/append-change.action.ts'
import { transactionOf } from '../database/transaction.ts'
import type { ReportState } from './contract.ts'
import { isPublicState } from './report-lifecycle.ts'
import { toPublicReport } from './to-public-report.ts'

/** Tells the readers of the change log how a report stands, after everything else of its step is written. */
export async function announceReport(
  req: PayloadRequest,
  { id, state }: { id: number; state: ReportState },
): Promise<void> {
  const isPublic = isPublicState(state)
  const save = await takeRevision(req, { noun: 'reports', id: String(id), isPublic })
  const about = { noun: 'reports', id: String(id), revision: save.revision } as const
  if (isPublic) {
    const publishedAt = (save.publishedAt ?? new Date()).toISOString()
    const record = await toPublicReport(id, { req, revision: save.revision, publishedAt })
    await appendChange(req, { op: 'upsert', ...about, record })
  } else if (save.wasPublic) await appendChange(req, { op: 'remove', ...about })
}

/** What the public sees of a photo has changed: every public report that carries it is told anew. */
export async function announceMedia(req: PayloadRequest, sha256: string): Promise<void> {
  const transaction = await transactionOf(req)
  const carried = JSON.stringify([{ sha256 }])
  const found = await transaction.rows<{ id: number; state: ReportState }>(sql`
    select id, state from reports where media @> ${carried}::jsonb or proof @> ${carried}::jsonb order by id for update`)
  for (const report of found) if (isPublicState(report.state)) await announceReport(req, report)
}
