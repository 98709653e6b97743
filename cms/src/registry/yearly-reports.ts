import type { Day } from './calendar-days.ts'
import { daysBetween } from './calendar-days.ts'
import type { EntryKind } from './entry-kinds.ts'
import type { Channel, EntryState } from './entry-lifecycle.ts'

/** What a report needs to know of an entry: no names. */
export type ReportedEntry = {
  kind: EntryKind
  channel: Channel
  correspondentKind: 'person' | 'firm' | 'authority' | null
  department: string | null
  registeredOn: Day
  answeredOn: Day | null
  dueOn: Day | null
  isExtended: boolean
  state: EntryState
  outcome: 'favourable' | 'partial' | 'unfavourable' | 'redirected' | 'filed' | null
  outcomeReason: string | null
}

export type Count = { label: string; count: number }

function countBy(entries: readonly ReportedEntry[], label: (entry: ReportedEntry) => string | null): Count[] {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const name = label(entry)
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ label: name, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'ro'))
}

const isElectronic = ({ channel }: ReportedEntry) => channel === 'site' || channel === 'email'
const counted = (entries: readonly ReportedEntry[], what: (entry: ReportedEntry) => boolean) =>
  entries.filter(what).length
const isForwarded = ({ state, outcome }: ReportedEntry) => state === 'forwarded' || outcome === 'redirected'
const daysTaken = ({ registeredOn, answeredOn }: ReportedEntry) =>
  answeredOn === null ? null : daysBetween(registeredOn, answeredOn)
const wasLate = ({ answeredOn, dueOn }: ReportedEntry) => answeredOn !== null && dueOn !== null && answeredOn > dueOn
const isVoid = ({ state }: ReportedEntry) => state === 'voided' || state === 'reserved'

/** The evaluation report of Law 544/2001 (annual), counted from the book. */
export function report544(all: readonly ReportedEntry[]) {
  const entries = all.filter((entry) => entry.kind === 'foi' && !isVoid(entry))
  const complaints = all.filter((entry) => entry.kind === 'foiComplaint' && !isVoid(entry))
  const answered = entries.filter((entry) => entry.answeredOn !== null && !isForwarded(entry))
  const within = (from: number, to: number) =>
    counted(answered, (entry) => {
      const days = daysTaken(entry) ?? 0
      return !wasLate(entry) && days > from && days <= to
    })
  const refused = entries.filter(({ outcome }) => outcome === 'unfavourable')
  const withinTen = within(-1, 10)
  const late = counted(answered, wasLate)
  return {
    total: entries.length,
    persons: counted(
      entries,
      ({ correspondentKind }) => correspondentKind !== 'firm' && correspondentKind !== 'authority',
    ),
    firms: counted(
      entries,
      ({ correspondentKind }) => correspondentKind === 'firm' || correspondentKind === 'authority',
    ),
    onPaper: counted(entries, (entry) => !isElectronic(entry)),
    electronic: counted(entries, isElectronic),
    byDepartment: countBy(entries, ({ department }) => department ?? 'nerepartizate'),
    favourable: counted(entries, ({ outcome }) => outcome === 'favourable' || outcome === 'partial'),
    withinTenDays: withinTen,
    withinThirtyDays: answered.length - withinTen - late,
    late,
    forwarded: counted(entries, isForwarded),
    refused: refused.length,
    refusedBecause: countBy(refused, ({ outcomeReason }) => outcomeReason ?? 'fără motiv scris'),
    withoutAnswer: counted(entries, (entry) => entry.answeredOn === null),
    complaints: complaints.length,
    complaintsUpheld: counted(complaints, ({ outcome }) => outcome === 'favourable' || outcome === 'partial'),
    complaintsRejected: counted(complaints, ({ outcome }) => outcome === 'unfavourable'),
  }
}
export type Report544 = ReturnType<typeof report544>

/** The report on petitions (OG 27/2002, art. 14), by semester, counted from the book. */
export function reportPetitions(all: readonly ReportedEntry[]) {
  const entries = all.filter((entry) => entry.kind === 'petition' && !isVoid(entry))
  const answered = entries.filter((entry) => entry.answeredOn !== null && !isForwarded(entry))
  const times = answered.map((entry) => daysTaken(entry) ?? 0).sort((a, b) => a - b)
  return {
    total: entries.length,
    onPaper: counted(entries, (entry) => !isElectronic(entry)),
    electronic: counted(entries, isElectronic),
    byDepartment: countBy(entries, ({ department }) => department ?? 'nerepartizate'),
    answeredInTime: counted(answered, (entry) => !wasLate(entry)),
    late: counted(answered, wasLate),
    extended: counted(entries, ({ isExtended }) => isExtended),
    forwarded: counted(entries, isForwarded),
    filedAway: counted(entries, ({ outcome }) => outcome === 'filed'),
    favourable: counted(entries, ({ outcome }) => outcome === 'favourable' || outcome === 'partial'),
    unfavourable: counted(entries, ({ outcome }) => outcome === 'unfavourable'),
    inWork: counted(
      entries,
      (entry) => entry.answeredOn === null && entry.outcome !== 'filed' && entry.state !== 'withdrawn',
    ),
    medianDays: times.length > 0 ? (times[Math.floor(times.length / 2)] ?? null) : null,
  }
}
export type ReportPetitions = ReturnType<typeof reportPetitions>
