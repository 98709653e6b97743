import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { dayOf } from '../publishing/calendar.ts'
import { formatNumber } from '../registry/registration-number.ts'
import type { ReportPlace, ReportReviewReason, ReportState } from './contract.ts'
import { type KeptMedia, keptMedia } from './media/kept-media.ts'
import { type NearReport, nearbyReports } from './nearby-reports.ts'
import type { ReportEvent } from './report-event.ts'
import { pointOf, type ReportMedia } from './report-facts.ts'
import { mayReadReports, maySeeReporter, reportStepsFor, type StaffVerb } from './report-lifecycle.ts'
import { reportTitle } from './report-words.ts'
import { reportWorkerOf } from './reports.access.ts'

/** Duplicates are looked for a little further than the public is asked about. */
const duplicateMetres = 80

export type ReportPageMedia = ReportMedia & { kept: KeptMedia | null }
export type ReportPage = {
  id: number
  number: string
  title: string
  state: ReportState
  category: { slug: string; name: string; authority: string | null }
  place: ReportPlace
  description: string
  publicDescription: string
  review: ReportReviewReason[]
  reason: string | null
  reportedAt: Date
  department: string | null
  authority: string | null
  plannedOn: Date | null
  expectedOn: Date | null
  answerUntil: Date | null
  timesReopened: number
  mergedInto: { id: number; number: string } | null
  duplicates: { id: number; number: string }[]
  reporter: { name: string | null; email: string | null; phone: string | null } | 'hidden' | null
  petition: { id: number; number: string } | null
  followers: number
  media: ReportPageMedia[]
  proof: ReportPageMedia[]
  timeline: (ReportEvent & { actorName: string })[]
  letters: { kind: string; recipient: string; state: string }[]
  similar: NearReport[]
  steps: StaffVerb[]
}

/** Everything that a member of staff sees of one report; null when he may not see it, or there is none. */
export async function reportPage(req: PayloadRequest, id: number): Promise<ReportPage | null> {
  const worker = reportWorkerOf(req)
  if (!worker || !mayReadReports(worker) || !Number.isSafeInteger(id)) return null
  const pool = (req.payload.db as unknown as PostgresAdapter).pool as unknown as Pool
  const { rows } = await pool.query(
    `select r.*, c.slug, c.name as category, c.authority as category_authority, coalesce(d.public_name, d.name) as department,
       m.number as merged_number, e.number as entry_number, e.registered_at,
       (select count(*)::int from avizier.report_followers f where f.report_id = r.id and f.state = 'active') as followers,
       (select coalesce(json_agg(json_build_object('id', o.id, 'number', o.number) order by o.id), '[]')
        from record.reports o where o.merged_into_id = r.id) as duplicates,
       (select json_agg(json_build_object('kind', v.kind, 'at', v.at, 'data', v.data, 'actorName', v.actor_name) order by v.id)
        from avizier.report_events v where v.report_id = r.id) as timeline,
       (select coalesce(json_agg(json_build_object('kind', l.kind, 'recipient', l.recipient, 'state', l.state) order by l.id), '[]')
        from avizier.outbox l where l.noun = 'reports' and l.record_id = r.id) as letters
     from record.reports r join record.report_categories c on c.id = r.category_id
       left join record.departments d on d.id = r.department_id left join record.reports m on m.id = r.merged_into_id
       left join record.registry e on e.id = r.entry_id
     where r.id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const report = { state: row.state, departmentId: row.department_id, wasPublished: row.published_at !== null }
  const place = {
    point: pointOf(row.lat, row.lng),
    village: row.village,
    street: row.street,
    words: row.place_words,
  }
  const maySee = maySeeReporter(worker, report)
  const isKnown = row.reporter_name || row.reporter_email || row.reporter_phone
  const [media, proof, similar] = await Promise.all([
    withKept(pool, row.media ?? []),
    withKept(pool, row.proof ?? []),
    place.point
      ? nearbyReports(req, { point: place.point, category: row.slug, metres: duplicateMetres, except: id })
      : [],
  ])
  return {
    id,
    number: row.number,
    title: reportTitle(row.category, place),
    state: row.state,
    category: { slug: row.slug, name: row.category, authority: row.category_authority },
    place,
    description: row.description,
    publicDescription: row.public_description ?? '',
    review: row.review ?? [],
    reason: row.reason,
    reportedAt: row.reported_at,
    department: row.department,
    authority: row.authority,
    plannedOn: row.planned_on,
    expectedOn: row.expected_on,
    answerUntil: row.answer_until,
    timesReopened: Number(row.times_reopened ?? 0),
    mergedInto: row.merged_number ? { id: row.merged_into_id, number: row.merged_number } : null,
    duplicates: row.duplicates,
    reporter: !isKnown
      ? null
      : maySee
        ? { name: row.reporter_name, email: row.reporter_email, phone: row.reporter_phone }
        : 'hidden',
    petition: row.entry_number
      ? { id: row.entry_id, number: formatNumber(Number(row.entry_number), dayOf(row.registered_at)) }
      : null,
    followers: row.followers,
    media,
    proof,
    timeline: row.timeline ?? [],
    letters: maySee ? row.letters : [],
    similar,
    steps: reportStepsFor(report, worker),
  }
}

async function withKept(pool: Pool, carried: ReportMedia[]): Promise<ReportPageMedia[]> {
  const kept = await keptMedia(
    pool,
    carried.map(({ sha256 }) => sha256),
  )
  return carried.map((item) => ({ ...item, kept: kept.find(({ sha256 }) => sha256 === item.sha256) ?? null }))
}

/** The ids of those that wait unseen, the oldest first: what a clerk goes through one by one. */
export async function unseenReports(
  req: Pick<PayloadRequest, 'payload'>,
  state: 'received' | 'held',
): Promise<number[]> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: number }>(
    'select id from record.reports where state = $1 order by reported_at, id limit 100',
    [state],
  )
  return rows.map(({ id }) => id)
}
