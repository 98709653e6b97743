import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { lockPayment, movePayment } from './move-payment.action.ts'
import { noteMoney } from './note-money.action.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { Payment } from './payment-row.ts'

export type DecisionOutcome =
  | { kind: 'decided'; payment: Payment }
  | { kind: 'refused'; code: 'order-unknown' | 'not-in-review' | 'was-paid' }

/** A person ends a review, with a reason that stays: the money is there, is not, or has gone back. */
export async function decidePayment(
  req: PayloadRequest,
  desk: PaymentDesk,
  {
    order,
    to,
    reason,
    actor,
    now,
  }: {
    order: string
    to: 'paid' | 'declined' | 'refunded'
    reason: string
    actor: { id: string; name: string }
    now: Date
  },
): Promise<DecisionOutcome> {
  return inTransaction(req, async () => {
    const payment = await lockPayment(req, order)
    if (!payment) return { kind: 'refused', code: 'order-unknown' }
    if (payment.state !== 'review') return { kind: 'refused', code: 'not-in-review' }
    if (to === 'declined' && payment.paidAt !== null) return { kind: 'refused', code: 'was-paid' }
    const decided = await movePayment(req, payment, { to, cause: { kind: 'clerk', actor, reason }, now })
    await noteMoney(req, desk, payment, decided)
    return { kind: 'decided', payment: decided }
  })
}
