import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf } from '../publishing/calendar.ts'
import { accessCodeOf, codeDigest } from '../registry/access-code.ts'
import { amountInWords } from './amount-in-words.ts'
import type { PaidPayment } from './payable.ts'
import { currentTable } from './payment-rules.ts'

/** What a receipt says, as it was on the day; it never changes afterwards. */
export type ReceiptFacts = {
  order: string
  purpose: PaidPayment['purpose']
  description: string
  amountInWords: string
  payer: string
  /** The masked CNP, or the CUI; null for a fee. */
  offender: string | null
  paidAt: string
  provider: string
  providerRef: string | null
  iban: string
  fiscalCode: string
}

export type IssuedReceipt = { id: number; series: string; year: number; number: number; code: string }

/** The code of a receipt, by which anybody who holds it verifies it; made from the order, and stored nowhere. */
export const receiptCodeOf = (order: string, secret: string): string => accessCodeOf(`receipt ${order}`, secret)

/**
 * Gives a paid payment its receipt, in the transaction that made it paid: the number is taken by the statement that
 * stores it, so that a payment that does not commit leaves no gap. One debt has one receipt.
 * @returns null when the debt of this payment has a receipt that stands
 */
export async function issueReceipt(
  req: PayloadRequest,
  payment: PaidPayment,
  now: Date,
): Promise<IssuedReceipt | null> {
  const { accounts } = await currentTable(req)
  const transaction = await transactionOf(req)
  // Two payments of one debt wait for each other here: the second one sees the receipt of the first.
  await transaction.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`receipt ${payment.matter}`}, 0))`)
  const standing = await transaction.rows(sql`
    select 1 from avizier.receipts r where (r.matter = ${payment.matter} or r.payment_id = ${payment.id})
      and not exists (select 1 from avizier.receipt_returns b where b.receipt_id = r.id)`)
  if (standing.length > 0) return null
  const { offenderMasked } = payment.details
  const facts: ReceiptFacts = {
    order: payment.order,
    purpose: payment.purpose,
    description: payment.description,
    amountInWords: amountInWords(payment.amountBani),
    payer: payment.payer.name,
    offender: typeof offenderMasked === 'string' ? offenderMasked : null,
    paidAt: payment.paidAt.toISOString(),
    provider: payment.provider,
    providerRef: payment.providerRef,
    iban: accounts.localIban,
    fiscalCode: accounts.fiscalCode,
  }
  const code = receiptCodeOf(payment.order, req.payload.secret)
  const year = Number(dayOf(now).slice(0, 4))
  const series = accounts.receiptSeries
  const [row] = await transaction.rows<{ id: string; number: string }>(sql`
    with counter as (
      insert into avizier.receipt_counters as c (series, year, last_number) values (${series}, ${year}, 1)
      on conflict (series, year) do update set last_number = c.last_number + 1
      returning last_number
    )
    insert into avizier.receipts (series, year, number, payment_id, matter, issued_at, amount_bani, code_digest, facts)
    select ${series}, ${year}, last_number, ${payment.id}, ${payment.matter}, ${now.toISOString()}, ${payment.amountBani},
      ${codeDigest(code, req.payload.secret)}, ${JSON.stringify(facts)}::jsonb
    from counter
    returning id, number`)
  if (!row) throw new Error(`The receipt of payment ${payment.id} was not stored`)
  return { id: Number(row.id), series, year, number: Number(row.number), code }
}
