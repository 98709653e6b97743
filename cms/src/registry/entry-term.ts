import type { Day } from './calendar-days.ts'
import { type DeadlineKey, ruleOf } from './deadline-rules.ts'
import { dueDate, type Wait } from './due-date.ts'
import type { Calendar } from './romanian-calendar.ts'
import { explainTerm } from './term-explanation.ro.ts'

/** The term of an entry as its row keeps it. */
export type EntryTerm = {
  term: DeadlineKey | null
  dueOn: Day | null
  targetOn: Day | null
  otherwiseOn: Day | null
  termExplanation: string | null
}

export const noTerm: EntryTerm = { term: null, dueOn: null, targetOn: null, otherwiseOn: null, termExplanation: null }

/** The term of an entry, always counted anew from its registration: a reclassified one keeps its first day. */
export function entryTerm({
  term,
  registeredOn,
  waits = [],
  isExtended = false,
  calendar,
}: {
  term: DeadlineKey | null
  registeredOn: Day
  waits?: readonly Wait[]
  isExtended?: boolean
  calendar: Calendar
}): EntryTerm {
  if (!term) return noTerm
  const rule = ruleOf(term)
  const due = dueDate({ rule, from: registeredOn, waits, isExtended, calendar })
  return {
    term,
    dueOn: due.dueOn,
    targetOn: due.targetOn,
    otherwiseOn: due.otherwiseOn,
    termExplanation: explainTerm({ rule, due, isExtended }),
  }
}
