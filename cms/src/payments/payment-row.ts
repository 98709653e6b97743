import type { GatewayName, HandOver, Payer, PaymentPurpose, PaymentState, PublicPayment } from './contract.ts'
import { currency } from './money.ts'
import type { ReviewReason } from './payment-state.ts'

/** A payment, as the record keeps it. */
export type Payment = {
  id: number
  order: string
  purpose: PaymentPurpose
  matter: string
  description: string
  details: Record<string, unknown>
  payer: Payer
  amountBani: number
  gateway: GatewayName
  providerRef: string | null
  state: PaymentState
  reviewReason: ReviewReason | null
  revision: number
  starts: number
  handOver: HandOver | null
  polls: number
  createdAt: Date
  sentAt: Date | null
  paidAt: Date | null
  refundedAt: Date | null
}

/** A row of `avizier.payments`: `select *` of it. Drivers give moments as dates or as texts. */
export type PaymentRow = {
  id: string | number
  order_id: string
  purpose: PaymentPurpose
  matter: string
  description: string
  details: Record<string, unknown>
  payer_name: string
  payer_email: string
  amount_bani: number
  gateway: GatewayName
  provider_ref: string | null
  state: PaymentState
  review_reason: ReviewReason | null
  revision: number
  starts: number
  hand_over: HandOver | null
  polls: number
  created_at: Date | string
  sent_at: Date | string | null
  paid_at: Date | string | null
  refunded_at: Date | string | null
}

const momentOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value))

export const paymentOf = (row: PaymentRow): Payment => ({
  id: Number(row.id),
  order: row.order_id,
  purpose: row.purpose,
  matter: row.matter,
  description: row.description,
  details: row.details,
  payer: { name: row.payer_name, email: row.payer_email },
  amountBani: row.amount_bani,
  gateway: row.gateway,
  providerRef: row.provider_ref,
  state: row.state,
  reviewReason: row.review_reason,
  revision: row.revision,
  starts: row.starts,
  handOver: row.hand_over,
  polls: row.polls,
  createdAt: new Date(row.created_at),
  sentAt: momentOf(row.sent_at),
  paidAt: momentOf(row.paid_at),
  refundedAt: momentOf(row.refunded_at),
})

export const toPublicPayment = (payment: Payment): PublicPayment => ({
  order: payment.order,
  purpose: payment.purpose,
  description: payment.description,
  amountBani: payment.amountBani,
  currency,
  state: payment.state,
  createdAt: payment.createdAt.toISOString(),
  paidAt: payment.paidAt?.toISOString() ?? null,
  refundedAt: payment.refundedAt?.toISOString() ?? null,
})
