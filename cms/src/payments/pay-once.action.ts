import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { Payment } from './payment-row.ts'

/**
 * Makes money count once for whatever it was paid for. Two payments of one thing wait for each other here; the second
 * is money to be given back. False when it is the second.
 */
export async function payOnce(req: PayloadRequest, desk: PaymentDesk, payment: Payment, now: Date): Promise<boolean> {
  const transaction = await transactionOf(req)
  await transaction.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`payment of ${payment.subject}`}, 0))`)
  const others = await transaction.rows(sql`
    select from avizier.payments
    where subject = ${payment.subject} and order_id <> ${payment.order} and paid_at is not null and refunded_at is null`)
  if (others.length > 0) {
    await openRefundTask(req, payment, { providerRef: payment.providerRef ?? '', reason: 'paid-twice', now })
    return false
  }
  await desk.onPaid(req, payment)
  return true
}

export async function openRefundTask(
  req: PayloadRequest,
  payment: Payment,
  { providerRef, reason, now }: { providerRef: string; reason: 'paid-twice' | 'paid-again'; now: Date },
): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.refund_tasks (order_id, provider_ref, amount_bani, reason, opened_at)
    values (${payment.order}, ${providerRef}, ${payment.amountBani}, ${reason}, ${now.toISOString()})
    on conflict (order_id, provider_ref) do nothing`)
}
