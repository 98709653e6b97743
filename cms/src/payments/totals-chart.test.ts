import { describe, expect, it } from 'vitest'
import { chartSize, totalsChart } from './totals-chart.ts'

describe('the chart of totals', () => {
  const chart = totalsChart(
    [
      { day: '2026-11-24', purpose: 'fee', bani: 2_000 },
      { day: '2026-11-24', purpose: 'fine', bani: 6_000 },
      { day: '2026-11-25', purpose: 'fine', bani: 4_000 },
    ],
    { today: '2026-11-25', days: 3 },
  )

  it('has a bar for each day, empty days too', () =>
    expect(chart.bars.map(({ day, bani }) => [day, bani])).toEqual([
      ['2026-11-23', 0],
      ['2026-11-24', 8_000],
      ['2026-11-25', 4_000],
    ]))

  it('draws the highest day to the top, and its kinds without a gap', () => {
    const [fee, fine] = chart.bars[1]?.parts ?? []
    expect([fine?.y, (fee?.height ?? 0) + (fine?.height ?? 0)]).toEqual([0, chartSize.height])
    expect(chart.bars[2]?.parts[0]?.height).toBe(chartSize.height / 2)
  })

  it('adds the kinds up', () => expect(chart.sums).toEqual({ fee: 2_000, fine: 10_000 }))

  it('of nothing is flat', () => expect(totalsChart([], { today: '2026-11-25', days: 2 }).bars).toHaveLength(2))
})
