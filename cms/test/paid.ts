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

export async function settle(
  record: TestRecord,
  given: Pick<PaidPayment, 'purpose' | 'amountBani' | 'description' | 'matter' | 'details'> & Partial<PaidPayment>,
): Promise<PaidPayment> {
  const payment: PaidPayment = {
    id: ++payments,
    order: anOrder(),
    payer: { name: 'Ana Pop', email: 'ana.pop@posta.example' },
    provider: 'netopia',
    providerRef: `ntp-${payments}`,
    paidAt: new Date(),
    ...given,
  }
  const req = await createLocalReq({}, record.payload)
  await inTransaction(req, () => followPaid(req, payment))
  return payment
}

/** The synthetic people of the tests: their check digits are right, and nobody has these numbers. */
export const cnps = ['1800101350018', '2960229350021', '5011231350031'] as const
