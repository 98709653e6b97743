import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { type ReadingMethod, ReadingSummary } from './contract.ts'
import { priorities, readableTypes } from './reading-state.ts'

/**
 * The readings that are served of these files, by fingerprint. The rows are held until the request's transaction
 * ends: a reading that is finished meanwhile waits, and then finds the record that was written here.
 */
export async function readingSummaries(
  req: PayloadRequest,
  fingerprints: readonly string[],
): Promise<Map<string, ReadingSummary>> {
  if (fingerprints.length === 0) return new Map()
  const transaction = await transactionOf(req)
  const rows = await transaction.rows<{
    sha256: string
    served_pages: number | null
    method: ReadingMethod | null
  }>(sql`
    select sha256, served_pages, method from avizier.readings
    where sha256 in (${sql.join(
      fingerprints.map((each) => sql`${each}`),
      sql`, `,
    )}) order by sha256 for share`)
  return new Map(
    rows.flatMap((row) => {
      const summary = ReadingSummary.safeParse({ pages: row.served_pages, method: row.method })
      return summary.success ? [[row.sha256, summary.data]] : []
    }),
  )
}

/** Puts an uploaded file in line to be read, in the transaction that stores it; what a person brought goes first. */
export async function awaitReading(
  req: PayloadRequest,
  { sha256, mimeType }: { sha256: string; mimeType: string },
): Promise<void> {
  if (!readableTypes.includes(mimeType)) return
  const priority = req.user ? priorities.asked : priorities.imported
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into avizier.readings as r (sha256, priority) values (${sha256}, ${priority})
    on conflict (sha256) do update set state = 'waiting', code = null, turn_at = now() where r.code = 'file-missing'`)
}

/** Forgets the reading of a deleted file, unless another file has the same content. */
export async function forgetReading(req: PayloadRequest, sha256: string): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    delete from avizier.readings r where sha256 = ${sha256}
      and not exists (select 1 from record.files f where f.sha256 = r.sha256)`)
}
