import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { dayOf } from '../publishing/calendar.ts'
import { Day } from '../publishing/contract.ts'
import { entryNote, rowId } from './entry-inputs.ts'
import { mayArrangeLeaveOf } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'
import { type EntryRefusal, refused } from './work-on-entry.action.ts'
import { missingPlace } from './working-people.ts'

export const LeaveInput = z.object({
  personId: rowId,
  delegateId: rowId,
  from: Day,
  until: Day,
  reason: entryNote.pipe(z.string().max(300)).default(''),
})

export type LeaveOutcome = { kind: 'arranged'; id: number } | EntryRefusal

/**
 * A colleague goes on leave and another holds his place: he sees and works on the papers the first is responsible
 * for, each step said to be in the other's name. Approving and signing are not handed over with it: they follow from
 * the office that a person holds.
 */
export async function arrangeLeave(
  req: PayloadRequest,
  input: z.infer<typeof LeaveInput>,
  now: Date,
): Promise<LeaveOutcome> {
  const worker = workerOf(req)
  const { personId, delegateId, from, until, reason } = input
  if (!worker || !mayArrangeLeaveOf(worker, personId)) return refused('not-entitled')
  if (personId === delegateId) return refused('leave-own-place', 'delegateId')
  if (from > until) return refused('interval-wrong', 'until')
  if (until < dayOf(now)) return refused('leave-over', 'until')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const missing = await missingPlace(transaction, { personIds: [personId, delegateId] })
    if (missing) return missing
    await transaction.rows(sql`lock table avizier.leaves in share row exclusive mode`)
    // Nobody's papers may end with somebody who is away himself, and nobody is away twice.
    const [other] = await transaction.rows(sql`
      select id from avizier.leaves
      where called_off_at is null and from_on <= ${until}::date and until_on >= ${from}::date
        and (person_id in (${personId}::int, ${delegateId}::int) or delegate_id = ${personId}::int) limit 1`)
    if (other) return refused('leave-overlaps', 'from')
    const [row] = await transaction.rows<{ id: string; person: string; delegate: string }>(sql`
      with arranged as (
        insert into avizier.leaves (person_id, delegate_id, from_on, until_on, reason, arranged_by_id)
        values (${personId}, ${delegateId}, ${from}, ${until}, ${reason}, ${worker.id}) returning *)
      select arranged.id, p.name as person, d.name as delegate from arranged
        join staff p on p.id = person_id join staff d on d.id = delegate_id`)
    await appendAuditEntry(req, {
      action: 'create',
      noun: 'registry',
      recordId: `concediu-${row?.id}`,
      title: `${row?.person}: ${from} – ${until}, ${row?.delegate}`,
      revision: null,
    })
    return { kind: 'arranged', id: Number(row?.id) }
  })
}

/** Ends a leave that has not ended by itself; its line stays, and so do the names in the events. */
export async function callOffLeave(req: PayloadRequest, id: number, now: Date): Promise<LeaveOutcome> {
  const worker = workerOf(req)
  if (!worker) return refused('not-entitled')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [leave] = await transaction.rows<{ person_id: number; is_over: boolean }>(sql`
      select person_id, until_on < ${dayOf(now)}::date or called_off_at is not null as is_over
      from avizier.leaves where id = ${id} for update`)
    if (!leave) return refused('leave-unknown')
    if (!mayArrangeLeaveOf(worker, leave.person_id)) return refused('not-entitled')
    if (leave.is_over) return refused('leave-over')
    await transaction.rows(sql`update avizier.leaves set called_off_at = ${now.toISOString()} where id = ${id}`)
    await appendAuditEntry(req, {
      action: 'update',
      noun: 'registry',
      recordId: `concediu-${id}`,
      title: 'încheiat',
      revision: null,
    })
    return { kind: 'arranged', id }
  })
}
