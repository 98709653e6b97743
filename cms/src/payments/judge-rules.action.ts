import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { type Actor, mayDecideMoney } from '../staff/roles.ts'
import type { RuleCode } from './payment-rules.ro.ts'

export type RulesOutcome = { kind: 'judged'; state: 'approved' | 'rejected' } | { kind: 'refused'; code: RuleCode }

/** The answer of a second person to proposed rules; the first can never give it. */
export async function judgeRules(
  req: PayloadRequest,
  { id, verdict, now }: { id: number; verdict: 'approved' | 'rejected'; now: Date },
): Promise<RulesOutcome> {
  if (!mayDecideMoney(req.user as unknown as Actor)) return { kind: 'refused', code: 'not-entitled' }
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [row] = await transaction.rows<{ state: string; proposed_by_id: number | null; reason: string }>(
      sql`select state, proposed_by_id, reason from payment_rules where id = ${id} for update`,
    )
    if (!row) return { kind: 'refused', code: 'rules-unknown' }
    if (row.state !== 'proposed') return { kind: 'refused', code: 'judged-already' }
    if (String(row.proposed_by_id) === String(req.user?.id)) return { kind: 'refused', code: 'needs-another' }
    const at = now.toISOString()
    await transaction.rows(sql`
      update payment_rules set state = ${verdict}, judged_by_id = ${Number(req.user?.id)}, judged_at = ${at},
        updated_at = ${at} where id = ${id}`)
    await appendAuditEntry(req, {
      action: verdict === 'approved' ? 'publish' : 'update',
      noun: 'paymentRules',
      recordId: String(id),
      title: row.reason,
      revision: null,
    })
    return { kind: 'judged', state: verdict }
  })
}
