import type { MapFeature, MapPoint } from './contract.ts'
import { isInside, metresTo } from './shapes.ts'

/** Where a point is, in terms of the town's own map. */
export type Place = {
  /** Whether it lies in the commune; null where the map has no outline. */
  isInCommune: boolean | null
  /** The village it lies in, or the nearest one. */
  village: { name: string; metres: number } | null
  /** The nearest street, if one is near enough to be named. */
  street: { name: string; village: string | null; metres: number } | null
}

/** Further than this from a street a point is not "by" it. */
const nearStreet = 150

export function placeOf(features: readonly MapFeature[], point: MapPoint): Place {
  const commune = features.find(({ kind }) => kind === 'commune')
  const village = nearest(features, 'village', point)
  const street = nearest(features, 'street', point)
  return {
    isInCommune: commune ? isInside(commune, point) : null,
    village: village && { name: village.feature.name, metres: Math.round(village.metres) },
    street:
      street && street.metres <= nearStreet
        ? { name: street.feature.name, village: street.feature.village, metres: Math.round(street.metres) }
        : null,
  }
}

function nearest(features: readonly MapFeature[], kind: MapFeature['kind'], point: MapPoint) {
  let found: { feature: MapFeature; metres: number } | null = null
  for (const feature of features) {
    if (feature.kind !== kind) continue
    const metres = feature.shape === 'area' && isInside(feature, point) ? 0 : metresTo(feature, point)
    if (!found || metres < found.metres) found = { feature, metres }
  }
  return found
}
