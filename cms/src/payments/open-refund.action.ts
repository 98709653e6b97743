import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { RefundReason } from './refund-steps.ts'

/** Opens the task of giving a payment back, once, in the transaction of the request. Its first step is this one. */
export async function openRefund(
  req: PayloadRequest,
  {
    payment,
    reason,
    providerRef = '',
    amountBani = payment.amountBani,
    now,
  }: {
    payment: { id: number; order: string; amountBani: number }
    reason: RefundReason
    /** Another transaction of the same order, whose money is one too many; the payment itself stands. */
    providerRef?: string
    amountBani?: number
    now: Date
  },
): Promise<void> {
  const actor = {
    id: req.user ? String(req.user.id) : null,
    name: (req.user as { name?: string } | null)?.name ?? 'Sistem',
  }
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    with opened as (
      insert into avizier.refund_tasks (payment_id, payment_order, provider_ref, amount_bani, reason, state, opened_at)
      values (${payment.id}, ${payment.order}, ${providerRef}, ${amountBani}, ${reason}, 'open', ${now.toISOString()})
      on conflict (payment_id, provider_ref) do nothing returning id
    )
    insert into avizier.refund_steps (task_id, verb, at, actor_id, actor_name, note)
    select id, 'open', ${now.toISOString()}, ${actor.id}, ${actor.name}, '' from opened`)
}
