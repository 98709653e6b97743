import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { ReportLetterFacts } from './report-letters.ro.ts'

/** Whom a letter goes to; `followerId` where he can end it by himself. */
export type Recipient = { email: string; followerId?: number | null; mayAnswer?: boolean }

/** Puts letters about a report into the outbox, in the transaction of what they tell. */
export async function postReportLetters(
  req: PayloadRequest,
  {
    reportId,
    kind,
    to,
    data = {},
  }: { reportId: number; kind: ReportLetterFacts['kind']; to: readonly Recipient[]; data?: Record<string, unknown> },
): Promise<void> {
  if (to.length === 0) return
  const letters = to.map(({ email, followerId = null, mayAnswer = false }) => ({
    email,
    data: { ...data, followerId, mayAnswer },
  }))
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.outbox (kind, recipient, noun, record_id, data)
    select ${kind}, l.email, 'reports', ${reportId}::int, l.data
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as l (email text, data jsonb)`)
}
