import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { type Transaction, transactionOf } from '../database/transaction.ts'
import { announceReport } from './announce-report.action.ts'
import type { ReportPlace, ReportState } from './contract.ts'
import { postReportLetters, type Recipient } from './post-letters.action.ts'
import { isPublicStep, type ReportEvent, type ReportEventKind } from './report-event.ts'
import { pointOf, type ReportMedia } from './report-facts.ts'
import {
  afterVerb,
  isPublicState,
  type ReportCase,
  type ReportVerb,
  reportStepOf,
  type StaffVerb,
} from './report-lifecycle.ts'
import { reportWorkerOf } from './reports.access.ts'
import type { ReportCode } from './reports.ro.ts'

/** A report whose row is locked: nobody else changes it before the transaction ends. */
export type LockedReport = ReportCase & {
  id: number
  number: string
  categoryId: number
  place: ReportPlace
  description: string
  publicDescription: string | null
  reporterEmail: string | null
  media: ReportMedia[]
  proof: ReportMedia[]
  doneAt: Date | null
  answerUntil: string | null
  timesReopened: number
  mergedIntoId: number | null
}

type Settable = Partial<{
  publicDescription: string
  categoryId: number
  lat: number | null
  lng: number | null
  village: string | null
  street: string | null
  placeWords: string | null
  reason: string | null
  departmentId: number | null
  authority: string | null
  plannedOn: string | null
  expectedOn: string | null
  doneAt: string | null
  answerUntil: string | null
  timesReopened: number
  mergedIntoId: number
  publishedAt: string
}>

export type ReportChange = {
  kind: 'change'
  /** Where it stands instead of where the verb leads. */
  to?: ReportState
  set?: Settable
  media?: ReportMedia[]
  proof?: ReportMedia[]
  events: { kind: ReportEventKind; data?: ReportEvent['data'] }[]
  /** A letter to whom it was not public for: its reporter alone. */
  letterToReporter?: { kind: 'refused'; data: Record<string, unknown> }
  letterToAuthority?: { email: string; authority: string }
  /** What else belongs to the same transaction, before the public is told. */
  afterwards?: (transaction: Transaction) => Promise<void>
}
export type ReportRefused = { kind: 'refused'; code: ReportCode; field: string }
export type ReportOutcome = { kind: 'done'; id: number; state: ReportState } | ReportRefused

export const refused = (code: ReportCode, field = ''): ReportRefused => ({ kind: 'refused', code, field })

type Doer = { id: string | null; name: string }
type Change = (report: LockedReport, transaction: Transaction) => Promise<ReportChange | ReportRefused>

/** One step by a member of staff: locked, judged by the rules, stored with everything that follows from it. */
export async function workOnReport(
  req: PayloadRequest,
  { id, verb, now }: { id: number; verb: StaffVerb; now: Date },
  change: Change,
): Promise<ReportOutcome> {
  const worker = reportWorkerOf(req)
  if (!worker) return refused('not-entitled')
  const doer = { id: String(worker.id), name: String((req.user as { name?: string } | null)?.name ?? '') }
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const report = await lockReport(transaction, id)
    if (!report) return refused('report-unknown')
    const step = reportStepOf(verb, report, worker)
    return step.kind === 'refused' ? refused(step.code) : takeStep(req, { report, to: step.to, doer, now, change })
  })
}

/** One step by the reporter, or by time; the caller has made sure who it is. */
export async function stepWithoutStaff(
  req: PayloadRequest,
  { id, verb, doer, now }: { id: number; verb: Exclude<ReportVerb, StaffVerb>; doer: string; now: Date },
  change: Change,
): Promise<ReportOutcome> {
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const report = await lockReport(transaction, id)
    if (!report) return refused('report-unknown')
    const to = afterVerb(verb, report.state)
    if (to === null) return refused('not-from-this-state')
    return takeStep(req, { report, to, doer: { id: null, name: doer }, now, change })
  })
}

async function takeStep(
  req: PayloadRequest,
  { report, to, doer, now, change }: { report: LockedReport; to: ReportState; doer: Doer; now: Date; change: Change },
): Promise<ReportOutcome> {
  const transaction = await transactionOf(req)
  const wanted = await change(report, transaction)
  if (wanted.kind === 'refused') return wanted
  const state = wanted.to ?? to
  await store(transaction, { report, state, wanted, doer, now })
  await wanted.afterwards?.(transaction)
  await announceReport(req, { id: report.id, state })
  await tell(req, { report, state, wanted })
  return { kind: 'done', id: report.id, state }
}

export async function lockReport(transaction: Transaction, id: number): Promise<LockedReport | null> {
  const [row] = await transaction.rows<Record<string, unknown>>(sql`select * from reports where id = ${id} for update`)
  if (!row) return null
  return {
    id,
    number: String(row['number']),
    state: row['state'] as ReportState,
    wasPublished: row['published_at'] !== null,
    departmentId: row['department_id'] as number | null,
    categoryId: Number(row['category_id']),
    place: {
      point: pointOf(row['lat'], row['lng']),
      village: row['village'] as string | null,
      street: row['street'] as string | null,
      words: row['place_words'] as string | null,
    },
    description: String(row['description']),
    publicDescription: row['public_description'] as string | null,
    reporterEmail: row['reporter_email'] as string | null,
    media: (row['media'] as ReportMedia[] | null) ?? [],
    proof: (row['proof'] as ReportMedia[] | null) ?? [],
    doneAt: row['done_at'] ? new Date(String(row['done_at'])) : null,
    answerUntil: row['answer_until'] ? new Date(String(row['answer_until'])).toISOString() : null,
    timesReopened: Number(row['times_reopened'] ?? 0),
    mergedIntoId: row['merged_into_id'] as number | null,
  }
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

async function store(
  transaction: Transaction,
  {
    report,
    state,
    wanted,
    doer,
    now,
  }: { report: LockedReport; state: ReportState; wanted: ReportChange; doer: Doer; now: Date },
): Promise<void> {
  const at = now.toISOString()
  const sets: SQL[] = Object.entries(wanted.set ?? {}).map(
    ([name, value]) => sql`${sql.identifier(snake(name))} = ${value ?? null}`,
  )
  if (state !== report.state) sets.push(sql`state = ${state}`)
  if (wanted.media) sets.push(sql`media = ${JSON.stringify(wanted.media)}::jsonb`)
  if (wanted.proof) sets.push(sql`proof = ${JSON.stringify(wanted.proof)}::jsonb`)
  sets.push(sql`state_since = ${at}`, sql`updated_at = now()`)
  await transaction.rows(sql`update reports set ${sql.join(sets, sql`, `)} where id = ${report.id}`)
  await transaction.rows(sql`
    with happened as (
      insert into avizier.report_events (report_id, kind, at, actor_id, actor_name, data)
      select ${report.id}::int, e.item ->> 'kind', ${at}::timestamptz, ${doer.id}, ${doer.name},
        coalesce(e.item -> 'data', '{}'::jsonb)
      from jsonb_array_elements(${JSON.stringify(wanted.events)}::jsonb) with ordinality as e (item, place)
      order by place
    )
    insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
    values (now(), ${doer.id}, ${doer.name}, 'update', 'reports', ${String(report.id)},
      ${`${report.number}: ${wanted.events.map(({ kind }) => kind).join(', ')}`}, null, now(), now())`)
}

/** Writes to everybody who follows about the last public thing that happened; to nobody about what nobody sees. */
async function tell(
  req: PayloadRequest,
  { report, state, wanted }: { report: LockedReport; state: ReportState; wanted: ReportChange },
): Promise<void> {
  const { letterToReporter, letterToAuthority, events } = wanted
  if (letterToReporter && report.reporterEmail)
    await postReportLetters(req, { reportId: report.id, ...letterToReporter, to: [{ email: report.reporterEmail }] })
  if (letterToAuthority)
    await postReportLetters(req, {
      reportId: report.id,
      kind: 'forwardedTo',
      data: { authority: letterToAuthority.authority },
      to: [{ email: letterToAuthority.email }],
    })
  const last = events.findLast(({ kind }) => isPublicStep(kind) && kind !== 'joined')
  if (!last || !isPublicState(state)) return
  await postReportLetters(req, {
    reportId: report.id,
    kind: 'step',
    data: { event: { kind: last.kind, data: last.data ?? {} } },
    to: await recipientsOf(req, report, last.kind),
  })
}

async function recipientsOf(req: PayloadRequest, report: LockedReport, kind: ReportEventKind): Promise<Recipient[]> {
  const transaction = await transactionOf(req)
  const followers = await transaction.rows<{ id: number; email: string; role: string }>(sql`
    select id::int, email, role from avizier.report_followers
    where report_id = ${report.id} and state = 'active' order by id`)
  const isQuestion = kind === 'done'
  const recipients: Recipient[] = followers.map(({ id, email, role }) => ({
    email,
    followerId: id,
    mayAnswer: isQuestion && role === 'reporter' && email === report.reporterEmail,
  }))
  // Whether it is done is asked of who reported it, also where he wanted no other letter.
  const { reporterEmail } = report
  if (isQuestion && reporterEmail && !recipients.some(({ mayAnswer }) => mayAnswer))
    return [
      ...recipients.filter(({ email }) => email !== reporterEmail),
      { email: reporterEmail, followerId: null, mayAnswer: true },
    ]
  return recipients
}
