import type { APIRoute } from 'astro'
import { reportFeed } from '../../reports/report-feed.ts'

export const GET: APIRoute = ({ locals: { reader, origin } }) =>
  new Response(reportFeed(reader, origin, { village: null, category: null }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
