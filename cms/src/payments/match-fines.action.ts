import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'

type Paid = { payment_id: string; paid_at: string; amount_bani: string }

/**
 * Gives a fine that has just come into the register the payment that came before it, where paper and offender are the
 * same. What was paid with another CNP, or another number, is matched by a person.
 */
export async function settleKnownPayments(req: PayloadRequest, fineId: number): Promise<void> {
  const transaction = await transactionOf(req)
  const [paid] = await transaction.rows<Paid>(sql`
    update avizier.paid_fines p set fine_id = ${fineId}, matched_at = now(), matched_by = 'Sistem'
    from fines f
    where f.id = ${fineId} and f.state = 'due' and p.fine_id is null and not p.is_refunded
      and p.paper_key = f.paper_key and p.offender_digest = f.offender_digest
    returning p.payment_id, p.paid_at, p.amount_bani`)
  if (paid) await markPaid(req, { fineId, paidAt: new Date(paid.paid_at), amountBani: Number(paid.amount_bani) })
}

/** The only way a payment makes a fine paid; one that is paid or void already stays as it is. */
export async function markPaid(
  req: PayloadRequest,
  { fineId, paidAt, amountBani }: { fineId: number; paidAt: Date; amountBani: number },
): Promise<boolean> {
  const transaction = await transactionOf(req)
  const rows = await transaction.rows<{ id: number }>(sql`
    update fines set state = 'paid', paid_on = ${momentOfDay(dayOf(paidAt))}, paid_bani = ${amountBani},
      paid_through = 'card', updated_at = now()
    where id = ${fineId} and state = 'due' returning id`)
  return rows.length > 0
}
