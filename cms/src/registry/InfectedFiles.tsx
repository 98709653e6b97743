import type { PostgresAdapter } from '@payloadcms/db-postgres'
import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { formatNumber } from './registration-number.ts'

const shown = 10

/** On the desk: the entries of this person whose files turned out to be infected. Nothing when there are none. */
export async function InfectedFiles({ req }: { req: PayloadRequest }) {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: number }>(
    `select distinct entry_id as id from avizier.registry_events
     where kind = 'fileInfected' and at > now() - interval '60 days' order by 1 desc limit 200`,
  )
  if (rows.length === 0) return null
  const { docs } = await req.payload.find({
    collection: 'registry',
    where: { and: [{ id: { in: rows.map(({ id }) => id) } }, { state: { not_in: ['closed', 'voided'] } }] },
    limit: shown,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  })
  if (docs.length === 0) return null
  return (
    <p className="desk__note">
      {'Fișiere infectate la: '}
      {docs.map(({ id, number, registeredAt }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <Link href={`/admin/registratura/${id}`}>{formatNumber(number, dayOf(registeredAt))}</Link>
        </span>
      ))}
      {'. Cereți-le din nou solicitanților.'}
    </p>
  )
}
