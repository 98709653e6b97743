import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { FileScan } from '../files/file-scan.ts'
import { scansOf } from '../files/file-scans.ts'
import { type Answers, FormDefinition } from '../forms/contract.ts'
import { showAnswers } from '../forms/show-answers.ts'
import type { Registry } from '../payload-types.ts'
import type { EntryFile } from './contract.ts'
import { type DeadlineKey, ruleOf } from './deadline-rules.ts'
import type { EventKind } from './entry-event.ts'
import { type EntryState, type EntryVerb, type ReviewState, stepsFor } from './entry-lifecycle.ts'
import { readableEntry } from './readable-entry.ts'
import { workerToday } from './registry.access.ts'

export type TimelineItem = { kind: EventKind; at: Date; actorName: string; data: Record<string, unknown> }
export type SentLetter = {
  id: string
  kind: string
  recipient: string
  state: string
  attempts: number
  answer: string | null
}
/** Another entry of the same matter; only its number is told, for its subject is for who may read it. */
export type Related = { id: number; number: number; registeredAt: Date; as: 'linked' | 'answers' | 'answeredBy' }
export type EntryPage = {
  entry: Registry
  files: (EntryFile & { scan: FileScan })[]
  timeline: TimelineItem[]
  letters: SentLetter[]
  /** What the applicant wrote, question by question as the form asked them; null for a paper of the counter. */
  answers: { name: string; label: string; text: string }[] | null
  related: Related[]
  steps: EntryVerb[]
  maySendLettersAgain: boolean
}

/** Everything a member of staff sees of one entry; null when he may not see it. */
export async function entryPage(req: PayloadRequest, id: number): Promise<EntryPage | null> {
  const worker = await workerToday(req, new Date())
  const entry = worker ? await readableEntry(req, id) : null
  if (!worker || !entry) return null
  const files = (entry.files as EntryFile[] | null) ?? []
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [scanOf, events, letters, filings, related] = await Promise.all([
    scansOf(
      req,
      files.map(({ sha256 }) => sha256),
    ),
    pool.query(
      'select kind, at, actor_name as "actorName", data from avizier.registry_events where entry_id = $1 order by id',
      [id],
    ),
    pool.query(
      'select id, kind, recipient, state, attempts, last_answer as answer from avizier.outbox where entry_id = $1 order by id',
      [id],
    ),
    pool.query<{ answers: Answers; definition: unknown }>(
      `select f.answers, v.definition from record.filings f
         left join avizier.form_versions v on v.slug = f.form and v.version = f.form_version
       where f.entry_id = $1`,
      [id],
    ),
    pool.query<Related>(
      `select r.id, r.number::int as number, r.registered_at as "registeredAt", rel.as from record.registry r join (
         select registry_id as id, 'linked' as as from record.registry_rels where parent_id = $1 and path = 'linkedTo'
         union select answers_id, 'answers' from record.registry where id = $1
         union select id, 'answeredBy' from record.registry where answers_id = $1
       ) rel on rel.id = r.id order by r.registered_at`,
      [id],
    ),
  ])
  const idOf = (value: unknown) => (value === null || value === undefined ? null : Number(value))
  const steps = stepsFor(
    {
      state: entry.state as EntryState,
      departmentId: idOf(entry.department),
      responsibleId: idOf(entry.responsible),
      informedIds: (entry.informed ?? []).map(Number),
      isConfidential: entry.isConfidential === true,
      voidRequestedById: idOf(entry.voidRequestedBy),
      draftedById: idOf(entry.draftedBy),
      review: (entry.review as ReviewState | null | undefined) ?? null,
    },
    worker,
  )
  const open = steps.filter((verb) => isSensible(verb, entry))
  return {
    entry,
    files: files.map((file) => ({ ...file, scan: scanOf(file.sha256) })),
    timeline: events.rows as TimelineItem[],
    letters: letters.rows as SentLetter[],
    answers: filings.rows[0] ? inWords(filings.rows[0]) : null,
    related: related.rows,
    steps: open,
    maySendLettersAgain: steps.includes('sendLetterAgain'),
  }
}

/** By the kept version of the form; answers whose version was not kept stand under their own names. */
function inWords({ answers, definition }: { answers: Answers; definition: unknown }) {
  const form = FormDefinition.safeParse(definition)
  if (form.success) return showAnswers(form.data, answers).filter(({ text }) => text !== '')
  return Object.entries(answers).map(([name, value]) => ({ name, label: name, text: String(value) }))
}

/** Steps that the rules would refuse for what the entry is are not offered. */
function isSensible(verb: EntryVerb, { kind, term, isExtended }: Registry): boolean {
  if (verb === 'sendLetterAgain') return false
  if (verb === 'reclassify') return kind === 'foi' || kind === 'petition'
  if (verb !== 'extend') return true
  return !isExtended && term !== null && term !== undefined && ruleOf(term as DeadlineKey).extension !== null
}
