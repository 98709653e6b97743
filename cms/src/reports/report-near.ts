import type { Point } from './contract.ts'

const metresOfDegree = 111_320
const earthRadius = 6_371_008

/** Rounded to about a metre: what a phone knows better, it only believes. */
export const roundedPoint = ({ lat, lng }: Point): Point => ({ lat: round(lat), lng: round(lng) })
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** The great-circle distance. */
export function metresBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const a =
    Math.sin(radians(other.lat - one.lat) / 2) ** 2 +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(radians(other.lng - one.lng) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(a)))
}

export type Box = { south: number; north: number; west: number; east: number }

/** A box that holds everything within so many metres; what an index can find before distances are measured. */
export function boxAround({ lat, lng }: Point, metres: number): Box {
  const high = metres / metresOfDegree
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  return { south: lat - high, north: lat + high, west: lng - wide, east: lng + wide }
}
