import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { Noun, PublicRecord } from './contract.ts'

/** The save of one document, as the change log counts it. */
export type Save = { revision: number; wasPublic: boolean; isPublic: boolean; publishedAt: Date | null }

/**
 * Takes the next revision of a document and notes whether the public sees it now.
 * The counter's row lock puts two writers of one document in line.
 */
export async function takeRevision(
  req: PayloadRequest,
  { noun, id, isPublic }: { noun: Noun; id: string; isPublic: 'as stored' | boolean },
): Promise<Save> {
  const stored =
    isPublic === 'as stored'
      ? sql`coalesce((select _status = 'published' from ${sql.identifier(noun)} where id = ${Number(id)}), false)`
      : sql`${isPublic}::boolean`
  const transaction = await transactionOf(req)
  const [row] = await transaction.rows<{
    revision: number
    was_public: boolean
    is_public: boolean
    published_at: Date | null
  }>(sql`
    insert into avizier.revisions as r (noun, id, revision, was_public, is_public, published_at)
    select ${noun}, ${id}, 1, false, s.is_public, case when s.is_public then now() end from (select ${stored} as is_public) s
    on conflict (noun, id) do update set
      revision = r.revision + 1,
      was_public = r.is_public,
      is_public = excluded.is_public,
      published_at = coalesce(r.published_at, excluded.published_at)
    returning revision, was_public, is_public, published_at`)
  if (!row) throw new Error(`No revision was counted for ${noun} ${id}`)
  return {
    revision: Number(row.revision),
    wasPublic: row.was_public,
    isPublic: row.is_public,
    publishedAt: row.published_at && new Date(row.published_at),
  }
}

/** Adds a row to the change log in the transaction of the request; its position is given at commit. */
export async function appendChange(
  req: PayloadRequest,
  change: { noun: Noun; id: string; revision: number } & ({ op: 'upsert'; record: PublicRecord } | { op: 'remove' }),
): Promise<void> {
  const record = change.op === 'upsert' ? JSON.stringify(change.record) : null
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.changes (op, noun, id, revision, record)
    values (${change.op}, ${change.noun}, ${change.id}, ${change.revision}, ${record}::jsonb)`)
}
