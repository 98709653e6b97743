import { describe, expect, it } from 'vitest'
import type { PublicReport } from './contract.ts'
import { median, reportFigures } from './public-figures.ts'

const aFact = (given: Partial<PublicReport> = {}) => ({
  state: 'closed' as const,
  category: { slug: 'gropi', name: 'Groapă în drum' },
  reportedAt: '2026-10-01T08:00:00Z',
  doneAt: '2026-10-05T08:00:00Z',
  daysToFix: 4,
  timesReopened: 0,
  ...given,
})
const calendar = { thisMonth: '2026-11', monthOf: (moment: string) => moment.slice(0, 7) }
const open = { state: 'routed' as const, doneAt: null, daysToFix: null }

describe('the figures of a town', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[1, 2, 10, 20], 6],
  ])('the median of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('count what is open, what is solved, and how much of it was not', () => {
    const lamps = { slug: 'iluminat', name: 'Iluminat public' }
    const figures = reportFigures(
      [
        aFact(),
        aFact({ daysToFix: 10, doneAt: '2026-11-02T08:00:00Z', timesReopened: 1 }),
        aFact({ ...open, timesReopened: 2 }),
        aFact({ ...open, category: lamps }),
        aFact({ state: 'merged', doneAt: null, daysToFix: null }),
      ],
      calendar,
    )
    expect(figures).toMatchObject({ total: 4, open: 2, solved: 2, medianDays: 7, reopenedShare: 67 })
    expect(figures.byCategory).toEqual([
      { slug: 'gropi', name: 'Groapă în drum', reported: 3, fixed: 2, medianDays: 7 },
      { slug: 'iluminat', name: 'Iluminat public', reported: 1, fixed: 0, medianDays: null },
    ])
    expect(figures.byMonth).toHaveLength(12)
    expect(figures.byMonth[0]?.month).toBe('2025-12')
    expect(figures.byMonth.at(-1)).toEqual({ month: '2026-11', reported: 0, fixed: 1, medianDays: 10 })
    expect(figures.byMonth.at(-2)).toEqual({ month: '2026-10', reported: 4, fixed: 1, medianDays: 4 })
  })

  it('of a town without reports say nothing instead of zero days', () => {
    expect(reportFigures([], calendar)).toMatchObject({ total: 0, medianDays: null, reopenedShare: null })
  })
})
