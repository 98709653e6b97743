import type { APIRoute } from 'astro'
import { sitemapIndex } from '../feeds/sitemap.ts'

export const GET: APIRoute = ({ locals: { reader, origin } }) =>
  new Response(sitemapIndex(origin, reader.sitemapShards()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
