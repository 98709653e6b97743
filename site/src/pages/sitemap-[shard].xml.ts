import type { APIRoute } from 'astro'
import { sitemapShard } from '../feeds/sitemap.ts'

export const GET: APIRoute = ({ params, locals: { reader, origin } }) => {
  const entries = reader.sitemapEntries(params['shard'] ?? '')
  if (entries.length === 0) return new Response(null, { status: 404 })
  return new Response(sitemapShard(origin, entries), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
