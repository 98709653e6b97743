import type { MapPoint, Position } from './contract.ts'

/** Metres east and north of an origin. Within a commune the earth is flat to a hand's breadth. */
export type PlanePoint = { x: number; y: number }

const metresPerDegree = 111_195

export const toPlane = ([lng, lat]: Position, origin: MapPoint): PlanePoint => ({
  x: (lng - origin.lng) * metresPerDegree * Math.cos((origin.lat * Math.PI) / 180),
  y: (lat - origin.lat) * metresPerDegree,
})

export const distanceMetres = (a: MapPoint, b: MapPoint): number => {
  const { x, y } = toPlane([b.lng, b.lat], a)
  return Math.hypot(x, y)
}

/** How far the origin is from a line between two points. */
export function distanceToSegment(a: PlanePoint, b: PlanePoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}
