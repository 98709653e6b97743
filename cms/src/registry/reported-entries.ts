import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { addDays, type Day } from './calendar-days.ts'
import type { ReportedEntry } from './yearly-reports.ts'

/** The entries registered in an interval of days of Bucharest, as the reports count them. */
export async function reportedEntries(
  req: Pick<PayloadRequest, 'payload'>,
  { from, to }: { from: Day; to: Day },
): Promise<ReportedEntry[]> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<Record<string, unknown>>(sql`
    select r.kind, r.channel, r.correspondent_kind, coalesce(d.name, null) as department, r.registered_at, r.answered_at,
      r.due_on, r.is_extended, r.state, r.outcome, r.outcome_reason
    from registry r left join departments d on d.id = r.department_id
    where r.direction = 'incoming' and r.kind in ('foi', 'foiComplaint', 'petition')
      and r.registered_at >= (${from}::date)::timestamp at time zone 'Europe/Bucharest'
      and r.registered_at < (${addDays(to, 1)}::date)::timestamp at time zone 'Europe/Bucharest'`)
  const day = (value: unknown) => (value ? dayOf(String(value)) : null)
  return (rows as Record<string, unknown>[]).map(
    (row) =>
      ({
        kind: row['kind'],
        channel: row['channel'],
        correspondentKind: row['correspondent_kind'],
        department: row['department'],
        registeredOn: dayOf(String(row['registered_at'])),
        answeredOn: day(row['answered_at']),
        dueOn: day(row['due_on']),
        isExtended: row['is_extended'] === true,
        state: row['state'],
        outcome: row['outcome'],
        outcomeReason: row['outcome_reason'],
      }) as ReportedEntry,
  )
}
