import type { APIRoute } from 'astro'
import { reportFeed } from '../../../../../../reports/report-feed.ts'
import { listOfKey } from '../../../../../../reports/report-lists.ts'

export const GET: APIRoute = ({ params, locals: { reader, origin } }) => {
  const { village, category } = listOfKey([params['village'], params['category'], 'toate'].join(':'))
  const feed = reportFeed(reader, origin, { village, category })
  if (!feed || params['stage'] !== 'toate') return new Response(null, { status: 404 })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
