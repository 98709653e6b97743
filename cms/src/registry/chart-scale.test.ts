import { describe, expect, it } from 'vitest'
import { monthsUpTo, shareOf, ticksUpTo } from './chart-scale.ts'

describe('the ticks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [9, [0, 5, 10]],
    [37, [0, 10, 20, 30, 40]],
    [160, [0, 50, 100, 150, 200]],
    [2_000, [0, 500, 1_000, 1_500, 2_000]],
  ])('reach %d in round steps', (most, ticks) => expect(ticksUpTo(most)).toEqual(ticks))

  it('always reach what they measure, and are few', () => {
    for (let most = 1; most < 5_000; most += 7) {
      const ticks = ticksUpTo(most)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }
  })
})

describe('the months of a chart', () => {
  it('go back over the turn of the year', () =>
    expect(monthsUpTo('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']))
})

describe('a share', () => {
  it('is of something', () => {
    expect(shareOf(2, 3)).toBe(67)
    expect(shareOf(0, 0)).toBeNull()
  })
})
