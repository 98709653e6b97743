import type { WhyFree } from '../registry/romanian-calendar.ts'
import { holidayNames } from '../registry/term-explanation.ro.ts'
import { countOf, fullDay, longDay } from '../registry/words.ro.ts'
import type { Discount, OffenceBasis } from './discount-rules.ts'
import { formatLei } from './money.ts'

/** In a sentence: "100 de lei", "1 leu", "1.234,50 lei". */
export const leiInSentence = (bani: number): string =>
  bani % 100 === 0 ? countOf(bani / 100, 'leu', 'lei') : formatLei(bani)

export const basisLabels = {
  road: 'Circulație pe drumurile publice',
  localDecision: 'Hotărâre a consiliului local',
  building: 'Construcții și urbanism',
  buildingWithoutPermit: 'Construire fără autorizație',
  publicAssemblies: 'Adunări publice (Legea nr. 60/1991)',
  publicOrder: 'Ordine și liniște publică (Legea nr. 61/1991)',
  guarding: 'Paza obiectivelor (Legea nr. 333/2003)',
  weapons: 'Arme și muniții (Legea nr. 295/2004)',
  explosives: 'Explozivi (Legea nr. 126/1995)',
  other: 'Altă faptă',
} as const satisfies Record<OffenceBasis, string>

const reasonOf = (why: WhyFree): string =>
  why.kind === 'weekend'
    ? 'nu este zi lucrătoare'
    : why.kind === 'holiday'
      ? `este zi liberă legală (${holidayNames[why.holiday]})`
      : `este zi liberă (${why.basis})`

/** What the amount is, until when it holds, and why: whole sentences, the day before the reason. */
export function explainDiscount(discount: Discount): string[] {
  if (discount.kind === 'none') {
    const whole = `Se plătește amenda întreagă, ${leiInSentence(discount.dueBani)}.`
    if (discount.why === 'minimum-unknown')
      return [whole, 'Jumătatea de minim se poate plăti numai dacă scrie pe procesul-verbal cât este.']
    return discount.rule
      ? [whole, `Pentru fapta aceasta legea nu lasă plata unei jumătăți (${discount.rule.legalBasis}).`]
      : [whole]
  }
  const { rule, appliedBani, discountedBani, communicatedOn, lastDay, moved } = discount
  const half = rule.share === 'halfOfApplied' ? 'jumătate din amenda aplicată' : 'jumătate din minimul amenzii'
  const length = rule.days === 2 ? '48 de ore' : countOf(rule.days, 'zi', 'zile')
  const counted = `în ${length} de la primirea procesului-verbal, ${longDay(communicatedOn)}`
  const last = moved
    ? `${longDay(moved.from)} ${reasonOf(moved.why)}, deci ultima zi este ${fullDay(lastDay)}`
    : `ultima zi este ${fullDay(lastDay)}`
  if (discount.kind === 'running')
    return [
      `Este ${half} (${rule.legalBasis}). Se poate plăti ${counted}; ${last}.`,
      `După această dată se plătește amenda întreagă, ${leiInSentence(appliedBani)}.`,
    ]
  return [
    `Este amenda întreagă. Jumătate, adică ${leiInSentence(discountedBani)}, s-a putut plăti ${counted}; ${last.replace('ultima zi este', 'ultima zi a fost')}.`,
  ]
}
