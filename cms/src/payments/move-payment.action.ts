import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { PaymentState } from './contract.ts'
import { type Payment, type PaymentRow, paymentOf } from './payment-row.ts'
import type { ReviewReason } from './payment-state.ts'
import { pollAfterSeconds } from './poll-schedule.ts'

export type Cause = {
  kind: 'request' | 'start' | 'notice' | 'poll' | 'clock' | 'clerk'
  id?: number
  actor?: { id: string; name: string }
  reason?: string
}

/** Takes a payment into the transaction of the request: whoever moves it too waits until this is done. */
export async function lockPayment(req: PayloadRequest, order: string): Promise<Payment | null> {
  const transaction = await transactionOf(req)
  const [row] = await transaction.rows<PaymentRow>(
    sql`select * from avizier.payments where order_id = ${order} for update`,
  )
  return row ? paymentOf(row) : null
}

/** Moves a locked payment, and writes down what moved it. The only statement that changes a state. */
export async function movePayment(
  req: PayloadRequest,
  payment: Payment,
  {
    to,
    reviewReason = null,
    providerRef = null,
    cause,
    now,
  }: { to: PaymentState; reviewReason?: ReviewReason | null; providerRef?: string | null; cause: Cause; now: Date },
): Promise<Payment> {
  const transaction = await transactionOf(req)
  const at = now.toISOString()
  const [row] = await transaction.rows<PaymentRow>(sql`
    update avizier.payments set
      state = ${to},
      review_reason = ${reviewReason},
      provider_ref = coalesce(${providerRef}, provider_ref),
      revision = revision + 1,
      sent_at = case when ${to} = 'sent' then ${at}::timestamptz else sent_at end,
      paid_at = case when ${to} = 'paid' then coalesce(paid_at, ${at}::timestamptz) else paid_at end,
      refunded_at = case when ${to} = 'refunded' then ${at}::timestamptz else refunded_at end,
      polls = 0,
      next_poll_at = ${nextPollAt(to, 0, now)}::timestamptz
    where order_id = ${payment.order} returning *`)
  if (!row) throw new Error(`The payment ${payment.order} was locked and then not there`)
  await appendEvent(req, { order: payment.order, revision: row.revision, from: payment.state, to, cause, now })
  return paymentOf(row)
}

export async function appendEvent(
  req: PayloadRequest,
  event: { order: string; revision: number; from: PaymentState | null; to: PaymentState; cause: Cause; now: Date },
): Promise<void> {
  const { order, revision, from, to, cause, now } = event
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.payment_events
      (order_id, revision, at, from_state, to_state, cause, cause_id, actor_id, actor_name, reason)
    values (${order}, ${revision}, ${now.toISOString()}, ${from}, ${to}, ${cause.kind}, ${cause.id ?? null},
      ${cause.actor?.id ?? null}, ${cause.actor?.name ?? null}, ${cause.reason ?? null})`)
}

/** When the gateway is asked next; null when it is not. */
export function nextPollAt(state: PaymentState, polls: number, now: Date): string | null {
  const seconds = pollAfterSeconds(state, polls)
  return seconds === null ? null : new Date(now.getTime() + seconds * 1000).toISOString()
}
