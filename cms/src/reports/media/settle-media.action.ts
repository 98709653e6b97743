import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../../database/transaction.ts'
import type { MediaOutcome, MediaTurn } from './media-queue.ts'

/** What the public sees of a file has changed: public reports that carry it get a change row in this transaction. */
export type AnnounceMedia = (req: PayloadRequest, sha256: string) => Promise<void>

/** Ends a turn. 'lost' when the lease has gone: a clerk has hidden something else meanwhile, or another has taken it. */
export async function settleMedia(
  req: PayloadRequest,
  { sha256, lease }: MediaTurn,
  outcome: MediaOutcome,
  announce: AnnounceMedia,
): Promise<'settled' | 'lost'> {
  const isReady = outcome.kind === 'ready'
  const transaction = await transactionOf(req)
  const settled = await transaction.rows(sql`
    update avizier.report_media set
      state = ${outcome.kind}, code = ${isReady ? null : outcome.code},
      media = ${isReady ? JSON.stringify(outcome.media) : null}::jsonb, desk_sha256 = ${isReady ? outcome.desk : null},
      served = (select coalesce(array_agg(each), '{}') from jsonb_array_elements_text(${JSON.stringify(isReady ? outcome.served : [])}::jsonb) each),
      lease = null, lease_until = null, attempts = 0, updated_at = now()
    where sha256 = ${sha256} and lease = ${lease} returning sha256`)
  if (settled.length === 0) return 'lost'
  await announce(req, sha256)
  return 'settled'
}
