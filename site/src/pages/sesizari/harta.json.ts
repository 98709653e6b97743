import type { APIRoute } from 'astro'
import { readMapTiles } from '../../env.ts'
import type { MapData } from '../../reports/map/map-data.ts'

/** The town's own map, for whoever opens it; empty while the town has none. */
export const GET: APIRoute = ({ locals: { reader } }) => {
  const { features, attribution, isSample } = reader.geography() ?? { features: [], attribution: '', isSample: false }
  const data: MapData = { features, attribution, isSample, tiles: readMapTiles() }
  return new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } })
}
