import type { PayloadRequest } from 'payload'
import type { PaymentPurpose } from './contract.ts'

/**
 * What a payment is for, as the record itself knows it: the amount and the words are never the citizen's. `matter`
 * names the debt, the same however often it is paid: two paid payments of one matter are one too many. `details` is
 * kept with the payment and comes back when it is paid; it holds no CNP.
 */
export type PayableVerdict =
  | { kind: 'payable'; amountBani: number; description: string; matter: string; details: Record<string, unknown> }
  | { kind: 'refused'; faults: { field: string; message: string }[] }

/** Judges what the site asks to pay, by its purpose. It changes nothing. */
export type Payables = (
  req: PayloadRequest,
  asked: { purpose: PaymentPurpose; subject: Record<string, unknown> },
) => Promise<PayableVerdict>

export type PaidPayment = {
  id: number
  order: string
  purpose: PaymentPurpose
  amountBani: number
  description: string
  matter: string
  details: Record<string, unknown>
  payer: { name: string; email: string }
  provider: string
  providerRef: string | null
  paidAt: Date
}

/** Follows a payment that has just become paid, in the transaction that made it so: all of it stands, or nothing. */
export type OnPaid = (req: PayloadRequest, payment: PaidPayment) => Promise<void>
