import { escapeXml } from './atom.ts'

const opening = '<?xml version="1.0" encoding="utf-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export const sitemapIndex = (origin: string, shards: { shard: string; updatedAt: string }[]) =>
  `${opening}<sitemapindex ${namespace}>\n${shards
    .map(
      ({ shard, updatedAt }) =>
        `<sitemap><loc>${escapeXml(`${origin}/sitemap-${shard}.xml`)}</loc><lastmod>${updatedAt}</lastmod></sitemap>`,
    )
    .join('\n')}\n</sitemapindex>\n`

export const sitemapShard = (origin: string, entries: { path: string; updatedAt: string }[]) =>
  `${opening}<urlset ${namespace}>\n${entries
    .map(({ path, updatedAt }) => `<url><loc>${escapeXml(origin + path)}</loc><lastmod>${updatedAt}</lastmod></url>`)
    .join('\n')}\n</urlset>\n`
