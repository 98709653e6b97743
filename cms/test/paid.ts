import { randomBytes } from 'node:crypto'
import { createLocalReq } from 'payload'
import { inTransaction } from '../src/database/in-transaction.ts'
import { followPaid } from '../src/payments/follow-paid.action.ts'
import type { PaidPayment } from '../src/payments/payable.ts'
import { payables } from '../src/payments/payables.action.ts'
import type { TestRecord } from './record.ts'

let payments = 0
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const anOrder = () => [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('')

/** What the record would take for a subject, as the opening of a payment asks it. */
export async function payableFor(
  record: TestRecord,
  purpose: PaidPayment['purpose'],
  subject: Record<string, unknown>,
) {
  return payables(await createLocalReq({}, record.payload), { purpose, subject })
}

/** Money that has come for a subject, followed as settling a payment follows it; `before` may change what was opened. */
export async function pay(
  record: TestRecord,
  purpose: PaidPayment['purpose'],
  subject: Record<string, unknown>,
  { paidAt = new Date(), ...given }: Partial<PaidPayment> = {},
): Promise<PaidPayment> {
  const payable = await payableFor(record, purpose, subject)
  if (payable.kind !== 'payable') throw new Error(`not payable: ${JSON.stringify(payable)}`)
  const { kind: _kind, ...debt } = payable
  return settle(record, { ...debt, purpose, paidAt, ...given })
}

type Debt = Pick<PaidPayment, 'purpose' | 'amountBani' | 'description' | 'matter' | 'details'>

/** A payment as the gateway has just proved it, for what follows. */
export async function keepPaid(record: TestRecord, given: Debt & Partial<PaidPayment>): Promise<PaidPayment> {
  const payment: PaidPayment = {
    id: 0,
    order: anOrder(),
    payer: { name: 'Ana Pop', email: 'ana.pop@posta.example' },
    provider: 'netopia',
    providerRef: `ntp-${++payments}`,
    paidAt: new Date(),
    ...given,
  }
  const { rows } = await record.pool.query(
    `insert into avizier.payments (order_id, key, purpose, matter, description, details, payer_name, payer_email,
       amount_bani, gateway, provider_ref, state, created_at, paid_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'paid', $12, $12) returning id::int`,
    [
      payment.order,
      `test:${payment.order}`,
      payment.purpose,
      payment.matter,
      payment.description,
      JSON.stringify(payment.details),
      payment.payer.name,
      payment.payer.email,
      payment.amountBani,
      payment.provider,
      payment.providerRef,
      payment.paidAt.toISOString(),
    ],
  )
  return { ...payment, id: rows[0].id }
}

export async function settle(record: TestRecord, given: Debt & Partial<PaidPayment>): Promise<PaidPayment> {
  const payment = await keepPaid(record, given)
  const req = await createLocalReq({}, record.payload)
  await inTransaction(req, () => followPaid(req, payment))
  return payment
}

/** The synthetic people of the tests: their check digits are right, and nobody has these numbers. */
export const cnps = ['1800101350018', '2960229350021', '5011231350031'] as const
