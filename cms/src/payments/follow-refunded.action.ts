import { sql } from '@payloadcms/db-postgres/drizzle'
import { transactionOf } from '../database/transaction.ts'
import type { PaymentDesk } from './payment-desk.ts'

/**
 * What follows when the gateway has given a payment back: its receipt says so, the debt is due again, and the task that
 * asked for it is done. The payment that was one too many has no receipt and no debt, and changes neither.
 */
export const followRefunded: PaymentDesk['onRefunded'] = async (req, payment) => {
  const at = (payment.refundedAt ?? new Date()).toISOString()
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.receipt_returns (receipt_id, at)
    select id, ${at} from avizier.receipts where payment_id = ${payment.id} on conflict do nothing`)
  await transaction.rows(sql`
    with returned as (
      update avizier.paid_fines set is_refunded = true where payment_id = ${payment.id} returning fine_id
    )
    update fines f set state = 'due', paid_on = null, paid_bani = null, paid_through = null, updated_at = now()
    from returned where f.id = returned.fine_id and f.state = 'paid' and f.paid_through = 'card'
      and not exists (select 1 from avizier.paid_fines p
        where p.fine_id = f.id and p.payment_id <> ${payment.id} and not p.is_refunded)`)
  await transaction.rows(sql`update avizier.paid_fees set is_refunded = true where payment_id = ${payment.id}`)
  await transaction.rows(sql`
    with done as (
      update avizier.refund_tasks set state = 'returned'
      where payment_id = ${payment.id} and provider_ref = '' and state not in ('returned', 'dismissed') returning id
    )
    insert into avizier.refund_steps (task_id, verb, at, actor_id, actor_name, note)
    select id, 'return', ${at}, null, 'Procesatorul de plăți', '' from done`)
}
