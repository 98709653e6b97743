import type { Pool } from 'pg'
import type { Change, ChangesPage } from './contract.ts'

type Row = {
  position: string
  op: 'upsert' | 'remove'
  noun: Change['noun']
  id: string
  revision: number
  at: Date
  record: unknown
}

/**
 * The rows after a position, in order. Records come only with the newest row of a document:
 * whatever an older row said is already out of date, and the newer one is on its way.
 */
export async function changesAfter(
  pool: Pick<Pool, 'query'>,
  { after, limit }: { after: number; limit: number },
): Promise<ChangesPage> {
  const { rows } = await pool.query<Row>(
    `select c.position, c.op, c.noun, c.id, c.revision, c.at,
            case when not exists (
              select 1 from avizier.changes newer
              where newer.noun = c.noun and newer.id = c.id and newer.position > c.position
            ) then c.record end as record
     from avizier.changes c
     where c.position > $1 order by c.position limit $2`,
    [after, limit],
  )
  const { rows: heads } = await pool.query<{ head: string }>(
    'select coalesce(max(position), 0) as head from avizier.changes',
  )
  const changes = rows.map((row): Change => {
    const about = {
      position: Number(row.position),
      noun: row.noun,
      id: row.id,
      revision: row.revision,
      at: row.at.toISOString(),
    }
    return row.op === 'remove'
      ? { op: 'remove', ...about }
      : { op: 'upsert', ...about, record: (row.record ?? null) as never }
  })
  return { changes, next: changes.at(-1)?.position ?? after, head: Number(heads[0]?.head ?? 0) }
}
