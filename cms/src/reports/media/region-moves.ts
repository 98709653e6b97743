import type { HiddenRegion } from './contract.ts'

/** A place on a photo, in shares of its width and height. */
export type Spot = { x: number; y: number }

/** Smaller than this a rectangle was a slip of the hand. */
export const smallest = 0.01

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
const tidy = (value: number) => Math.round(value * 10_000) / 10_000

/** The rectangle between two corners, whichever they are, cut where the photo ends. */
export function regionBetween(a: Spot, b: Spot): HiddenRegion {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map((x) => within(x, 0, 1)) as [number, number]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map((y) => within(y, 0, 1)) as [number, number]
  return settled({ x: left, y: top, width: right - left, height: bottom - top })
}

/** The same rectangle elsewhere; it stops at the edge of the photo. */
export const moved = (region: HiddenRegion, { x, y }: Spot): HiddenRegion =>
  settled({
    ...region,
    x: within(region.x + x, 0, 1 - region.width),
    y: within(region.y + y, 0, 1 - region.height),
  })

/** The same corner, another size; it neither vanishes nor leaves the photo. */
export const resized = (region: HiddenRegion, { x, y }: Spot): HiddenRegion =>
  settled({
    ...region,
    width: within(region.width + x, smallest, 1 - region.x),
    height: within(region.height + y, smallest, 1 - region.y),
  })

export const isWorthKeeping = ({ width, height }: HiddenRegion): boolean => width >= smallest && height >= smallest

function settled({ x, y, width, height }: HiddenRegion): HiddenRegion {
  const [left, top] = [tidy(x), tidy(y)]
  return {
    x: left,
    y: top,
    width: Math.min(tidy(width), tidy(1 - left)),
    height: Math.min(tidy(height), tidy(1 - top)),
  }
}
