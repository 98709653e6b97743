import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import type { Day } from './calendar-days.ts'
import { monthsUpTo } from './chart-scale.ts'
import type { EntryKind } from './entry-kinds.ts'
import { openStates } from './entry-lifecycle.ts'
import { percentileOf, type Seen } from './percentile.ts'

export type Load = { id: number | null; name: string | null; open: number; late: number; oldestDueOn: Day | null }
export type MonthFigures = { month: string; arrived: number; resolved: number; withTerm: number; onTime: number }
export type Duration<Of> = Of & { count: number; median: number; p90: number }
export type DeskFigures = {
  now: { open: number; late: number; soon: number; unrouted: number; toReview: number }
  departments: Load[]
  people: Load[]
  months: MonthFigures[]
  byKind: Duration<{ kind: EntryKind }>[]
  byMonth: Duration<{ month: string }>[]
}

/** Who may see the figures: of the whole book (null), or of these departments. */
export type FiguresOf = { departmentIds: readonly number[] | null; now: Date }

const monthsShown = 12
const bucharest = (column: string) => `(${column} at time zone 'Europe/Bucharest')`

/**
 * What a mayor asks of the book: who is late, what came and went by month, how long things take. Incoming papers
 * alone; what was voided, reserved or found to be abuse is not counted. A duration runs from the registration to the
 * answer, in days.
 */
export async function deskFigures(
  req: Pick<PayloadRequest, 'payload'>,
  { departmentIds, now }: FiguresOf,
): Promise<DeskFigures> {
  const today = dayOf(now)
  const months = monthsUpTo(today, monthsShown)
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const ours = departmentIds ? `and r.department_id = any ($2::int[])` : `and $2::int[] is null`
  const counted = `r.direction = 'incoming' and r.review is distinct from 'abuse' ${ours}`
  const open = `r.state in (${openStates.map((state) => `'${state}'`).join(', ')})`
  const since = `${months[0]}-01`
  const starts = months.map((month) => `${month}-01`)
  // The place of a moment among the months, without counting out its date: a tenth of the work over a large book.
  const monthOf = (column: string) =>
    `width_bucket(${column}, (select array_agg(day::date::timestamp at time zone 'Europe/Bucharest' order by day) from unnest($3::text[]) as day))`

  const loads = pool.query<
    Load & { of: 'department' | 'person' | 'all'; soon: number; unrouted: number; review: number }
  >(
    `select case when grouping(r.department_id) = 0 then 'department' when grouping(r.responsible_id) = 0 then 'person' else 'all' end as of,
       coalesce(r.department_id, r.responsible_id) as id, case when grouping(r.department_id) = 0 then max(d.name) else max(s.name) end as name,
       count(*)::int as open, count(*) filter (where r.due_on < $1::date)::int as late,
       to_char(min(r.due_on) filter (where r.due_on < $1::date), 'YYYY-MM-DD') as "oldestDueOn",
       count(*) filter (where r.due_on >= $1::date and r.due_on < $1::date + 4)::int as soon,
       count(*) filter (where r.state = 'registered')::int as unrouted,
       count(*) filter (where r.review = 'waiting')::int as review
     from record.registry r left join record.departments d on d.id = r.department_id
       left join record.staff s on s.id = r.responsible_id
     where ${open} and ${counted}
     group by grouping sets ((r.department_id), (r.responsible_id), ())`,
    [today, departmentIds],
  )
  const monthly = pool.query<Omit<MonthFigures, 'month'> & { month: number }>(
    `with arrived as (
       select ${monthOf('r.registered_at')} as month, count(*)::int as arrived
       from record.registry r
       where r.registered_at >= $1::timestamp at time zone 'Europe/Bucharest' and r.state not in ('reserved', 'voided')
         and ${counted} group by 1
     ), resolved as (
       select ${monthOf('coalesce(r.answered_at, r.state_since)')} as month, count(*)::int as resolved,
         count(r.due_on)::int as with_term,
         count(*) filter (where ${bucharest('coalesce(r.answered_at, r.state_since)')}::date <= ${bucharest('r.due_on')}::date)::int as on_time
       from record.registry r
       where r.state in ('dispatched', 'closed', 'forwarded', 'withdrawn')
         and coalesce(r.answered_at, r.state_since) >= $1::timestamp at time zone 'Europe/Bucharest' and ${counted} group by 1
     )
     select month, coalesce(arrived, 0) as arrived, coalesce(resolved, 0) as resolved, coalesce(with_term, 0) as "withTerm",
       coalesce(on_time, 0) as "onTime"
     from arrived full join resolved using (month)`,
    [since, departmentIds, starts],
  )
  // Counted by day here, and made percentiles in this process: sorting a hundred thousand durations twice is slow.
  const lasting = pool.query<{ kind: EntryKind; month: number; value: number; count: number }>(
    `select kind, month, value, sum(count)::int as count
     from (
       select r.kind, ${monthOf('r.answered_at')} as month,
         ${bucharest('r.answered_at')}::date - ${bucharest('r.registered_at')}::date as value, count(*) as count
       from record.registry r
       where r.answered_at >= $1::timestamp at time zone 'Europe/Bucharest' and ${counted}
       group by 1, 2, 3
     ) answered group by 1, 2, 3`,
    [since, departmentIds, starts],
  )
  const [{ rows: load }, { rows: counts }, { rows: durations }] = await Promise.all([loads, monthly, lasting])
  const all = load.find(({ of }) => of === 'all')
  const loadOf = (wanted: 'department' | 'person') =>
    load.filter(({ of }) => of === wanted).sort((a, b) => b.late - a.late || b.open - a.open)
  return {
    now: {
      open: all?.open ?? 0,
      late: all?.late ?? 0,
      soon: all?.soon ?? 0,
      unrouted: all?.unrouted ?? 0,
      toReview: all?.review ?? 0,
    },
    departments: loadOf('department'),
    people: loadOf('person'),
    months: months.map((month, index) => ({
      arrived: 0,
      resolved: 0,
      withTerm: 0,
      onTime: 0,
      ...counts.find((row) => row.month === index + 1),
      month,
    })),
    byKind: [...Map.groupBy(durations, ({ kind }) => kind)]
      .map(([kind, seen]) => ({ kind, ...durationOf(seen) }))
      .sort((a, b) => b.count - a.count),
    byMonth: [...Map.groupBy(durations, ({ month }) => month)]
      .map(([place, seen]) => ({ month: months[place - 1] ?? '', ...durationOf(seen) }))
      .sort((a, b) => a.month.localeCompare(b.month)),
  }
}

const durationOf = (seen: readonly Seen[]) => ({
  count: seen.reduce((sum, { count }) => sum + count, 0),
  median: percentileOf(seen, 0.5),
  p90: percentileOf(seen, 0.9),
})
