export type FeedEntry = { path: string; title: string; updatedAt: string; summary: string }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** Characters that XML 1.0 does not allow. */
const forbidden = /[^\P{Cc}\t\n\r]/gu

export const escapeXml = (text: string) =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter)

/** An Atom feed (RFC 4287). Without entries it carries the date of the institution's own record. */
export function atomFeed(feed: {
  title: string
  author: string
  origin: string
  path: string
  page: string
  updatedAt: string
  entries: FeedEntry[]
}): string {
  const updated =
    feed.entries
      .map((entry) => entry.updatedAt)
      .sort()
      .at(-1) ?? feed.updatedAt
  const entries = feed.entries.map((entry) => {
    const url = escapeXml(feed.origin + entry.path)
    return `  <entry>
    <id>${url}</id>
    <title>${escapeXml(entry.title)}</title>
    <link href="${url}"/>
    <updated>${entry.updatedAt}</updated>
    <summary>${escapeXml(entry.summary)}</summary>
  </entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ro">
  <id>${escapeXml(feed.origin + feed.path)}</id>
  <title>${escapeXml(feed.title)}</title>
  <author><name>${escapeXml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.origin + feed.path)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.origin + feed.page)}"/>
  <updated>${updated}</updated>
${entries.join('\n')}
</feed>
`
}
