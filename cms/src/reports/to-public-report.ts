import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { SaveContext } from '../publishing/publication-hooks.ts'
import { daysBetween } from '../registry/calendar-days.ts'
import type { PublicReport, PublicReportState, ShownMedia } from './contract.ts'
import { mediaFiles } from './media/contract.ts'
import { publicMedia } from './media/kept-media.ts'
import { isPublicStep, type ReportEvent } from './report-event.ts'
import { pointOf, type ReportMedia } from './report-facts.ts'
import { reportTitle } from './report-words.ts'
import { photoAlt, stepSentence } from './reports.ro.ts'

type Row = {
  number: string
  state: PublicReportState
  public_description: string | null
  lat: string | null
  lng: string | null
  village: string | null
  street: string | null
  place_words: string | null
  category_slug: string
  category_name: string
  department: string | null
  authority: string | null
  planned_on: string | null
  expected_on: string | null
  done_at: string | null
  answer_until: string | null
  times_reopened: string
  reported_at: string
  state_since: string
  media: ReportMedia[] | null
  proof: ReportMedia[] | null
  merged_into: string | null
  duplicates: string[]
  events: ReportEvent[]
}

const isDone: readonly PublicReportState[] = ['done', 'confirmed', 'closed']

/** A report as the transaction of the request sees it, for everybody to read; only one in a public state is asked for. */
export async function toPublicReport(id: number, { req, revision, publishedAt }: SaveContext): Promise<PublicReport> {
  const transaction = await transactionOf(req)
  const [row] = await transaction.rows<Row>(sql`
    select r.*, c.slug as category_slug, c.name as category_name, coalesce(d.public_name, d.name) as department,
      m.number as merged_into,
      coalesce((select json_agg(o.number order by o.id) from reports o where o.merged_into_id = r.id), '[]') as duplicates,
      (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'data', e.data) order by e.id)
       from avizier.report_events e where e.report_id = r.id) as events
    from reports r join report_categories c on c.id = r.category_id
      left join departments d on d.id = r.department_id left join reports m on m.id = r.merged_into_id
    where r.id = ${id}`)
  if (!row) throw new Error(`Report ${id} is not in the record`)
  const place = {
    point: pointOf(row.lat, row.lng),
    village: row.village,
    street: row.street,
    words: row.place_words,
  }
  const title = reportTitle(row.category_name, place)
  // A duplicate may never have been moderated: what it said is not shown, only where it lives on.
  const isMerged = row.state === 'merged'
  const [before, after] = isMerged
    ? [[], []]
    : await Promise.all([shown(req, row.media ?? [], 'before', title), shown(req, row.proof ?? [], 'after', title)])
  const steps = row.events.filter(({ kind }) => isPublicStep(kind))
  const day = (moment: string | null) => (moment ? dayOf(moment) : null)
  return {
    noun: 'reports',
    id: String(id),
    revision,
    publishedAt,
    updatedAt: new Date(row.state_since).toISOString(),
    number: row.number,
    title,
    category: { slug: row.category_slug, name: row.category_name },
    state: row.state,
    place: isMerged ? { ...place, words: null } : place,
    description: isMerged ? '' : (row.public_description ?? ''),
    reportedAt: new Date(row.reported_at).toISOString(),
    department: row.department,
    authority: row.authority,
    plannedOn: day(row.planned_on),
    expectedOn: day(row.expected_on),
    doneAt: row.done_at && new Date(row.done_at).toISOString(),
    answerUntil: day(row.answer_until),
    daysToFix:
      row.done_at && isDone.includes(row.state)
        ? Math.max(0, daysBetween(dayOf(row.reported_at), dayOf(row.done_at)))
        : null,
    timesReopened: Number(row.times_reopened),
    steps: steps.map((event) => ({
      at: new Date(event.at).toISOString(),
      kind: event.kind as PublicReport['steps'][number]['kind'],
      text: stepSentence(event),
    })),
    before,
    after,
    duplicates: row.duplicates,
    mergedInto: row.merged_into,
    files: mediaFiles([...before, ...after].map(({ media }) => media)),
  }
}

async function shown(
  req: PayloadRequest,
  carried: readonly ReportMedia[],
  kind: 'before' | 'after',
  title: string,
): Promise<ShownMedia[]> {
  const ready = await publicMedia(
    req,
    carried.filter(({ isHidden }) => !isHidden).map(({ sha256 }) => sha256),
  )
  return ready.map(({ sha256, media }) => ({
    alt: carried.find((item) => item.sha256 === sha256)?.alt || photoAlt(kind, title),
    media,
  }))
}
