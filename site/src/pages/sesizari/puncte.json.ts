import type { APIRoute } from 'astro'
import { mapReports } from '../../reports/map/map-data.ts'
import { shownOnMap } from '../../reports/shown-on-map.ts'

/** Every public report that has a place, for the map when it is opened. */
export const GET: APIRoute = ({ locals: { reader } }) =>
  new Response(JSON.stringify(mapReports(reader.reportsOnMap().map(shownOnMap))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
