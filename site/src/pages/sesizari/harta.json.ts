import type { APIRoute } from 'astro'
import { readMapTiles } from '../../env.ts'
import type { MapData } from '../../reports/map/map-data.ts'

/** The town's own map, for whoever opens it. */
export const GET: APIRoute = ({ locals: { reader } }) => {
  const geography = reader.geography()
  if (!geography) return new Response(null, { status: 404 })
  const { features, attribution, isSample } = geography
  const data: MapData = { features, attribution, isSample, tiles: readMapTiles() }
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } })
}
