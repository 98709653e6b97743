import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { appendAuditEntry } from '../../audit/append-audit-entry.action.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { transactionOf } from '../../database/transaction.ts'
import type { HiddenRegion } from './contract.ts'
import { regionsHidden } from './media.ro.ts'
import type { AnnounceMedia } from './settle-media.action.ts'

/**
 * Hides these regions of a photo, and no others, from the public. What was public of it is public no longer from this
 * very moment; the photo comes back when it is made anew. The original stays as it was sent.
 */
export function hideRegions(
  req: PayloadRequest,
  { sha256, regions }: { sha256: string; regions: readonly HiddenRegion[] },
  announce: AnnounceMedia,
): Promise<'awaited' | 'not-a-photo'> {
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const changed = await transaction.rows(sql`
      update avizier.report_media set regions = ${JSON.stringify(regions)}::jsonb, state = 'waiting', media = null,
        served = '{}', lease = null, lease_until = null, attempts = 0, turn_at = now(), updated_at = now()
      where sha256 = ${sha256} and desk_sha256 is not null and media ->> 'kind' is distinct from 'video'
      returning sha256`)
    if (changed.length === 0) return 'not-a-photo'
    await appendAuditEntry(req, {
      action: 'update',
      noun: 'files',
      recordId: sha256,
      title: regionsHidden(regions.length),
      revision: null,
    })
    await announce(req, sha256)
    return 'awaited'
  })
}
