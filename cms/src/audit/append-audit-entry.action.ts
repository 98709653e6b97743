import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import type { AuditAction, AuditNoun } from './audit-entry.ts'

type AuditEntry = {
  action: AuditAction
  noun: AuditNoun
  recordId: string
  title: string
  revision: number | null
  /** Who acted, when it is not the request's own user. */
  actor?: { id: string; name: string }
}

/** Writes one line of the journal in the transaction of the request, so that neither stands without the other. */
export async function appendAuditEntry(req: PayloadRequest, entry: AuditEntry): Promise<void> {
  const actor = entry.actor ?? actorOf(req)
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
    values (now(), ${actor.id}, ${actor.name}, ${entry.action}, ${entry.noun}, ${entry.recordId}, ${entry.title},
            ${entry.revision}, now(), now())`)
}

/** The system itself acts when nobody is signed in: a schedule, an import, the first start. */
function actorOf(req: PayloadRequest): { id: string | null; name: string } {
  const user = req.user as { id?: number | string; name?: string; email?: string } | null
  if (user?.id !== undefined) return { id: String(user.id), name: user.name ?? user.email ?? String(user.id) }
  return { id: null, name: String(req.context['actor'] ?? 'Sistem') }
}
