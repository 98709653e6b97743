import { isOpenState, type PublicReport } from './contract.ts'

type Facts = Pick<PublicReport, 'state' | 'category' | 'reportedAt' | 'doneAt' | 'daysToFix' | 'timesReopened'>

export type ReportFigures = {
  total: number
  open: number
  solved: number
  /** Of those that were ever done, in percent, rounded; null while nothing was. */
  reopenedShare: number | null
  medianDays: number | null
  /** By category, those with anything done first, by how many were. */
  byCategory: { slug: string; name: string; reported: number; fixed: number; medianDays: number | null }[]
  /** The last twelve months, oldest first, by the month in which it was done. */
  byMonth: { month: string; reported: number; fixed: number; medianDays: number | null }[]
}

/** The middle of a list; of two middles the mean, in half days. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? null
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * What the public is told of how problems are solved. Only what was reported in public counts: duplicates are the
 * report they joined. `monthOf` gives the month of a moment, `YYYY-MM`, in the town's own calendar.
 */
export function reportFigures(
  reports: readonly Facts[],
  { thisMonth, monthOf }: { thisMonth: string; monthOf: (moment: string) => string },
): ReportFigures {
  const own = reports.filter(({ state }) => state !== 'merged')
  const fixed = own.filter(({ daysToFix }) => daysToFix !== null)
  const everDone = own.filter(({ daysToFix, timesReopened }) => daysToFix !== null || timesReopened > 0)
  const reopened = everDone.filter(({ timesReopened }) => timesReopened > 0)
  const daysOf = (some: readonly Facts[]) => median(some.flatMap(({ daysToFix }) => daysToFix ?? []))
  const categories = new Map(own.map(({ category }) => [category.slug, category.name]))
  return {
    total: own.length,
    open: own.filter(({ state }) => isOpenState(state)).length,
    solved: fixed.length,
    reopenedShare: everDone.length === 0 ? null : Math.round((100 * reopened.length) / everDone.length),
    medianDays: daysOf(fixed),
    byCategory: [...categories]
      .map(([slug, name]) => {
        const ofCategory = own.filter(({ category }) => category.slug === slug)
        const done = ofCategory.filter(({ daysToFix }) => daysToFix !== null)
        return { slug, name, reported: ofCategory.length, fixed: done.length, medianDays: daysOf(done) }
      })
      .sort((a, b) => b.fixed - a.fixed || b.reported - a.reported || a.name.localeCompare(b.name, 'ro')),
    byMonth: lastMonths(thisMonth, 12).map((month) => {
      const done = fixed.filter(({ doneAt }) => doneAt !== null && monthOf(doneAt) === month)
      const reported = own.filter(({ reportedAt }) => monthOf(reportedAt) === month).length
      return { month, reported, fixed: done.length, medianDays: daysOf(done) }
    }),
  }
}

function lastMonths(last: string, count: number): string[] {
  const [year = 0, month = 0] = last.split('-').map(Number)
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  )
}
