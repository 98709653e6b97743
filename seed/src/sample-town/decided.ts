import { lastThursday } from './calendar.ts'
import { decisionsOf } from './decisions.ts'
import type { DecisionData } from './types.ts'

export type Decided = DecisionData & { number: number; year: number; adoptedOn: string }

/** The last `count` decisions adopted before a day, with the numbers their year's register gave them, oldest first. */
export function decidedBefore(today: string, count: number): Decided[] {
  const thisYear = Number(today.slice(0, 4))
  const decided: Decided[] = []
  for (let year = thisYear - 3; year <= thisYear; year++) {
    const round = decisionsOf(year)
      .map((decision) => ({ ...decision, year, adoptedOn: lastThursday(year, decision.month) }))
      .filter(({ adoptedOn }) => adoptedOn < today)
      .sort((a, b) => (a.adoptedOn < b.adoptedOn ? -1 : a.adoptedOn > b.adoptedOn ? 1 : 0))
    decided.push(...round.map((decision, index) => ({ ...decision, number: index + 1 })))
  }
  return decided.slice(-count)
}
