import Link from 'next/link'
import type { ServerProps } from 'payload'
import { Quarantine } from '../files/Quarantine.tsx'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { Backlog } from '../readings/Backlog.tsx'

const nouns = [
  { slug: 'acts', label: 'Hotărâri și dispoziții' },
  { slug: 'announcements', label: 'Anunțuri' },
  { slug: 'documents', label: 'Documente' },
  { slug: 'pages', label: 'Pagini' },
  { slug: 'forms', label: 'Formulare' },
] as const

/** The first thing a clerk sees: what waits, what is scheduled, what went out today, each one click away. */
export async function Waiting({ payload, user }: ServerProps) {
  if (!user) return null
  const today = momentOfDay(dayOf(new Date()))
  const count = async (collection: (typeof nouns)[number]['slug'], where: object) =>
    (await payload.count({ collection, where: where as never, user, overrideAccess: false })).totalDocs
  const rows = await Promise.all(
    nouns.map(async ({ slug, label }) => ({
      slug,
      label,
      drafts: await count(slug, { _status: { equals: 'draft' } }),
      scheduled: await count(slug, { and: [{ _status: { equals: 'draft' } }, { publishAt: { exists: true } }] }),
      today: await count(slug, { and: [{ _status: { equals: 'published' } }, { publishedOn: { equals: today } }] }),
    })),
  )
  return (
    <section style={{ marginBottom: '2.5rem' }}>
      <h2 style={{ marginBottom: '1rem' }}>Ce așteaptă</h2>
      <table style={{ width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' }}>
        <thead>
          <tr>
            <th scope="col" style={head}>
              Registrul
            </th>
            <th scope="col" style={head}>
              Ciorne
            </th>
            <th scope="col" style={head}>
              Programate
            </th>
            <th scope="col" style={head}>
              Publicate azi
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug}>
              <th scope="row" style={{ ...cell, fontWeight: 600 }}>
                <Link href={`/admin/collections/${row.slug}`}>{row.label}</Link>
              </th>
              <td style={cell}>
                <Link href={`/admin/collections/${row.slug}?where[or][0][and][0][_status][equals]=draft`}>
                  {row.drafts}
                </Link>
              </td>
              <td style={cell}>{row.scheduled}</td>
              <td style={cell}>{row.today}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Backlog payload={payload} />
      <Quarantine payload={payload} />
    </section>
  )
}

const head = {
  textAlign: 'left',
  padding: '0.5rem 1rem 0.5rem 0',
  borderBottom: '2px solid var(--theme-elevation-800)',
} as const
const cell = {
  textAlign: 'left',
  padding: '0.75rem 1rem 0.75rem 0',
  borderBottom: '1px solid var(--theme-elevation-150)',
} as const
