import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { lockPayment, movePayment } from './move-payment.action.ts'
import type { Payment } from './payment-row.ts'

export type RefundOutcome =
  | { kind: 'asked'; payment: Payment }
  | { kind: 'refused'; code: 'order-unknown' | 'not-paid' }

/**
 * Asks for a paid payment to be given back by the gateway, whole. The gateway is asked by the job, first whether it has
 * not given it back already. Where the money has reached the treasury the law's own path is taken instead of this.
 */
export async function refundPayment(
  req: PayloadRequest,
  { order, reason, actor, now }: { order: string; reason: string; actor: { id: string; name: string }; now: Date },
): Promise<RefundOutcome> {
  return inTransaction(req, async () => {
    const payment = await lockPayment(req, order)
    if (!payment) return { kind: 'refused', code: 'order-unknown' }
    if (payment.state !== 'paid') return { kind: 'refused', code: 'not-paid' }
    const cause = { kind: 'clerk', actor, reason } as const
    return { kind: 'asked', payment: await movePayment(req, payment, { to: 'refundPending', cause, now }) }
  })
}
