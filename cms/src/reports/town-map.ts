import type { PayloadRequest } from 'payload'
import type { MapFeature, MapPoint } from './geography/contract.ts'
import { type Place, placeOf } from './geography/places.ts'
import { readGeojson } from './geography/read-geojson.ts'

const read = new WeakMap<object, { updatedAt: string; features: MapFeature[] }>()

/** What the town has drawn of itself; empty where it has drawn nothing. */
export async function townFeatures(req: Pick<PayloadRequest, 'payload'>): Promise<MapFeature[]> {
  const doc = await req.payload.findGlobal({ slug: 'geography', depth: 0, overrideAccess: true }) // the map is public
  if (!doc.geojson) return []
  const updatedAt = doc.updatedAt ?? ''
  const kept = read.get(req.payload)
  if (kept && kept.updatedAt === updatedAt) return kept.features
  const map = readGeojson(doc.geojson)
  const features = map.kind === 'map' ? map.features : []
  read.set(req.payload, { updatedAt, features })
  return features
}

/** Where a point is on the town's own map; null where the town has drawn none. */
export async function placeOnTownMap(req: Pick<PayloadRequest, 'payload'>, point: MapPoint): Promise<Place | null> {
  const features = await townFeatures(req)
  return features.length > 0 ? placeOf(features, point) : null
}
