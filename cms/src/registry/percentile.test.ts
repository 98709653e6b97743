import { describe, expect, it } from 'vitest'
import { seeded } from '../../test/seeded.ts'
import { percentileOf } from './percentile.ts'

const counted = (values: number[]) => values.map((value) => ({ value, count: 1 }))

describe('a percentile', () => {
  it.each([
    [[7], 0.5, 7],
    [[1, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.9, 4.6],
    [[5, 5, 5, 9], 1, 9],
  ])('of %j at %d is %d', (values, share, expected) =>
    expect(percentileOf(counted(values), share)).toBeCloseTo(expected, 10),
  )

  it('of nothing is no number', () => expect(percentileOf([], 0.5)).toBeNaN())

  it('is the same for values counted together and one by one', () => {
    const seed = 20261125
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    const values = Array.from({ length: 500 }, () => Math.floor(random() * 40))
    const together = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }))
    for (const share of [0, 0.1, 0.5, 0.9, 1])
      expect(percentileOf(together, share)).toBeCloseTo(percentileOf(counted(values), share), 10)
  })
})
