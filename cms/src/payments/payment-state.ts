import type { PaymentState } from './contract.ts'
import { currency } from './money.ts'
import type { MoneyEvent, PaymentReport } from './payment-provider.ts'

export type Standing = { state: PaymentState; amountBani: number; providerRef: string | null }

export type ReviewReason =
  | 'amount-differs'
  | 'currency-differs'
  | 'partly-refunded'
  | 'disputed'
  | 'suspected'
  | 'refund-refused'

export type Move =
  | { kind: 'moves'; to: PaymentState }
  | { kind: 'review'; reason: ReviewReason }
  /** Nothing to do: it says what is known, what was known before, or a person is looking at this payment. */
  | { kind: 'stays'; why: 'same' | 'stale' | 'under-review' | 'contradicts' }
  /** Signed, and not proof by itself: the gateway has to be asked. */
  | { kind: 'ask' }
  /** Money for an order that has been paid already, by another transaction at the gateway. */
  | { kind: 'paid-again' }

const underWay: readonly PaymentState[] = ['created', 'sent', 'pending']
/** Nothing was taken, so far as is known: money that shows up late is taken for what it is. */
const withoutMoney: readonly PaymentState[] = [...underWay, 'declined', 'expired']

/** Where a payment goes when the gateway says something of it. It never goes back, whatever comes late, twice or mixed up. */
export function moveOf(payment: Standing, report: PaymentReport, { isProof }: { isProof: boolean }): Move {
  if (payment.state === 'review') return { kind: 'stays', why: 'under-review' }
  const difference = differenceOf(payment, report)
  if (difference && withoutMoney.includes(payment.state)) return { kind: 'review', reason: difference }
  return moves[report.event](payment, report, { isProof, isDifferent: difference !== null })
}

type Rule = (payment: Standing, report: PaymentReport, claim: { isProof: boolean; isDifferent: boolean }) => Move

const moves: Record<MoneyEvent, Rule> = {
  opened: ({ state }) => ({ kind: 'stays', why: underWay.includes(state) ? 'same' : 'stale' }),

  pending: ({ state }) =>
    state === 'pending' ? same : underWay.includes(state) ? { kind: 'moves', to: 'pending' } : stale,

  paid: ({ state, providerRef }, report, { isProof, isDifferent }) => {
    if (withoutMoney.includes(state)) return isProof ? { kind: 'moves', to: 'paid' } : { kind: 'ask' }
    const isAnother = report.providerRef !== null && providerRef !== null && report.providerRef !== providerRef
    if (isAnother) return isProof ? { kind: 'paid-again' } : { kind: 'ask' }
    if (isDifferent) return { kind: 'stays', why: 'contradicts' }
    return state === 'paid' ? same : stale
  },

  declined: endsUnderWay('declined'),
  expired: endsUnderWay('expired'),

  refunded: ({ state, providerRef }, report, { isDifferent }) => {
    if (state === 'refunded') return same
    // The second of two transactions is given back: the first one still stands.
    if (providerRef !== null && report.providerRef !== null && report.providerRef !== providerRef) return stale
    return isDifferent ? { kind: 'review', reason: 'partly-refunded' } : { kind: 'moves', to: 'refunded' }
  },

  disputed: () => ({ kind: 'review', reason: 'disputed' }),
  suspected: () => ({ kind: 'review', reason: 'suspected' }),
}

const same = { kind: 'stays', why: 'same' } as const
const stale = { kind: 'stays', why: 'stale' } as const

function endsUnderWay(to: 'declined' | 'expired'): Rule {
  return ({ state }) => (state === to ? same : underWay.includes(state) ? { kind: 'moves', to } : stale)
}

/** A gateway that does not tell the amount is bound by the one that was signed at the start. */
function differenceOf(payment: Standing, report: PaymentReport): ReviewReason | null {
  if (report.currency !== null && report.currency !== currency) return 'currency-differs'
  if (report.amountBani !== null && report.amountBani !== payment.amountBani) return 'amount-differs'
  return null
}
