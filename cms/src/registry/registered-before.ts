import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { accessCodeOf } from './access-code.ts'
import type { StoredEntry } from './store-entry.action.ts'

/** The entry that a key has given, with the content it was filed with; null when the key is new. */
export async function registeredBefore(
  req: Pick<PayloadRequest, 'payload'>,
  key: string,
): Promise<(StoredEntry & { contentDigest: string | null; dueOn: string | null }) | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<{
    id: number
    number: string
    registered_at: string
    content_digest: string | null
    due_on: string | null
  }>(sql`
    select r.id, r.number, r.registered_at, r.due_on, f.content_digest
    from registry r left join filings f on f.key = r.key where r.key = ${key}`)
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    number: Number(row.number),
    registeredAt: new Date(row.registered_at),
    code: accessCodeOf(key, req.payload.secret),
    contentDigest: row.content_digest,
    dueOn: row.due_on,
  }
}
