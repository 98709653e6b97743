import type { Pool } from 'pg'

export type PaymentsInHand = {
  /** Not settled, and asked about. */
  underWay: number
  /** With a person. */
  inReview: number
  /** Journalled and not judged: none, but for the moment in which they are. */
  noticesUnjudged: number
  /** Should have been asked about a quarter of an hour ago: the gateway is away, or nobody asks. */
  overdue: number
}

/** What an operator and a clerk are told about the money that is not settled. */
export async function paymentsInHand(pool: Pick<Pool, 'query'>): Promise<PaymentsInHand> {
  const { rows } = await pool.query<PaymentsInHand>(
    `select count(*) filter (where state in ('sent', 'pending', 'refundPending'))::int as "underWay",
       count(*) filter (where state = 'review')::int as "inReview",
       count(*) filter (where next_poll_at < now() - interval '15 minutes')::int as "overdue",
       (select count(*)::int from avizier.payment_notices
        where verdict is null and received_at < now() - interval '1 minute') as "noticesUnjudged"
     from avizier.payments where next_poll_at is not null or state = 'review'`,
  )
  return rows[0] ?? { underWay: 0, inReview: 0, noticesUnjudged: 0, overdue: 0 }
}
