/** How often each value was seen. */
export type Seen = { value: number; count: number }

/**
 * The value below which a share of all lies, as Postgres' `percentile_cont` has it: between two neighbours it is
 * found in proportion. Not a number when nothing was seen.
 */
export function percentileOf(seen: readonly Seen[], share: number): number {
  const sorted = [...seen].filter(({ count }) => count > 0).sort((a, b) => a.value - b.value)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  const place = (total - 1) * share
  const at = (index: number): number => {
    let left = index
    for (const { value, count } of sorted) {
      if (left < count) return value
      left -= count
    }
    return Number.NaN
  }
  const low = at(Math.floor(place))
  return low + (at(Math.ceil(place)) - low) * (place - Math.floor(place))
}
