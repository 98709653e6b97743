import type { APIRoute } from 'astro'
import { atomFeed } from '../../feeds/atom.ts'
import { announcementPath } from '../../paths.ts'

export const GET: APIRoute = ({ locals: { reader, origin } }) => {
  const institution = reader.institution()
  const entries = reader.newestFullAnnouncements(30).map((announcement) => ({
    path: announcementPath(announcement),
    title: announcement.title,
    updatedAt: announcement.updatedAt,
    summary: announcement.lead || announcement.title,
  }))
  const feed = atomFeed({
    title: `Anunțuri – ${institution.name}`,
    author: institution.townHallName,
    origin,
    path: '/anunturi/atom.xml',
    page: '/anunturi/',
    updatedAt: institution.updatedAt,
    entries,
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
