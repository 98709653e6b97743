import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { PublicReportState } from './contract.ts'
import { postReportLetters } from './post-letters.action.ts'
import { idOfToken } from './report-token.ts'
import { parseReportNumber } from './report-words.ts'

/**
 * Writes to an address that somebody wants to follow from there; it follows when it confirms. Says nothing of whether
 * the address follows already.
 */
export async function askToFollow(
  req: PayloadRequest,
  { numar, email }: { numar: string; email: string },
): Promise<'asked' | 'report-unknown'> {
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [report] = await transaction.rows<{ id: number; state: string }>(
      sql`select id, state from reports where number = ${parseReportNumber(numar) ?? ''}`,
    )
    if (!report || !PublicReportState.safeParse(report.state).success) return 'report-unknown'
    const [follower] = await transaction.rows<{ id: number; state: string }>(sql`
      insert into avizier.report_followers as f (report_id, email, role, state)
      values (${report.id}, ${email}, 'follower', 'waiting')
      on conflict (report_id, lower(email)) do update set
        state = case when f.state = 'active' then 'active' else 'waiting' end
      returning id::int, state`)
    if (follower && follower.state !== 'active')
      await postReportLetters(req, {
        reportId: report.id,
        kind: 'confirmFollow',
        to: [{ email, followerId: follower.id }],
      })
    return 'asked'
  })
}

/** By the link of that letter. Answers the number of the report; null when the link is wrong. */
export async function confirmFollow(req: Pick<PayloadRequest, 'payload'>, jeton: string): Promise<string | null> {
  return numberOf(
    req,
    `with followed as (
       update avizier.report_followers set state = 'active', confirmed_at = coalesce(confirmed_at, now())
       where id = $1 and state <> 'ended' returning report_id)
     select r.number from followed join record.reports r on r.id = followed.report_id`,
    idOfToken(req.payload.secret, 'follow', jeton),
  )
}

/** By the link of every letter: the address follows neither the report nor the one that it was merged into. */
export async function endFollow(req: Pick<PayloadRequest, 'payload'>, jeton: string): Promise<string | null> {
  return numberOf(
    req,
    `with asked as (
       select r.id, r.merged_into_id, r.number, f.email
       from avizier.report_followers f join record.reports r on r.id = f.report_id where f.id = $1
     ), ended as (
       update avizier.report_followers f set state = 'ended' from asked
       where f.report_id in (asked.id, asked.merged_into_id) and lower(f.email) = lower(asked.email))
     select number from asked`,
    idOfToken(req.payload.secret, 'end', jeton),
  )
}

async function numberOf(
  req: Pick<PayloadRequest, 'payload'>,
  statement: string,
  followerId: number | null,
): Promise<string | null> {
  if (followerId === null) return null
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ number: string }>(statement, [followerId])
  return rows[0]?.number ?? null
}
