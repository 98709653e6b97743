import type { MapFeature, MapPoint, Position } from './contract.ts'
import { distanceToSegment, toPlane } from './plane.ts'

/** Whether a point lies in an area; its holes are outside. */
export function isInside({ parts }: Pick<MapFeature, 'parts'>, { lng, lat }: MapPoint): boolean {
  let isIn = false
  for (const ring of parts) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
      const [x1 = 0, y1 = 0] = ring[index] ?? []
      const [x2 = 0, y2 = 0] = ring[before] ?? []
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isIn = !isIn
    }
  }
  return isIn
}

/** How far a point is from the nearest line or edge of a feature, in metres. */
export function metresTo({ parts }: Pick<MapFeature, 'parts'>, point: MapPoint): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const part of parts) {
    let before = part[0] && toPlane(part[0], point)
    for (const position of part) {
      const here = toPlane(position, point)
      nearest = Math.min(nearest, distanceToSegment(before ?? here, here))
      before = here
    }
  }
  return nearest
}

/** The smallest box around some parts: west, south, east, north. */
export function boundsOf(parts: readonly (readonly Position[])[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const part of parts) {
    for (const [lng, lat] of part) {
      bounds[0] = Math.min(bounds[0], lng)
      bounds[1] = Math.min(bounds[1], lat)
      bounds[2] = Math.max(bounds[2], lng)
      bounds[3] = Math.max(bounds[3], lat)
    }
  }
  return bounds
}

/** A line with fewer positions, none of those left out further than `metres` from what is left (Douglas and Peucker). */
export function simplified(line: readonly Position[], metres: number): Position[] {
  const keep = new Set([0, line.length - 1])
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let furthest = 0
    let at = 0
    for (let index = from + 1; index < to; index++) {
      const [lng = 0, lat = 0] = line[index] ?? []
      const origin = { lng, lat }
      const distance = distanceToSegment(toPlane(line[from] ?? [0, 0], origin), toPlane(line[to] ?? [0, 0], origin))
      if (distance > furthest) [furthest, at] = [distance, index]
    }
    if (furthest <= metres) continue
    keep.add(at)
    spans.push([from, at], [at, to])
  }
  return line.filter((_, index) => keep.has(index))
}
