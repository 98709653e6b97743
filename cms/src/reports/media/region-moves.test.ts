import { describe, expect, it } from 'vitest'
import { seeded } from '../../../test/seeded.ts'
import { HiddenRegion } from './contract.ts'
import { isWorthKeeping, moved, regionBetween, resized } from './region-moves.ts'

describe('a rectangle over a photo', () => {
  it.each([
    [
      { x: 0.1, y: 0.2 },
      { x: 0.4, y: 0.3 },
    ],
    [
      { x: 0.4, y: 0.3 },
      { x: 0.1, y: 0.2 },
    ],
    [
      { x: 0.4, y: 0.2 },
      { x: 0.1, y: 0.3 },
    ],
  ])('is drawn from any corner: %j to %j', (a, b) =>
    expect(regionBetween(a, b)).toEqual({ x: 0.1, y: 0.2, width: 0.3, height: 0.1 }),
  )

  it('that is a slip of the hand is not kept', () => {
    expect(isWorthKeeping(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.6 }))).toBe(false)
    expect(isWorthKeeping(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.6, y: 0.6 }))).toBe(true)
  })

  it('stops at the edge when it is moved, and keeps its size', () => {
    const region = { x: 0.5, y: 0.5, width: 0.2, height: 0.1 }
    expect(moved(region, { x: 9, y: -9 })).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.1 })
    expect(resized(region, { x: 9, y: -9 })).toEqual({ x: 0.5, y: 0.5, width: 0.5, height: 0.01 })
  })

  it('is one that the record takes, whatever is done to it', () => {
    const seed = Date.now() % 1_000_000
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    const spot = () => ({ x: random() * 3 - 1, y: random() * 3 - 1 })
    for (let round = 0; round < 500; round++) {
      let region = regionBetween({ x: random() * 0.9, y: random() * 0.9 }, { x: 0.95, y: 0.97 })
      for (let step = 0; step < 10; step++) region = random() < 0.5 ? moved(region, spot()) : resized(region, spot())
      expect(HiddenRegion.safeParse(region).error).toBeUndefined()
    }
  })
})
