import { describe, expect, it } from 'vitest'
import { PaymentState } from './contract.ts'
import type { MoneyEvent, PaymentReport } from './payment-provider.ts'
import { moveOf, type Standing } from './payment-state.ts'

const aPayment = (state: Standing['state']): Standing => ({ state, amountBani: 29_000, providerRef: 'T1' })
const aReport = (event: MoneyEvent, given: Partial<PaymentReport> = {}): PaymentReport => ({
  order: 'AAAAAAAAAAAA',
  providerRef: 'T1',
  event,
  amountBani: 29_000,
  currency: 'RON',
  said: event,
  ...given,
})
const shortOf = (move: ReturnType<typeof moveOf>): string =>
  move.kind === 'moves'
    ? move.to
    : move.kind === 'review'
      ? `review:${move.reason}`
      : move.kind === 'stays'
        ? `(${move.why})`
        : `<${move.kind}>`

/** Every state × everything a gateway can say, with the right amount. */
const table: Record<PaymentState, Record<MoneyEvent, string>> = {
  created: {
    opened: '(same)',
    pending: 'pending',
    paid: 'paid',
    declined: 'declined',
    expired: 'expired',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  sent: {
    opened: '(same)',
    pending: 'pending',
    paid: 'paid',
    declined: 'declined',
    expired: 'expired',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  pending: {
    opened: '(same)',
    pending: '(same)',
    paid: 'paid',
    declined: 'declined',
    expired: 'expired',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  declined: {
    opened: '(stale)',
    pending: '(stale)',
    paid: 'paid',
    declined: '(same)',
    expired: '(stale)',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  expired: {
    opened: '(stale)',
    pending: '(stale)',
    paid: 'paid',
    declined: '(stale)',
    expired: '(same)',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  paid: {
    opened: '(stale)',
    pending: '(stale)',
    paid: '(same)',
    declined: '(stale)',
    expired: '(stale)',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  refundPending: {
    opened: '(stale)',
    pending: '(stale)',
    paid: '(stale)',
    declined: '(stale)',
    expired: '(stale)',
    refunded: 'refunded',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  refunded: {
    opened: '(stale)',
    pending: '(stale)',
    paid: '(stale)',
    declined: '(stale)',
    expired: '(stale)',
    refunded: '(same)',
    disputed: 'review:disputed',
    suspected: 'review:suspected',
  },
  review: {
    opened: '(under-review)',
    pending: '(under-review)',
    paid: '(under-review)',
    declined: '(under-review)',
    expired: '(under-review)',
    refunded: '(under-review)',
    disputed: '(under-review)',
    suspected: '(under-review)',
  },
}
const states = PaymentState.options
const events = Object.keys(table.sent) as MoneyEvent[]

describe('a payment', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event, table[state][event]] as const)))(
    'that is %s, of which the gateway says %s: %s',
    (state, event, expected) =>
      expect(shortOf(moveOf(aPayment(state), aReport(event), { isProof: true }))).toBe(expected),
  )

  it('never goes back, whatever order things are said in', () => {
    const rank: Record<PaymentState, number> = {
      created: 0,
      sent: 1,
      pending: 2,
      expired: 3,
      declined: 3,
      paid: 4,
      refundPending: 5,
      refunded: 6,
      review: 7,
    }
    for (const state of states)
      for (const event of events) {
        const move = moveOf(aPayment(state), aReport(event), { isProof: true })
        if (move.kind === 'moves') expect(rank[move.to], `${state} + ${event}`).toBeGreaterThan(rank[state])
      }
  })

  it.each(['created', 'sent', 'pending', 'declined', 'expired'] as const)(
    'that is %s is not paid by a word that is not proof: the gateway is asked',
    (state) => expect(moveOf(aPayment(state), aReport('paid'), { isProof: false })).toEqual({ kind: 'ask' }),
  )
})

describe('money that does not match', () => {
  it.each([
    ['a ban short', { amountBani: 28_999 }, 'review:amount-differs'],
    ['a ban more', { amountBani: 29_001 }, 'review:amount-differs'],
    ['a billion', { amountBani: 1e9 }, 'review:amount-differs'],
    ['in euro', { currency: 'EUR' }, 'review:currency-differs'],
    ['in lei written otherwise', { currency: 'ron' }, 'review:currency-differs'],
  ])('%s goes to review', (_, given, expected) => {
    for (const state of ['created', 'sent', 'pending', 'declined', 'expired'] as const)
      for (const isProof of [true, false])
        expect(shortOf(moveOf(aPayment(state), aReport('paid', given), { isProof }))).toBe(expected)
  })

  it('leaves a paid payment paid, and says that it contradicts', () =>
    expect(shortOf(moveOf(aPayment('paid'), aReport('paid', { amountBani: 1 }), { isProof: true }))).toBe(
      '(contradicts)',
    ))

  it('is reviewed when only a part was given back', () =>
    expect(shortOf(moveOf(aPayment('paid'), aReport('refunded', { amountBani: 1 }), { isProof: true }))).toBe(
      'review:partly-refunded',
    ))

  it('may stay unsaid by a gateway that is bound by what was signed', () =>
    expect(
      shortOf(moveOf(aPayment('sent'), aReport('paid', { amountBani: null, currency: null }), { isProof: true })),
    ).toBe('paid'))
})

describe('a second transaction for one order', () => {
  it.each(['paid', 'refundPending', 'refunded'] as const)('is told apart while the payment is %s', (state) => {
    const another = aReport('paid', { providerRef: 'T2' })
    expect(shortOf(moveOf(aPayment(state), another, { isProof: true }))).toBe('<paid-again>')
    expect(shortOf(moveOf(aPayment(state), another, { isProof: false }))).toBe('<ask>')
  })

  it('that is given back leaves the first one paid', () =>
    expect(shortOf(moveOf(aPayment('paid'), aReport('refunded', { providerRef: 'T2' }), { isProof: true }))).toBe(
      '(stale)',
    ))
})
