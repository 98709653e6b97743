export type Seat = { x: number; y: number; size: number }

/** Places for `count` seats in half-circle rows within a 320 × 172 drawing, left to right by angle. */
export function seats(count: number): Seat[] {
  const rows = count > 24 ? [128, 100, 72] : count > 6 ? [128, 84] : [128]
  const whole = rows.reduce((sum, radius) => sum + radius, 0)
  const size = count > 24 ? 9 : 13
  let left = count
  const placed: (Seat & { angle: number })[] = []
  rows.forEach((radius, index) => {
    const inRow = index === rows.length - 1 ? left : Math.round((count * radius) / whole)
    left -= inRow
    for (let place = 0; place < inRow; place++) {
      const angle = inRow === 1 ? Math.PI / 2 : Math.PI * (1 - place / (inRow - 1))
      placed.push({ angle, x: round(160 + radius * Math.cos(angle)), y: round(150 - radius * Math.sin(angle)), size })
    }
  })
  return placed.sort((a, b) => b.angle - a.angle).map(({ x, y, size }) => ({ x, y, size }))
}

const round = (value: number) => Math.round(value * 10) / 10
