import { describe, expect, it } from 'vitest'
import { discountOf, discountRuleFor, type OffenceBasis, usualDiscounts } from './discount-rules.ts'

const calendar = { bridgeDays: [] }
const ruleOn = (basis: OffenceBasis, issuedOn: string) => discountRuleFor(usualDiscounts, { basis, issuedOn })
const discount = (given: Partial<Parameters<typeof discountOf>[0]>) =>
  discountOf({
    amounts: { appliedBani: 100_000, minimumBani: 40_000 },
    basis: 'road',
    issuedOn: '2026-03-27',
    communicatedOn: '2026-03-27',
    today: '2026-03-28',
    rules: usualDiscounts,
    calendar,
    ...given,
  })

describe('the discount', () => {
  it.each([
    ['publicOrder', '2026-03-27', 'halfOfApplied', 15],
    ['publicOrder', '2026-03-26', 'halfOfMinimum', 15],
    ['road', '2026-03-27', 'halfOfMinimum', 15],
    ['localDecision', '2026-11-01', 'halfOfMinimum', 15],
    ['building', '2026-03-27', 'halfOfApplied', 15],
    ['building', '2026-03-26', 'halfOfMinimum', 15],
    ['publicAssemblies', '2026-04-01', 'halfOfApplied', 15],
    ['guarding', '2026-04-01', 'halfOfApplied', 15],
    ['weapons', '2026-04-01', 'halfOfApplied', 15],
    ['explosives', '2026-04-01', 'halfOfApplied', 15],
    ['buildingWithoutPermit', '2026-03-27', 'none', 0],
    ['buildingWithoutPermit', '2026-03-26', 'halfOfMinimum', 15],
    ['other', '2018-08-24', 'halfOfMinimum', 15],
    ['other', '2018-08-23', 'halfOfMinimum', 2],
  ] as const)('for %s on a paper of %s is %s within %i days', (basis, issuedOn, share, days) =>
    expect(ruleOn(basis, issuedOn)).toMatchObject({ share, days }),
  )

  it('of a day before any rule is none', () => expect(ruleOn('road', '1999-01-01')).toBeNull())

  it.each([
    ['road', 20_000],
    ['publicOrder', 50_000],
    ['buildingWithoutPermit', 100_000],
  ] as const)('of a fine of 27 March 2026 for %s leaves %i bani to pay', (basis, dueBani) =>
    expect(discount({ basis }).dueBani).toBe(dueBani),
  )

  it('runs to the end of its last day, and the day after the whole fine is due', () => {
    const lastDay = '2026-10-16'
    const on = (today: string) => discount({ issuedOn: '2026-10-01', communicatedOn: '2026-10-01', today })
    expect(on(lastDay)).toMatchObject({ kind: 'running', lastDay, dueBani: 20_000, moved: null })
    expect(on('2026-10-17')).toMatchObject({ kind: 'over', lastDay, dueBani: 100_000 })
  })

  it.each([
    ['2026-11-06', '2026-11-21', 'weekend', '2026-11-23'],
    ['2026-11-15', '2026-11-30', 'holiday', '2026-12-02'],
    ['2026-03-26', '2026-04-10', 'holiday', '2026-04-14'],
    ['2026-12-10', '2026-12-25', 'holiday', '2026-12-28'],
    ['2026-05-17', '2026-06-01', 'holiday', '2026-06-02'],
  ])('communicated on %s counts to %s (%s) and may be used until %s', (communicatedOn, from, why, lastDay) =>
    expect(discount({ issuedOn: communicatedOn, communicatedOn, today: lastDay })).toMatchObject({
      kind: 'running',
      lastDay,
      moved: { from, why: { kind: why } },
    }),
  )

  it('moves over a bridge day of the Government', () => {
    const bridgeDays = [{ on: '2026-10-16', name: '', basis: 'HG nr. 1/2026' }]
    expect(discount({ issuedOn: '2026-10-01', communicatedOn: '2026-10-01', calendar: { bridgeDays } })).toMatchObject({
      lastDay: '2026-10-19',
      moved: { why: { kind: 'bridge' } },
    })
  })

  it('of half of the minimum is not guessed where the minimum is not known', () =>
    expect(discount({ amounts: { appliedBani: 100_000, minimumBani: null } })).toEqual({
      kind: 'none',
      dueBani: 100_000,
      rule: expect.objectContaining({ share: 'halfOfMinimum' }),
      why: 'minimum-unknown',
    }))

  it('of an odd amount asks no ban too much', () =>
    expect(discount({ amounts: { appliedBani: 10_000, minimumBani: 4_001 } }).dueBani).toBe(2_000))
})
