import { describe, expect, it } from 'vitest'
import { boxOf, cellsOf } from './hidden-regions.ts'
import { largestSize, widthsOf } from './photo-sizes.ts'

const picture = { width: 1_000, height: 500 }

describe('a region', () => {
  it.each([
    [
      { x: 0, y: 0, width: 1, height: 1 },
      { left: 0, top: 0, width: 1_000, height: 500 },
    ],
    [
      { x: 0.1004, y: 0.1, width: 0.1, height: 0.1 },
      { left: 100, top: 50, width: 101, height: 50 },
    ],
    [
      { x: 1, y: 1, width: 0.000_000_1, height: 0.000_000_1 },
      { left: 999, top: 499, width: 1, height: 1 },
    ],
  ])('%j covers every pixel it touches', (region, box) => expect(boxOf(region, picture)).toEqual(box))

  it.each([
    [
      { width: 300, height: 60 },
      { across: 5, down: 1 },
    ],
    [
      { width: 40, height: 200 },
      { across: 1, down: 5 },
    ],
    [
      { width: 3, height: 2 },
      { across: 3, down: 2 },
    ],
    [
      { width: 800, height: 800 },
      { across: 5, down: 5 },
    ],
  ])('of %j is averaged into so few cells that nothing can be told', (box, cells) =>
    expect(cellsOf(box)).toEqual(cells),
  )
})

describe('the renditions of a photo', () => {
  it.each([
    [{ width: 4_032, height: 3_024 }, { width: 1_600, height: 1_200 }, [480, 960, 1_600]],
    [{ width: 3_024, height: 4_032 }, { width: 1_200, height: 1_600 }, [480, 960, 1_200]],
    [{ width: 500, height: 400 }, { width: 500, height: 400 }, [500]],
    [{ width: 12_000, height: 900 }, { width: 1_600, height: 120 }, [480, 960, 1_600]],
    [{ width: 1, height: 9_000 }, { width: 1, height: 1_600 }, [1]],
  ])('of %j fit %j', (photo, size, widths) => {
    expect(largestSize(photo)).toEqual(size)
    expect(widthsOf(size.width)).toEqual(widths)
  })
})
