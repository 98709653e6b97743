import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { transactionOf } from '../database/transaction.ts'
import { issueReceipt } from './issue-receipt.action.ts'
import { markPaid } from './match-fines.action.ts'
import { openRefund } from './open-refund.action.ts'
import type { OnPaid } from './payable.ts'
import type { PaymentDesk } from './payment-desk.ts'

const FineDetails = z.object({
  paperKey: z.string(),
  written: z.string(),
  fineId: z.number().int().nullable(),
  offenderDigest: z.string(),
})
const FeeDetails = z.object({ entryId: z.number().int() })

/**
 * What follows when money has come: a receipt, the debt of the register or of the filing, and a letter, all in the
 * payment's own transaction. Money for a debt that is paid already gets a refund task instead of a second receipt.
 */
export const followPaid: OnPaid = async (req, payment) => {
  const now = new Date()
  const transaction = await transactionOf(req)
  const post = (kind: 'paid' | 'paidTwice') =>
    transaction.rows(sql`
      insert into avizier.outbox (noun, kind, recipient, record_id, data)
      values ('payments', ${kind}, ${payment.payer.email}, ${payment.id}, ${JSON.stringify({ order: payment.order })}::jsonb)`)
  const receipt = await issueReceipt(req, payment, now)
  if (!receipt) {
    await openRefund(req, { payment, reason: 'paid-twice', now })
    await post('paidTwice')
    return
  }
  await post('paid')
  const at = payment.paidAt.toISOString()
  if (payment.purpose === 'fine') {
    const fine = FineDetails.parse(payment.details)
    const known = fine.fineId ?? (await fineInRegister(transaction, fine))
    const isSettled =
      known !== null && (await markPaid(req, { fineId: known, paidAt: payment.paidAt, amountBani: payment.amountBani }))
    await transaction.rows(sql`
      insert into avizier.paid_fines (payment_id, paper_key, written, offender_digest, fine_id, amount_bani, paid_at)
      values (${payment.id}, ${fine.paperKey}, ${fine.written}, ${fine.offenderDigest}, ${known}, ${payment.amountBani}, ${at})`)
    // Paid at the counter, or void, between the hand-over and the notice.
    if (known !== null && !isSettled) await openRefund(req, { payment, reason: 'not-owed', now })
  }
  if (payment.purpose === 'fee') {
    const { entryId } = FeeDetails.parse(payment.details)
    await transaction.rows(sql`
      insert into avizier.paid_fees (payment_id, entry_id, amount_bani, paid_at)
      values (${payment.id}, ${entryId}, ${payment.amountBani}, ${at})`)
  }
}

/** An order that was paid has been paid again, by another transaction at the gateway: that money goes back. */
export const followPaidAgain: PaymentDesk['onPaidAgain'] = async (req, { payment, providerRef, amountBani }) => {
  await openRefund(req, { payment, reason: 'paid-twice', providerRef, amountBani, now: new Date() })
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.outbox (noun, kind, recipient, record_id, data)
    values ('payments', 'paidTwice', ${payment.payer.email}, ${payment.id}, ${JSON.stringify({ order: payment.order })}::jsonb)`)
}

async function fineInRegister(
  transaction: Awaited<ReturnType<typeof transactionOf>>,
  { paperKey, offenderDigest }: z.infer<typeof FineDetails>,
): Promise<number | null> {
  const [fine] = await transaction.rows<{ id: number }>(
    sql`select id from fines where paper_key = ${paperKey} and offender_digest = ${offenderDigest} and state <> 'void'`,
  )
  return fine?.id ?? null
}
