import { addDays, type Day } from '../registry/calendar-days.ts'
import { type Calendar, type WhyFree, whyFree, workingDayFrom } from '../registry/romanian-calendar.ts'

/** What a fine was given for, as far as the discount tells one from another. */
export const offenceBases = [
  'road',
  'localDecision',
  'building',
  'buildingWithoutPermit',
  'publicAssemblies',
  'publicOrder',
  'guarding',
  'weapons',
  'explosives',
  'other',
] as const
export type OffenceBasis = (typeof offenceBases)[number]

/** `none`: the whole fine is paid from the first day. */
export const discountShares = ['halfOfMinimum', 'halfOfApplied', 'none'] as const
export type DiscountShare = (typeof discountShares)[number]

/** From `validFrom` on, for papers dated so, until another rule takes over; the first rule that fits is the rule. */
export type DiscountRule = {
  bases: readonly OffenceBasis[]
  share: DiscountShare
  days: number
  legalBasis: string
  validFrom: Day
  validTo: Day | null
}

const sixDomains = ['building', 'publicAssemblies', 'publicOrder', 'guarding', 'weapons', 'explosives'] as const

/**
 * What holds until the town hall approves another table. OUG 7/2026 applies to reports dated 27 March 2026 or later;
 * before Legea 203/2018 half of the minimum was paid within 48 hours.
 */
export const usualDiscounts: readonly DiscountRule[] = [
  {
    bases: ['buildingWithoutPermit'],
    share: 'none',
    days: 0,
    legalBasis: 'OUG nr. 7/2026',
    validFrom: '2026-03-27',
    validTo: null,
  },
  {
    bases: sixDomains,
    share: 'halfOfApplied',
    days: 15,
    legalBasis: 'OUG nr. 7/2026',
    validFrom: '2026-03-27',
    validTo: null,
  },
  {
    bases: [],
    share: 'halfOfMinimum',
    days: 15,
    legalBasis: 'OG nr. 2/2001, art. 28, modificată prin Legea nr. 203/2018',
    validFrom: '2018-08-24',
    validTo: null,
  },
  {
    bases: [],
    share: 'halfOfMinimum',
    days: 2,
    legalBasis: 'OG nr. 2/2001, art. 28',
    validFrom: '2001-01-01',
    validTo: '2018-08-23',
  },
]

export type FineAmounts = {
  /** The fine as it was applied. */
  appliedBani: number
  /** The least that the law lets be applied for the same deed; null where the paper does not say. */
  minimumBani: number | null
}

export type Discount =
  | { kind: 'none'; dueBani: number; rule: DiscountRule | null; why: 'not-in-law' | 'minimum-unknown' }
  | {
      kind: 'running' | 'over'
      dueBani: number
      appliedBani: number
      discountedBani: number
      rule: DiscountRule
      communicatedOn: Day
      lastDay: Day
      /** The day the law counts to, and why it is free, where that moved the last day. */
      moved: { from: Day; why: WhyFree } | null
    }

export const discountRuleFor = (
  rules: readonly DiscountRule[],
  { basis, issuedOn }: { basis: OffenceBasis; issuedOn: Day },
): DiscountRule | null =>
  rules.find(
    ({ bases, validFrom, validTo }) =>
      (bases.length === 0 || bases.includes(basis)) &&
      validFrom <= issuedOn &&
      (validTo === null || issuedOn <= validTo),
  ) ?? null

/** Half of an amount in favour of who pays: no ban is asked that the law does not ask. */
const halfOf = (bani: number) => Math.floor(bani / 2)

/** What is to be paid for a fine on a day, and everything that is needed to say why. */
export function discountOf({
  amounts,
  basis,
  issuedOn,
  communicatedOn,
  today,
  rules,
  calendar,
}: {
  amounts: FineAmounts
  basis: OffenceBasis
  issuedOn: Day
  communicatedOn: Day
  today: Day
  rules: readonly DiscountRule[]
  calendar: Calendar
}): Discount {
  const { appliedBani, minimumBani } = amounts
  const rule = discountRuleFor(rules, { basis, issuedOn })
  if (!rule || rule.share === 'none') return { kind: 'none', dueBani: appliedBani, rule, why: 'not-in-law' }
  if (rule.share === 'halfOfMinimum' && minimumBani === null)
    return { kind: 'none', dueBani: appliedBani, rule, why: 'minimum-unknown' }
  const discountedBani = halfOf(rule.share === 'halfOfApplied' ? appliedBani : (minimumBani ?? appliedBani))
  const counted = addDays(communicatedOn, rule.days)
  const lastDay = workingDayFrom(counted, calendar)
  const why = whyFree(counted, calendar)
  const isRunning = today <= lastDay
  return {
    kind: isRunning ? 'running' : 'over',
    dueBani: isRunning ? discountedBani : appliedBani,
    appliedBani,
    discountedBani,
    rule,
    communicatedOn,
    lastDay,
    moved: why ? { from: counted, why } : null,
  }
}
