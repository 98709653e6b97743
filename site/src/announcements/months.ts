export type MonthCount = { year: number; month: number; count: number }

/** Years with their number of announcements, newest first. */
export function yearsOf(months: readonly MonthCount[]): { year: number; count: number }[] {
  const years = new Map<number, number>()
  for (const { year, count } of months) years.set(year, (years.get(year) ?? 0) + count)
  return [...years].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year)
}
