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
export type DeskLoads = {
  now: { open: number; late: number; soon: number; unrouted: number; toReview: number }
  departments: Load[]
  people: Load[]
}
export type DeskFigures = DeskLoads & {
  months: MonthFigures[]
  byKind: Duration<{ kind: EntryKind }>[]
  byMonth: Duration<{ month: string }>[]
}

/** Who may see the figures: of the whole book (null), or of these departments. */
export type FiguresOf = { departmentIds: readonly number[] | null; now: Date }

const monthsShown = 12
const dayIn = (column: string) => `(${column} at time zone 'Europe/Bucharest')::date`

/** Incoming papers alone; what was voided, reserved or found to be abuse is not counted. `$2` names the departments. */
const counted = (departmentIds: FiguresOf['departmentIds']) =>
  `r.direction = 'incoming' and r.review is distinct from 'abuse'
   and ${departmentIds ? 'r.department_id = any ($2::int[])' : '$2::int[] is null'}`

/** How the desk stands today, and whose the open and the late papers are. */
export async function deskLoads(
  req: Pick<PayloadRequest, 'payload'>,
  { departmentIds, now }: FiguresOf,
): Promise<DeskLoads> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const open = `r.state in (${openStates.map((state) => `'${state}'`).join(', ')})`
  const { rows } = await pool.query<
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
     where ${open} and ${counted(departmentIds)}
     group by grouping sets ((r.department_id), (r.responsible_id), ())`,
    [dayOf(now), departmentIds],
  )
  const all = rows.find(({ of }) => of === 'all')
  const loadOf = (wanted: 'department' | 'person') =>
    rows.filter(({ of }) => of === wanted).sort((a, b) => b.late - a.late || b.open - a.open)
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
  }
}

type Resolved = {
  kind: EntryKind
  /** The place among the months, from 1 on. */
  month: number
  /** From the registration to the answer; null for what was closed without one. */
  days: number | null
  hasTerm: boolean
  isOnTime: boolean
  count: number
}

/**
 * What a mayor asks of the book: who is late, what came and went by month, how long things take. A duration runs from
 * the registration to the answer, in days. The book is counted by day in Postgres and made percentiles here: sorting a
 * hundred thousand durations is slow.
 */
export async function deskFigures(req: Pick<PayloadRequest, 'payload'>, scope: FiguresOf): Promise<DeskFigures> {
  const months = monthsUpTo(dayOf(scope.now), monthsShown)
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const given = [`${months[0]}-01`, scope.departmentIds, months.map((month) => `${month}-01`)]
  const since = `$1::timestamp at time zone 'Europe/Bucharest'`
  // The place of a moment among the months, without counting out its date: a tenth of the work over a large book.
  const placeOf = (column: string) =>
    `width_bucket(${column}, (select array_agg(day::date::timestamp at time zone 'Europe/Bucharest' order by day) from unnest($3::text[]) as day))`

  const [loads, { rows: arrived }, { rows: resolved }] = await Promise.all([
    deskLoads(req, scope),
    pool.query<{ month: number; count: number }>(
      `select ${placeOf('r.registered_at')} as month, count(*)::int as count from record.registry r
       where r.registered_at >= ${since} and r.state not in ('reserved', 'voided') and ${counted(scope.departmentIds)}
       group by 1`,
      given,
    ),
    pool.query<Resolved>(
      `select kind, month, case when is_answered then resolved_on - registered_on end as days, due_on is not null as "hasTerm",
         coalesce(resolved_on <= due_on, false) as "isOnTime", count(*)::int as count
       from (
         select r.kind, ${placeOf('coalesce(r.answered_at, r.state_since)')} as month, r.answered_at is not null as is_answered,
           ${dayIn('coalesce(r.answered_at, r.state_since)')} as resolved_on, ${dayIn('r.registered_at')} as registered_on,
           ${dayIn('r.due_on')} as due_on
         from record.registry r
         where r.state in ('dispatched', 'closed', 'forwarded', 'withdrawn')
           and coalesce(r.answered_at, r.state_since) >= ${since} and ${counted(scope.departmentIds)}
         offset 0
       ) resolved group by 1, 2, 3, 4, 5`,
      given,
    ),
  ])
  const answered = resolved.flatMap((row) => (row.days === null ? [] : [{ ...row, value: row.days }]))
  return {
    ...loads,
    months: months.map((month, index) => {
      const ofMonth = resolved.filter((row) => row.month === index + 1)
      const withTerm = ofMonth.filter(({ hasTerm }) => hasTerm)
      return {
        month,
        arrived: countOf(arrived.filter((row) => row.month === index + 1)),
        resolved: countOf(ofMonth),
        withTerm: countOf(withTerm),
        onTime: countOf(withTerm.filter(({ isOnTime }) => isOnTime)),
      }
    }),
    byKind: [...Map.groupBy(answered, ({ kind }) => kind)]
      .map(([kind, seen]) => ({ kind, ...durationOf(seen) }))
      .sort((a, b) => b.count - a.count),
    byMonth: [...Map.groupBy(answered, ({ month }) => month)]
      .map(([place, seen]) => ({ month: months[place - 1] ?? '', ...durationOf(seen) }))
      .sort((a, b) => a.month.localeCompare(b.month)),
  }
}

const countOf = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)

const durationOf = (seen: readonly Seen[]) => ({
  count: countOf(seen),
  median: percentileOf(seen, 0.5),
  p90: percentileOf(seen, 0.9),
})
