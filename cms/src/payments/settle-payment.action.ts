import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { GatewayName } from './contract.ts'
import { type Cause, lockPayment, movePayment } from './move-payment.action.ts'
import { noteAgain, noteMoney } from './note-money.action.ts'
import { orderOfAttempt } from './order-id.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { PaymentReport } from './payment-provider.ts'
import { moveOf } from './payment-state.ts'

/** What became of something a gateway said: the state it led to, or why it led to none. */
export type Verdict = string

/**
 * Lets what a gateway said move its payment. Needs a transaction, in which the verdict, the money and the receipt are
 * stored together or not at all; the same said twice, late or mixed up changes nothing.
 */
export async function settlePayment(
  req: PayloadRequest,
  desk: PaymentDesk,
  {
    gateway,
    report,
    isProof,
    cause,
    now,
  }: { gateway: GatewayName; report: PaymentReport; isProof: boolean; cause: Cause; now: Date },
): Promise<Verdict> {
  const payment = await lockPayment(req, orderOfAttempt(report.order))
  if (!payment || payment.gateway !== gateway) return 'order-unknown'
  const move = moveOf(payment, report, { isProof })
  const { providerRef } = report
  switch (move.kind) {
    case 'moves': {
      const moved = await movePayment(req, payment, { to: move.to, providerRef, cause, now })
      await noteMoney(req, desk, payment, moved)
      return move.to
    }
    case 'review':
      await movePayment(req, payment, { to: 'review', reviewReason: move.reason, providerRef, cause, now })
      return `review ${move.reason}`
    case 'ask':
      if (payment.state === 'created' || payment.state === 'sent')
        await movePayment(req, payment, { to: 'pending', cause, now })
      await hastenPoll(req, payment.order, now)
      return 'ask'
    case 'paid-again':
      await noteAgain(req, desk, {
        payment,
        providerRef: providerRef ?? '',
        amountBani: report.amountBani ?? payment.amountBani,
        now,
      })
      return 'paid-again'
    case 'stays':
      return move.why
    default:
      return move satisfies never
  }
}

/** Asks the gateway at the next round, whenever it was to be asked. */
export async function hastenPoll(req: PayloadRequest, order: string, now: Date): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.rows(
    sql`update avizier.payments set next_poll_at = ${now.toISOString()} where order_id = ${order} and state <> 'review'`,
  )
}
