import type { PayloadRequest } from 'payload'
import type { MapFeature, MapPoint } from './geography/contract.ts'
import { type Place, placeOf } from './geography/places.ts'
import { readGeojson } from './geography/read-geojson.ts'

const read = new WeakMap<object, { updatedAt: string; features: MapFeature[] }>()

/** Where a point is on the town's own map; null where the town has drawn none. */
export async function placeOnTownMap(req: Pick<PayloadRequest, 'payload'>, point: MapPoint): Promise<Place | null> {
  const { geojson, updatedAt = '' } = await req.payload.findGlobal({
    slug: 'geography',
    depth: 0,
    overrideAccess: true, // the map is public
  })
  if (!geojson) return null
  const kept = read.get(req.payload)
  if (kept && kept.updatedAt === updatedAt) return placeOf(kept.features, point)
  const map = readGeojson(geojson)
  const features = map.kind === 'map' ? map.features : []
  read.set(req.payload, { updatedAt: updatedAt ?? '', features })
  return features.length > 0 ? placeOf(features, point) : null
}
