import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { isOpenState, type ReportReviewReason, ReportState } from './contract.ts'
import { pointOf, type ReportMedia } from './report-facts.ts'
import { reportTitle } from './report-words.ts'

/** The piles on the desk of who looks after reports. */
export const reportQueues = [
  'unseen',
  'held',
  'unrouted',
  'reopened',
  'open',
  'late',
  'forwarded',
  'done',
  'all',
] as const
export type ReportQueue = (typeof reportQueues)[number]

const open = ReportState.options.filter(isOpenState)
const pageSize = 50

/** What lies in each pile; $1 is the open states, $2 the beginning of today. */
const piles: Record<ReportQueue, string> = {
  unseen: `r.state = 'received'`,
  held: `r.state = 'held'`,
  unrouted: `r.state = 'published'`,
  reopened: `r.state = 'reopened'`,
  open: `r.state = any($1::record.enum_reports_state[])`,
  late: `r.state = any($1::record.enum_reports_state[]) and r.expected_on < $2::timestamptz`,
  forwarded: `r.state = 'forwarded'`,
  done: `r.state = 'done'`,
  all: 'true',
}
const orders: Record<ReportQueue, string> = {
  unseen: 'r.reported_at',
  held: 'r.reported_at',
  unrouted: 'r.reported_at',
  reopened: 'r.state_since',
  open: `(r.state = 'reopened') desc, r.expected_on nulls last, r.reported_at`,
  late: 'r.expected_on, r.reported_at',
  forwarded: 'r.state_since',
  done: 'r.answer_until',
  all: 'r.id desc',
}

export type QueuedReport = {
  id: number
  number: string
  title: string
  state: ReportState
  reportedAt: Date
  department: string | null
  authority: string | null
  plannedOn: Date | null
  expectedOn: Date | null
  isLate: boolean
  timesReopened: number
  review: ReportReviewReason[]
  photo: string | null
}
export type ReportFilter = { departmentId: number | null; categoryId: number | null; text: string }

/** One pile, a page of fifty, and how many lie in each. Whoever asks has been asked whether he may read reports. */
export async function reportQueue(
  req: Pick<PayloadRequest, 'payload'>,
  { queue, filter, page, now }: { queue: ReportQueue; filter: ReportFilter; page: number; now: Date },
): Promise<{ rows: QueuedReport[]; hasMore: boolean; counts: Record<ReportQueue, number> }> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const narrowed = `($3::int is null or r.department_id = $3) and ($4::int is null or r.category_id = $4)
    and ($5 = '' or r.number like '%' || $5 || '%' or avizier.folded(coalesce(r.street, '') || ' ' || coalesce(r.village, '') || ' '
      || coalesce(r.public_description, '')) like '%' || avizier.folded($5) || '%')`
  const values = [
    open,
    momentOfDay(dayOf(now)),
    filter.departmentId,
    filter.categoryId,
    filter.text.replaceAll(/[\\%_]/g, '\\$&'),
  ]
  const [found, counted] = await Promise.all([
    pool.query(
      `select r.id, r.number, r.state, r.reported_at, r.planned_on, r.expected_on, r.times_reopened::int, r.review, r.media,
         r.authority, r.lat, r.lng, r.village, r.street, r.place_words, c.name as category,
         coalesce(d.public_name, d.name) as department
       from record.reports r join record.report_categories c on c.id = r.category_id
         left join record.departments d on d.id = r.department_id
       where ${piles[queue]} and ${narrowed} and $1::record.enum_reports_state[] is not null and $2::timestamptz is not null
       order by ${orders[queue]} limit ${pageSize + 1} offset $6`,
      [...values, (page - 1) * pageSize],
    ),
    pool.query(
      `select ${reportQueues.map((name) => `count(*) filter (where ${piles[name]})::int as "${name}"`).join(', ')}
       from record.reports r where ${narrowed} and $1::record.enum_reports_state[] is not null and $2::timestamptz is not null`,
      values,
    ),
  ])
  const today = dayOf(now)
  return {
    rows: found.rows.slice(0, pageSize).map((row) => ({
      id: row.id,
      number: row.number,
      title: reportTitle(row.category, {
        point: pointOf(row.lat, row.lng),
        village: row.village,
        street: row.street,
        words: row.place_words,
      }),
      state: row.state,
      reportedAt: row.reported_at,
      department: row.department,
      authority: row.authority,
      plannedOn: row.planned_on,
      expectedOn: row.expected_on,
      isLate: row.expected_on !== null && isOpenState(row.state) && dayOf(row.expected_on) < today,
      timesReopened: row.times_reopened,
      review: row.review ?? [],
      photo: (row.media as ReportMedia[] | null)?.find(({ mimeType }) => mimeType.startsWith('image/'))?.sha256 ?? null,
    })),
    hasMore: found.rows.length > pageSize,
    counts: counted.rows[0] as Record<ReportQueue, number>,
  }
}

/** The names that the screens offer. */
export async function reportChoices(req: Pick<PayloadRequest, 'payload'>): Promise<{
  departments: [number, string][]
  categories: { id: number; slug: string; name: string; authority: string | null }[]
  replies: { verb: string; title: string; text: string }[]
  villages: string[]
}> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [departments, categories, replies, villages] = await Promise.all([
    pool.query('select id, coalesce(public_name, name) as name from record.departments where is_active order by 2'),
    pool.query('select id, slug, name, authority from record.report_categories order by place, name'),
    pool.query('select verb, title, text from record.report_replies order by title'),
    pool.query('select name from record.institution_villages order by _order'),
  ])
  return {
    departments: departments.rows.map(({ id, name }) => [id, name]),
    categories: categories.rows,
    replies: replies.rows,
    villages: villages.rows.map(({ name }) => name),
  }
}
