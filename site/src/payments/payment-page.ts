import type { FineAnswer, PublicReceipt, ReceiptOfPayment } from '@avizier/cms/fines'
import type { HandOver, PublicPayment } from '@avizier/cms/payments'

export type PageFault = { camp: string; mesaj: string }
/** What was typed, by the name of its field. */
export type Typed = Record<string, string>

type Asking = { typed: Typed; faults: PageFault[] }
type OfToken = Asking & { token: string }

/** A page of paying, ready to be shown. */
export type PaymentPage =
  | { kind: 'home' }
  | ({ kind: 'paper' } & Asking)
  | ({ kind: 'identity'; answer: FineAnswer } & OfToken)
  | ({ kind: 'amounts'; answer: Extract<FineAnswer, { kind: 'amounts' }> } & OfToken)
  | ({ kind: 'payable'; answer: Extract<FineAnswer, { kind: 'payable' }> } & OfToken)
  | { kind: 'route'; answer: Extract<FineAnswer, { kind: 'route' }>; token: string }
  | { kind: 'paid-before'; answer: Extract<FineAnswer, { kind: 'paid' }>; token: string }
  | ({ kind: 'fee' } & Asking)
  | ({ kind: 'fee-due'; description: string; amountBani: number } & OfToken)
  | { kind: 'bank'; handOver: HandOver; payment: PublicPayment; path: string }
  | { kind: 'payment'; payment: PublicPayment; receipt: ReceiptOfPayment | null }
  | { kind: 'receipt'; receipt: PublicReceipt | null; code: string }
  | { kind: 'trouble'; message: string; again: string }
