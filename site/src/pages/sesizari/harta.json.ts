import type { APIRoute } from 'astro'
import { mapReports } from '../../reports/map-reports.ts'

export const GET: APIRoute = ({ locals: { reader } }) =>
  new Response(JSON.stringify(mapReports(reader.reportsOnMap())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
