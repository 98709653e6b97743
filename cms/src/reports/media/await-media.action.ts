import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../../database/transaction.ts'

/**
 * Puts what a report carries in line to be prepared, in the transaction that stores the report. Its bytes are kept
 * already. What was prepared for another report is not prepared again; what was missing on the disk is looked for anew.
 */
export async function awaitMedia(req: PayloadRequest, fingerprints: readonly string[]): Promise<void> {
  if (fingerprints.length === 0) return
  const transaction = await transactionOf(req)
  const values = sql.join(
    [...new Set(fingerprints)].map((sha256) => sql`(${sha256})`),
    sql`, `,
  )
  await transaction.rows(sql`
    insert into avizier.report_media as m (sha256) values ${values}
    on conflict (sha256) do update set state = 'waiting', code = null, attempts = 0, turn_at = now(), updated_at = now()
    where m.code = 'media-missing'`)
}
