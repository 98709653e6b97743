import type { APIRoute } from 'astro'
import { citationOf } from '../../acts/acts.ro.ts'
import { atomFeed } from '../../feeds/atom.ts'
import { actPath } from '../../paths.ts'

export const GET: APIRoute = ({ locals: { reader, origin } }) => {
  const institution = reader.institution()
  const entries = reader.newestFullActs('decision', 30).map((act) => ({
    path: actPath(act),
    title: `${citationOf(act)}: ${act.title}`,
    updatedAt: act.updatedAt,
    summary: act.summary.join(' ') || act.title,
  }))
  const feed = atomFeed({
    title: `Hotărâri – ${institution.name}`,
    author: institution.councilName,
    origin,
    path: '/hotarari/atom.xml',
    page: '/hotarari/',
    updatedAt: institution.updatedAt,
    entries,
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
