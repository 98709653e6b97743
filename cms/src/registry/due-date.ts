import { addDays, addMonths, type Day, daysBetween } from './calendar-days.ts'
import type { DeadlineRule, TermUnit } from './deadline-rules.ts'
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  type WhyFree,
  whyFree,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from './romanian-calendar.ts'

/** A wait for the applicant: from the day he was asked to the day he answered, null while he has not. */
export type Wait = { from: Day; to: Day | null }

export type TermCase = {
  rule: DeadlineRule
  /** The day of the event that starts the term; for a registered document, its registration. */
  from: Day
  waits?: readonly Wait[]
  isExtended?: boolean
  calendar: Calendar
}

export type DueDate = {
  /** The day from which it is counted: another than asked when the file was completed later. */
  countedFrom: Day
  /** The last day as the law counts it, before a free day moves it. */
  lastDay: Day
  /** The day by which it must be done; null while the clock stands still. */
  dueOn: Day | null
  /** What the town hall aims at: the last working day not after the last day. */
  targetOn: Day | null
  /** `why` is null where the law itself adds days after the last one. */
  moved: { from: Day; why: WhyFree | null } | null
  /** Days the clock stood still, in the unit of the term. */
  stoppedFor: number
  isStopped: boolean
  /** The due day in the other reading of the law. */
  otherwiseOn: Day | null
}

const isOpen = ({ to }: Wait) => to === null

/** When a term ends, and everything that is needed to say why. */
export function dueDate({ rule, from, waits = [], isExtended = false, calendar }: TermCase): DueDate {
  const startsAgain = rule.whileWaiting === 'clockStartsAgain'
  const answers = waits.flatMap(({ to }) => (to ? [to] : []))
  const countedFrom = startsAgain ? answers.reduce((latest, day) => (day > latest ? day : latest), from) : from
  const stoppedFor = rule.whileWaiting === 'clockStops' ? daysStopped(rule.unit, waits, calendar) : 0
  const isStopped = rule.whileWaiting !== 'clockRuns' && waits.some(isOpen)

  const endIn = (unit: TermUnit) => {
    const end = advance({ day: countedFrom, length: rule.length, unit, calendar })
    const shifted = stoppedFor > 0 ? advance({ day: end, length: stoppedFor, unit: stopUnit(unit), calendar }) : end
    const extended =
      isExtended && rule.extension
        ? advance({ day: shifted, length: rule.extension.length, unit: rule.extension.unit, calendar })
        : shifted
    // Civil Procedure Code, art. 181 (1) 2: the day on which the term is fulfilled is not counted either.
    return rule.counting === 'freeDays' && unit === 'day' ? addDays(extended, 1) : extended
  }
  const lastDay = endIn(rule.unit)
  const dueOn = landing(lastDay, rule, calendar)
  return {
    countedFrom,
    lastDay,
    dueOn: isStopped ? null : dueOn,
    targetOn: isStopped ? null : workingDayUpTo(lastDay, calendar),
    moved: dueOn === lastDay ? null : { from: lastDay, why: whyFree(lastDay, calendar) },
    stoppedFor,
    isStopped,
    otherwiseOn: rule.otherReading && !isStopped ? landing(endIn(rule.otherReading.unit), rule, calendar) : null,
  }
}

function advance({
  day,
  length,
  unit,
  calendar,
}: {
  day: Day
  length: number
  unit: TermUnit
  calendar: Calendar
}): Day {
  switch (unit) {
    case 'day':
      return addDays(day, length)
    case 'workingDay':
      return addWorkingDays(day, length, calendar)
    case 'month':
      return addMonths(day, length)
    default:
      return unit satisfies never
  }
}

/** A clock of months stands still by days: nobody waits by the month. */
const stopUnit = (unit: TermUnit): TermUnit => (unit === 'workingDay' ? 'workingDay' : 'day')

function landing(day: Day, { onFreeDay }: DeadlineRule, calendar: Calendar): Day {
  if (onFreeDay === 'thirdWorkingDay') return addWorkingDays(day, 3, calendar)
  return onFreeDay === 'stays' || isWorkingDay(day, calendar) ? day : workingDayFrom(day, calendar)
}

/** The days of all waits that have ended, days that two waits share once. */
function daysStopped(unit: TermUnit, waits: readonly Wait[], calendar: Calendar): number {
  const ended = waits
    .flatMap(({ from, to }) => (to && to > from ? [{ from, to }] : []))
    .sort((a, b) => a.from.localeCompare(b.from))
  let total = 0
  let until = ''
  for (const { from, to } of ended) {
    if (to <= until) continue
    const start = from > until ? from : until
    total += unit === 'workingDay' ? workingDaysBetween(start, to, calendar) : daysBetween(start, to)
    until = to
  }
  return total
}

export type ExtensionVerdict =
  | { kind: 'allowed' }
  | { kind: 'refused'; code: 'extension-not-in-law' | 'extended-already' | 'term-over' }

/** OG 27/2002, art. 9 and its kin: once, and while the first term still runs. */
export function judgeExtension({
  rule,
  isExtended,
  dueOn,
  today,
}: {
  rule: DeadlineRule
  isExtended: boolean
  dueOn: Day | null
  today: Day
}): ExtensionVerdict {
  if (!rule.extension) return { kind: 'refused', code: 'extension-not-in-law' }
  if (isExtended) return { kind: 'refused', code: 'extended-already' }
  if (dueOn !== null && today > dueOn) return { kind: 'refused', code: 'term-over' }
  return { kind: 'allowed' }
}
