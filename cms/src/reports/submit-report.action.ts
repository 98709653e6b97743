import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { filedSize } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { accessCodeOf } from '../registry/access-code.ts'
import { type BookFacts, bookFacts } from '../registry/book-facts.ts'
import { entryTerm } from '../registry/entry-term.ts'
import { registerOnce } from '../registry/register-once.action.ts'
import { type CategoryFacts, categoryFacts } from './category-facts.ts'
import type { ReportReceipt } from './contract.ts'
import type { Place } from './geography/places.ts'
import { awaitMedia } from './media/await-media.action.ts'
import { postReportLetters } from './post-letters.action.ts'
import { reviewOfText } from './report-checks.ts'
import {
  contentDigestOf,
  departmentByRule,
  faultsOf,
  isPetition,
  type Submission,
  type SubmissionFault,
} from './report-facts.ts'
import { reportTitle } from './report-words.ts'
import { petitionNote, petitionSubject } from './reports.ro.ts'
import { type StoredReport, storeReport } from './store-report.action.ts'
import { placeOnTownMap } from './town-map.ts'
import { isBusyVisitor } from './visitor-limits.ts'

export type SubmitOutcome =
  | { kind: 'stored'; receipt: ReportReceipt; id: number; isNew: boolean }
  | { kind: 'key-reused' }
  | { kind: 'faulty'; faults: SubmissionFault[] }

/**
 * Takes a citizen's report: numbered and stored with its event, its letter, its photos in line to be prepared and,
 * where he asked for an answer and said who he is, its petition with its term; all or nothing. Nothing of it is public
 * before a clerk has looked. The same key again is given the number and the code it has, and never another.
 */
export async function submitReport(req: PayloadRequest, submission: Submission, now: Date): Promise<SubmitOutcome> {
  const before = await reportedBefore(req, submission)
  if (before) return before
  const category = await categoryFacts(req, { slug: submission.category })
  const faults: SubmissionFault[] = [
    ...(category?.takesNew ? [] : [{ field: 'category', code: 'category-unknown' } as const]),
    ...faultsOf(submission),
    ...(await missingMedia(submission)),
  ]
  if (!category || faults.length > 0) return { kind: 'faulty', faults }
  const onMap = submission.place.point ? await placeOnTownMap(req, submission.place.point) : null
  const review = [
    ...submission.review,
    ...(onMap?.isInCommune === false ? (['outside-commune'] as const) : []),
    ...reviewOfText([submission.description, submission.place.words].join('\n')),
    ...((await isBusyVisitor(req, submission.visitor)) ? (['one-of-many'] as const) : []),
  ]
  const judged = { ...submission, place: placedOn(submission.place, onMap), review: [...new Set(review)] }
  const contentDigest = contentDigestOf(submission)
  // Asked before the transaction: whoever holds a connection and waits for another can wait for ever.
  const book = isPetition(judged) ? await bookFacts(req) : null
  const stored = await inTransaction(req, () =>
    store(req, { submission: judged, contentDigest, category, book, now }),
  ).catch((error: unknown) => {
    if (error instanceof StoredMeanwhile) return null
    throw error
  })
  const outcome = stored ?? (await reportedBefore(req, submission))
  if (!outcome) throw new Error(`The key of a report was taken and then not found: ${submission.key}`)
  return outcome
}

/** What the map knows of a point stands in for words that nobody wrote. */
function placedOn(place: Submission['place'], onMap: Place | null): Submission['place'] {
  if (!onMap || onMap.isInCommune === false) return place
  return {
    ...place,
    village: place.village ?? onMap.village?.name ?? null,
    street: place.street ?? onMap.street?.name ?? null,
  }
}

/** Undoes the transaction of the later of two at once. */
class StoredMeanwhile extends Error {}

async function store(
  req: PayloadRequest,
  given: { submission: Submission; contentDigest: string; category: CategoryFacts; book: BookFacts | null; now: Date },
): Promise<SubmitOutcome> {
  const { submission, category, book, now } = given
  const report = await storeReport(req, given)
  if (!report) throw new StoredMeanwhile()
  const petition = book && (await enterPetition(req, { submission, category, book, report, now }))
  await awaitMedia(
    req,
    submission.media.map(({ sha256 }) => sha256),
  )
  const { email } = submission.reporter
  if (email && submission.wantsNews) {
    const transaction = await transactionOf(req)
    await transaction.rows(sql`
      insert into avizier.report_followers (report_id, email, role, state)
      values (${report.id}, ${email}, 'reporter', 'active') on conflict do nothing`)
  }
  if (email) await postReportLetters(req, { reportId: report.id, kind: 'received', to: [{ email }] })
  return { kind: 'stored', receipt: receiptOf(report, petition), id: report.id, isNew: true }
}

type Petition = NonNullable<ReportReceipt['petitie']>

/** The report as a petition of OG 27/2002: in the register of petitions, with its term, under the same code. */
async function enterPetition(
  req: PayloadRequest,
  {
    submission,
    category,
    book,
    report,
    now,
  }: { submission: Submission; category: CategoryFacts; book: BookFacts; report: StoredReport; now: Date },
): Promise<Petition> {
  const { registerId, calendar } = book
  if (registerId === null) throw new Error('The town hall has no general register in use')
  const { reporter, place } = submission
  const termAt = (moment: Date) => entryTerm({ term: 'petition.answer', registeredOn: dayOf(moment), calendar })
  const { entry } = await registerOnce(req, {
    key: submission.key,
    now,
    reckon: (at) => ({
      key: submission.key,
      registerId,
      now: at,
      receivedAt: submission.receivedAt,
      direction: 'incoming',
      channel: 'site',
      kind: 'petition',
      subject: petitionSubject(report.number, reportTitle(category.name, place)),
      correspondent: { kind: 'person', ...reporter, address: null },
      issuer: { number: null, on: null },
      departmentId: departmentByRule(category, place.village),
      responsibleId: null,
      state: 'registered',
      term: termAt(at),
      isConfidential: false,
      pages: null,
      annexes: submission.media.length,
      notes: petitionNote(report.number),
      files: submission.media,
      answersId: null,
      reserved: null,
      outcomeReason: null,
      actor: { id: null, name: 'Site' },
      events: [{ kind: 'received', data: { channel: 'site', report: report.number } }],
      mail: null,
      reviewReasons: [],
      filing: null,
    }),
  })
  const transaction = await transactionOf(req)
  await transaction.rows(sql`update reports set entry_id = ${entry.id} where id = ${report.id}`)
  const { dueOn, termExplanation } = termAt(entry.registeredAt)
  return {
    numar: entry.number,
    data: dayOf(entry.registeredAt),
    termen: termExplanation ? { data: dueOn, explicatie: termExplanation } : null,
  }
}

const receiptOf = ({ number, reportedAt, code }: StoredReport, petitie: Petition | null): ReportReceipt => ({
  numar: number,
  data: dayOf(reportedAt),
  cod: code,
  petitie,
  provizoriu: false,
})

async function reportedBefore(req: PayloadRequest, submission: Submission): Promise<SubmitOutcome | null> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query(
    `select r.id, r.number, r.reported_at, r.content_digest, e.number as entry_number, e.registered_at, e.due_on,
       e.term_explanation
     from record.reports r left join record.registry e on e.id = r.entry_id where r.key = $1`,
    [submission.key],
  )
  const row = rows[0]
  if (!row) return null
  if (row.content_digest !== contentDigestOf(submission)) return { kind: 'key-reused' }
  const report = {
    id: row.id,
    number: row.number,
    reportedAt: row.reported_at,
    code: accessCodeOf(submission.key, req.payload.secret),
  }
  const petition = row.entry_number && {
    numar: Number(row.entry_number),
    data: dayOf(row.registered_at),
    termen: row.term_explanation
      ? { data: row.due_on ? dayOf(row.due_on) : null, explicatie: row.term_explanation }
      : null,
  }
  return { kind: 'stored', receipt: receiptOf(report, petition || null), id: row.id, isNew: false }
}

async function missingMedia({ media }: Submission): Promise<SubmissionFault[]> {
  const sizes = await Promise.all(media.map(({ sha256 }) => filedSize(sha256)))
  return media.flatMap(({ bytes }, index) =>
    sizes[index] === bytes ? [] : [{ field: 'media', code: 'media-missing' as const }],
  )
}
