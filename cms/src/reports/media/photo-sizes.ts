/** The widths of public renditions: a list on a phone, a page on a phone, a page on a desk. */
const widths = [480, 960, 1600] as const
const longestSide = 1600

/** The box into which the largest rendition fits: neither a panorama nor a tall picture is enlarged. */
export function largestSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The widths of all renditions of a picture whose largest has this width, ascending. */
export const widthsOf = (largest: number): number[] => [...widths.filter((width) => width < largest * 0.9), largest]
