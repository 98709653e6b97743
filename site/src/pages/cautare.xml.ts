import type { APIRoute } from 'astro'
import { atomFeed } from '../feeds/atom.ts'
import { searchFeedPath, searchPath } from '../paths.ts'
import { askSearch } from '../search/ask-search.ts'
import { readSearchQuery, searchAddress } from '../search/search-query.ts'

/** A search that is kept: what it finds, newest first, for a feed reader to follow. */
export const GET: APIRoute = async ({ url, locals }) => {
  const asked = { ...readSearchQuery(url.searchParams), order: 'date' as const, page: 1 }
  const outcome = await askSearch(locals.searchIndex, asked)
  if (outcome.kind === 'unavailable') return new Response(null, { status: 503, headers: { 'retry-after': '60' } })
  const institution = locals.reader.institution()
  const text = (segments: readonly { text: string }[]) => segments.map((segment) => segment.text).join('')
  const feed = atomFeed({
    title: `${asked.words || 'Toate actele'} – ${institution.name}`,
    author: institution.townHallName,
    origin: locals.origin,
    path: searchAddress(searchFeedPath, asked),
    page: searchAddress(searchPath, asked),
    updatedAt: institution.updatedAt,
    entries: outcome.answer.hits.map((hit) => ({
      path: hit.url,
      title: text(hit.title),
      updatedAt: `${hit.date}T00:00:00Z`,
      summary: text(hit.snippet),
    })),
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
