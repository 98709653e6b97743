import { z } from 'zod'
import { Moment } from '../publishing/contract.ts'
import { currency, largestAmountBani } from './money.ts'

export const PaymentPurpose = z.enum(['fine', 'fee', 'other'])
export type PaymentPurpose = z.infer<typeof PaymentPurpose>

/**
 * Where the money of a payment is. It moves only by a verified notice of the gateway or by asking the gateway:
 * created (kept, not handed over) → sent (the citizen has the gateway's page) → pending (the gateway is working on it)
 * → paid | declined | expired; paid → refundPending → refunded. What does not match goes to review, where a person
 * decides. Nothing ever goes back; money that arrives late, after declined or expired, is money all the same.
 */
export const PaymentState = z.enum([
  'created',
  'sent',
  'pending',
  'declined',
  'expired',
  'paid',
  'review',
  'refundPending',
  'refunded',
])
export type PaymentState = z.infer<typeof PaymentState>

export const AmountBani = z.int().min(1).max(largestAmountBani)

/** The name of a payment, for gateways, for the address of its page and for people: twelve letters that nobody guesses. */
export const OrderId = z.string().regex(/^[2-9A-HJKMNP-TV-Z]{12}$/)

/** The page of a payment on the site, to which the gateway sends the citizen back. */
export const paymentPath = (order: string): string => `/plati/plata/${order}/`

export const Payer = z.object({ name: z.string().trim().min(2).max(120), email: z.email().max(200) })
export type Payer = z.infer<typeof Payer>

/**
 * What the site hands over when a citizen wants to pay: the body of `POST /api/payments`, with
 * `Authorization: Bearer <CHANGES_TOKEN>`. `key` makes it once: the same key again is answered with the same payment.
 * What is paid is described as its purpose wants it; the record alone decides the amount and the words.
 */
export const PaymentRequest = z.object({
  key: z.string().regex(/^[\w.:-]{16,120}$/),
  purpose: PaymentPurpose,
  subject: z.record(z.string().max(80), z.unknown()),
  payer: Payer,
})
export type PaymentRequest = z.infer<typeof PaymentRequest>

/** How the citizen gets to the gateway's own page: an address, or a form that their browser posts there. */
export const HandOver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), url: z.url({ protocol: /^https?$/ }) }),
  z.object({
    kind: z.literal('form'),
    action: z.url({ protocol: /^https?$/ }),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
])
export type HandOver = z.infer<typeof HandOver>

/**
 * A payment as whoever knows its order may see it, at `GET /api/payments/<order>`: no payer, no personal data.
 * Reading it never moves it.
 */
export const PublicPayment = z.object({
  order: OrderId,
  purpose: PaymentPurpose,
  description: z.string(),
  amountBani: AmountBani,
  currency: z.literal(currency),
  state: PaymentState,
  createdAt: Moment,
  /** When the town learned that it was paid; stays through a refund. */
  paidAt: Moment.nullable(),
  refundedAt: Moment.nullable(),
})
export type PublicPayment = z.infer<typeof PublicPayment>

/**
 * The answer 201. Without a hand-over there is nothing left to do at the gateway: the payment is under way or over.
 * 409 says the same without a new payment: this was paid before, by the payment in the answer.
 */
export const OpenedPayment = z.object({ payment: PublicPayment, handOver: HandOver.nullable() })
export type OpenedPayment = z.infer<typeof OpenedPayment>
export const PaidBefore = z.object({ paidBefore: PublicPayment })
export type PaidBefore = z.infer<typeof PaidBefore>

/** The answer 422 (what is asked cannot be paid so), 404 and 503 (the gateway is away, or there is none). */
export const PaymentRefusal = z.object({ erori: z.array(z.object({ camp: z.string(), mesaj: z.string() })) })
export type PaymentRefusal = z.infer<typeof PaymentRefusal>

/**
 * The gateways whose notices the site passes on, byte for byte, to `POST /api/payments/notices/<gateway>` with the
 * token, the gateway's own content type in `x-notice-type` and its signature in `verification-token`. The answer is
 * handed back to the gateway as it is; when there is none the gateway is told 503, so that it tries again.
 */
export const GatewayName = z.enum(['netopia', 'euplatesc'])
export type GatewayName = z.infer<typeof GatewayName>
/** No gateway writes more than this. */
export const largestNoticeBytes = 64 * 1024
