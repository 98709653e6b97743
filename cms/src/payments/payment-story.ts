import type { Pool } from 'pg'
import type { PaymentState } from './contract.ts'
import type { PaymentReport } from './payment-provider.ts'

export type PaymentStory = {
  events: {
    at: Date
    from: PaymentState | null
    to: PaymentState
    cause: 'request' | 'start' | 'notice' | 'poll' | 'clock' | 'clerk'
    actor: string | null
    reason: string | null
  }[]
  notices: { id: number; receivedAt: Date; verdict: string | null; report: PaymentReport | null }[]
  polls: { id: number; askedAt: Date; question: 'status' | 'refund'; verdict: string | null }[]
  /** Other transactions that paid the same order. */
  again: { providerRef: string; amountBani: number; noticedAt: Date }[]
}

/** Everything that was ever said and done about a payment, in the order in which it came. */
export async function storyOf(pool: Pick<Pool, 'query'>, order: string): Promise<PaymentStory> {
  const rows = async <Row>(statement: string) => (await pool.query(statement, [order])).rows as Row[]
  return {
    events: await rows(`select at, from_state as "from", to_state as "to", cause, actor_name as actor, reason
      from avizier.payment_events where order_id = $1 order by revision`),
    notices: await rows(`select id::int, received_at as "receivedAt", verdict, report
      from avizier.payment_notices where order_id = $1 order by id`),
    polls: await rows(`select id::int, asked_at as "askedAt", question, verdict
      from avizier.payment_polls where order_id = $1 order by id`),
    again: await rows(`select provider_ref as "providerRef", amount_bani as "amountBani", noticed_at as "noticedAt"
      from avizier.payments_again where order_id = $1 order by noticed_at`),
  }
}
