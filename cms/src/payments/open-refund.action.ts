import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { RefundReason } from './refund-steps.ts'

/** Opens the task of giving a payment back, once, in the transaction of the request. Its first step is this one. */
export async function openRefund(
  req: PayloadRequest,
  { paymentId, order, reason, now }: { paymentId: number; order: string; reason: RefundReason; now: Date },
): Promise<void> {
  const actor = {
    id: req.user ? String(req.user.id) : null,
    name: (req.user as { name?: string } | null)?.name ?? 'Sistem',
  }
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    with opened as (
      insert into avizier.refund_tasks (payment_id, payment_order, reason, state, opened_at)
      values (${paymentId}, ${order}, ${reason}, 'open', ${now.toISOString()})
      on conflict (payment_id) do nothing returning id
    )
    insert into avizier.refund_steps (task_id, verb, at, actor_id, actor_name, note)
    select id, 'open', ${now.toISOString()}, ${actor.id}, ${actor.name}, '' from opened`)
}
