import type { GatewayName, HandOver, Payer } from './contract.ts'

/** What a gateway is asked to collect. `order` names it there; `description` may be Romanian. */
export type ProviderOrder = {
  order: string
  amountBani: number
  description: string
  payer: Payer
  /** Where the gateway posts its notices, and where it sends the citizen when they are done. */
  noticeUrl: string
  returnUrl: string
}

export type Started =
  | { kind: 'started'; handOver: HandOver; providerRef: string | null }
  | { kind: 'refused'; code: string }

/** A notice as it came over the wire. Headers by lower-case name. */
export type RawNotice = { body: Uint8Array; headers: Record<string, string> }

/** What a gateway says of money, whatever the gateway. `opened` is an order nobody has paid yet. */
export type MoneyEvent = 'opened' | 'pending' | 'paid' | 'declined' | 'expired' | 'refunded' | 'disputed' | 'suspected'

export type PaymentReport = {
  order: string
  providerRef: string | null
  event: MoneyEvent
  /** Null where the gateway does not tell it, and is bound by the amount that was signed at the start. */
  amountBani: number | null
  currency: string | null
  /** The gateway's own word for it, for the story of the payment: "3", "0/Approved". */
  said: string
}

/** Why a notice proves nothing. The sentences are in `payments.ro.ts`. */
export type NoticeFault =
  | 'unsigned'
  | 'algorithm-wrong'
  | 'signature-wrong'
  | 'issuer-wrong'
  | 'merchant-wrong'
  | 'tampered'
  | 'not-yet-valid'
  | 'stale'
  | 'unreadable'

export type NoticeReading =
  | { kind: 'verified'; report: PaymentReport }
  /** `order` is what it claims to be about, where that can be read; it proves nothing. */
  | { kind: 'refused'; fault: NoticeFault; order: string | null }

/** What the gateway is told about its notice: whether to rest, to try again, or to give up. */
export type NoticeAnswer = 'taken' | 'try-again' | { refused: NoticeFault }
export type WireAnswer = { status: number; type: string; body: string }

export type StatusReading =
  /** Each transaction that was tried on the order; a citizen may try a second card. */
  | { kind: 'told'; reports: PaymentReport[] }
  /** The gateway knows no such order: nobody has come to its page. */
  | { kind: 'unknown' }
  | { kind: 'unreadable' }

/** An answer of the gateway as it came, for the journal, and what it means. */
export type Told<Reading> = { raw: string; reading: Reading }

export type RefundReading = { kind: 'accepted' } | { kind: 'refused'; code: string } | { kind: 'unreadable' }

export type Reference = { order: string; providerRef: string | null }

/**
 * A gateway. It knows no database and no request: texts in, our own language out. It holds the keys, and tells them to
 * nobody. What goes over the network throws when the gateway is away.
 */
export type PaymentProvider = {
  readonly name: GatewayName
  /** Whether a verified notice that says "paid" is enough, or the gateway must be asked before it counts. */
  readonly isNoticeProof: boolean
  start(order: ProviderOrder): Promise<Started>
  /** Pure: what a notice proves at that moment. */
  readNotice(notice: RawNotice, now: Date): NoticeReading
  answerNotice(answer: NoticeAnswer): WireAnswer
  fetchStatus(reference: Reference): Promise<Told<StatusReading>>
  /** Gives the whole amount back. Asking twice gives back once. */
  refund(reference: Reference & { amountBani: number; reason: string }): Promise<Told<RefundReading>>
}
