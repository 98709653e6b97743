import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { Payment } from './payment-row.ts'

/** Tells the rest of the record what a payment's new state means in money, in the transaction that moved it. */
export async function noteMoney(
  req: PayloadRequest,
  desk: PaymentDesk,
  before: Payment,
  after: Payment,
): Promise<void> {
  if (after.state === 'paid' && before.paidAt === null && after.paidAt) {
    const { id, order, purpose, amountBani, description, matter, details, payer, gateway, providerRef, paidAt } = after
    const paid = { id, order, purpose, amountBani, description, matter, details, payer, providerRef, paidAt }
    await desk.onPaid(req, { ...paid, provider: gateway })
  }
  if (after.state === 'refunded' && after.paidAt !== null) await desk.onRefunded(req, after)
}

/** Notes a second transaction of an order that has been paid, once however often the gateway tells of it. */
export async function noteAgain(
  req: PayloadRequest,
  desk: PaymentDesk,
  { payment, providerRef, amountBani, now }: { payment: Payment; providerRef: string; amountBani: number; now: Date },
): Promise<void> {
  const transaction = await transactionOf(req)
  const noted = await transaction.rows(sql`
    insert into avizier.payments_again (order_id, provider_ref, amount_bani, noticed_at)
    values (${payment.order}, ${providerRef}, ${amountBani}, ${now.toISOString()})
    on conflict (order_id, provider_ref) do nothing returning order_id`)
  if (noted.length > 0) await desk.onPaidAgain(req, { payment, providerRef, amountBani })
}
