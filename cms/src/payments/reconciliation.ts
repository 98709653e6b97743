import type { Day } from '../registry/calendar-days.ts'

/** A line of a settlement report. */
export type SettledLine = { line: number; reference: string; settledOn: Day; amountBani: number }

/** What the record holds under a reference: a payment, or a fine. */
export type HeldMoney = { reference: string; amountBani: number; paidOn: Day | null; isPaid: boolean }

/**
 * `not-here`: the report settles what the record does not know. `not-paid-here`: the record knows it and has no money for
 * it. `amount-differs` and `doubled` say what they are. `not-there`: paid here, and in no report.
 */
export type Difference =
  | { kind: 'not-here' | 'doubled'; line: number; reference: string; amountBani: number }
  | { kind: 'not-paid-here'; line: number; reference: string; amountBani: number }
  | { kind: 'amount-differs'; line: number; reference: string; amountBani: number; heldBani: number }
  | { kind: 'not-there'; reference: string; amountBani: number; paidOn: Day }

export type Reconciled = { agreed: number; agreedBani: number; differences: Difference[] }

/**
 * Lays a report beside what the record holds. Everything of the report is either agreed or told; of the record, only
 * what was paid on the days the report covers can be missing from it.
 */
export function reconcile(
  lines: readonly SettledLine[],
  held: readonly HeldMoney[],
  { days }: { days: { from: Day; to: Day } | null },
): Reconciled {
  const byReference = new Map(held.map((money) => [money.reference, money]))
  const seen = new Set<string>()
  const differences: Difference[] = []
  let agreed = 0
  let agreedBani = 0
  for (const { line, reference, amountBani } of lines) {
    const money = byReference.get(reference)
    if (seen.has(reference)) {
      differences.push({ kind: 'doubled', line, reference, amountBani })
      continue
    }
    seen.add(reference)
    if (!money) differences.push({ kind: 'not-here', line, reference, amountBani })
    else if (money.amountBani !== amountBani)
      differences.push({ kind: 'amount-differs', line, reference, amountBani, heldBani: money.amountBani })
    else if (!money.isPaid) differences.push({ kind: 'not-paid-here', line, reference, amountBani })
    else {
      agreed += 1
      agreedBani += amountBani
    }
  }
  for (const { reference, amountBani, paidOn, isPaid } of held)
    if (days && isPaid && paidOn && days.from <= paidOn && paidOn <= days.to && !seen.has(reference))
      differences.push({ kind: 'not-there', reference, amountBani, paidOn })
  return { agreed, agreedBani, differences }
}
