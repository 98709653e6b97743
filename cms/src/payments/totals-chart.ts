import { addDays, type Day } from '../registry/calendar-days.ts'

export type ChartBar = {
  day: Day
  x: number
  parts: { purpose: string; y: number; height: number; bani: number }[]
  bani: number
}
export type TotalsChart = { bars: ChartBar[]; topBani: number; sums: Record<string, number> }

export const chartSize = { width: 600, height: 120, gap: 4 } as const

/** Bars of what came in, one for each day, the kinds one above the other; heights in units of the drawing. */
export function totalsChart(
  totals: readonly { day: Day; purpose: string; bani: number }[],
  { today, days }: { today: Day; days: number },
): TotalsChart {
  const all = Array.from({ length: days }, (_, index) => addDays(today, index + 1 - days))
  const ofDay = (day: Day) => totals.filter((total) => total.day === day)
  const sumOf = (day: Day) => ofDay(day).reduce((sum, { bani }) => sum + bani, 0)
  const topBani = Math.max(1, ...all.map(sumOf))
  const step = chartSize.width / days
  const sums: Record<string, number> = {}
  const bars = all.map((day, index) => {
    let top = chartSize.height
    const parts = ofDay(day).map(({ purpose, bani }) => {
      sums[purpose] = (sums[purpose] ?? 0) + bani
      const height = (bani / topBani) * chartSize.height
      top -= height
      return { purpose, y: top, height, bani }
    })
    return { day, x: index * step + chartSize.gap / 2, parts, bani: sumOf(day) }
  })
  return { bars, topBani, sums }
}
