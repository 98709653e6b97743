import type { HiddenRegion } from './contract.ts'

export type PixelBox = { left: number; top: number; width: number; height: number }

/** The whole pixels that a region touches; nothing of its edge is left standing. */
export function boxOf(region: HiddenRegion, picture: { width: number; height: number }): PixelBox {
  const left = Math.min(picture.width - 1, Math.floor(region.x * picture.width))
  const top = Math.min(picture.height - 1, Math.floor(region.y * picture.height))
  const right = Math.min(picture.width, Math.max(left + 1, Math.ceil((region.x + region.width) * picture.width)))
  const bottom = Math.min(picture.height, Math.max(top + 1, Math.ceil((region.y + region.height) * picture.height)))
  return { left, top, width: right - left, height: bottom - top }
}

/** So few that neither a face nor the letters of a plate can be told from the mean colours that stay. */
const mostCells = 5

/** Into how many cells a box is averaged; its longer side has the most. */
export function cellsOf({ width, height }: Pick<PixelBox, 'width' | 'height'>): { across: number; down: number } {
  const longer = Math.max(width, height)
  const cells = Math.min(mostCells, longer)
  return {
    across: Math.max(1, Math.round((width / longer) * cells)),
    down: Math.max(1, Math.round((height / longer) * cells)),
  }
}
