import type { ReportSummary } from '../read-model/reader.ts'
import { dayOf } from '../romanian/dates.ts'

export type Figure = {
  /** A category's slug or a month, `2026-03`. */
  of: string
  fixed: number
  /** Days from the report to the last time it was done; null where none was fixed. */
  medianDays: number | null
  /** Of those fixed, how many their reporters had to reopen, 0..1. */
  reopenedShare: number
}

type Fixed = Pick<ReportSummary, 'category' | 'doneAt' | 'daysToFix' | 'timesReopened'>

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1]
  const high = sorted[Math.floor(middle)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function figureOf(of: string, reports: readonly Fixed[]): Figure {
  const days = reports.flatMap(({ daysToFix }) => daysToFix ?? [])
  const reopened = reports.filter(({ timesReopened }) => timesReopened > 0).length
  return {
    of,
    fixed: reports.length,
    medianDays: median(days),
    reopenedShare: reports.length === 0 ? 0 : reopened / reports.length,
  }
}

const monthOf = ({ doneAt }: Fixed) => (doneAt ? dayOf(doneAt).slice(0, 7) : '')

/** How long it takes, of all, by category (most fixed first) and by month (the last twelve that have any, in order). */
export function figuresOf(reports: readonly Fixed[]): { all: Figure; byCategory: Figure[]; byMonth: Figure[] } {
  const grouped = (keyOf: (report: Fixed) => string) =>
    [...Map.groupBy(reports, keyOf)].map(([of, members]) => figureOf(of, members))
  return {
    all: figureOf('', reports),
    byCategory: grouped(({ category }) => category.slug).sort((a, b) => b.fixed - a.fixed || (a.of < b.of ? -1 : 1)),
    byMonth: grouped(monthOf)
      .sort((a, b) => (a.of < b.of ? -1 : 1))
      .slice(-12),
  }
}
