import { describe, expect, it } from 'vitest'
import { discountOf, usualDiscounts } from './discount-rules.ts'
import { explainDiscount, leiInSentence } from './payment-words.ro.ts'

const explained = (given: Partial<Parameters<typeof discountOf>[0]>) =>
  explainDiscount(
    discountOf({
      amounts: { appliedBani: 20_000, minimumBani: 20_000 },
      basis: 'localDecision',
      issuedOn: '2026-11-10',
      communicatedOn: '2026-11-10',
      today: '2026-11-25',
      rules: usualDiscounts,
      calendar: { bridgeDays: [] },
      ...given,
    }),
  )
    .join(' ')
    .replaceAll('\u00a0', ' ')

describe('the amount', () => {
  it('is told with its last day and what comes after', () =>
    expect(explained({})).toBe(
      'Este jumătate din minimul amenzii (OG nr. 2/2001, art. 28, modificată prin Legea nr. 203/2018). Se poate plăti în 15 zile de la primirea procesului-verbal, 10 noiembrie 2026; ultima zi este miercuri, 25 noiembrie 2026. După această dată se plătește amenda întreagă, 200 de lei.',
    ))

  it('is told with what moved the last day', () =>
    expect(explained({ communicatedOn: '2026-11-15', basis: 'publicOrder' })).toBe(
      'Este jumătate din amenda aplicată (OUG nr. 7/2026). Se poate plăti în 15 zile de la primirea procesului-verbal, 15 noiembrie 2026; 30 noiembrie 2026 este zi liberă legală (Sfântul Andrei), deci ultima zi este miercuri, 2 decembrie 2026. După această dată se plătește amenda întreagă, 200 de lei.',
    ))

  it('is told when the days have passed', () =>
    expect(explained({ today: '2026-11-26' })).toBe(
      'Este amenda întreagă. Jumătate, adică 100 de lei, s-a putut plăti în 15 zile de la primirea procesului-verbal, 10 noiembrie 2026; ultima zi a fost miercuri, 25 noiembrie 2026.',
    ))

  it('is told where the law gives nothing off', () =>
    expect(explained({ basis: 'buildingWithoutPermit' })).toBe(
      'Se plătește amenda întreagă, 200 de lei. Pentru fapta aceasta legea nu lasă plata unei jumătăți (OUG nr. 7/2026).',
    ))

  it.each([
    [100, '1 leu'],
    [1_900, '19 lei'],
    [2_000, '20 de lei'],
    [10_100, '101 lei'],
    [100_000, '1.000 de lei'],
    [123_450, '1.234,50 lei'],
  ])('of %i bani is said %s', (bani, said) => expect(leiInSentence(bani)).toBe(said))
})
