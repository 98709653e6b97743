import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { FileScan } from '../files/file-scan.ts'
import { scansOf } from '../files/file-scans.ts'
import type { Registry } from '../payload-types.ts'
import type { EntryFile } from './contract.ts'
import { type DeadlineKey, ruleOf } from './deadline-rules.ts'
import type { EventKind } from './entry-event.ts'
import { type EntryState, type EntryVerb, stepsFor } from './entry-lifecycle.ts'
import { readableEntry } from './readable-entry.ts'
import { workerOf } from './registry.access.ts'

export type TimelineItem = { kind: EventKind; at: Date; actorName: string; data: Record<string, unknown> }
export type SentLetter = { kind: string; recipient: string; state: string; attempts: number; answer: string | null }
export type EntryPage = {
  entry: Registry
  files: (EntryFile & { scan: FileScan })[]
  timeline: TimelineItem[]
  letters: SentLetter[]
  answers: Record<string, unknown> | null
  steps: EntryVerb[]
}

/** Everything a member of staff sees of one entry; null when he may not see it. */
export async function entryPage(req: PayloadRequest, id: number): Promise<EntryPage | null> {
  const worker = workerOf(req)
  const entry = worker ? await readableEntry(req, id) : null
  if (!worker || !entry) return null
  const files = (entry.files as EntryFile[] | null) ?? []
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [scanOf, events, letters, filings] = await Promise.all([
    scansOf(
      req,
      files.map(({ sha256 }) => sha256),
    ),
    pool.query(
      'select kind, at, actor_name as "actorName", data from avizier.registry_events where entry_id = $1 order by id',
      [id],
    ),
    pool.query(
      'select kind, recipient, state, attempts, last_answer as answer from avizier.outbox where entry_id = $1 order by id',
      [id],
    ),
    pool.query('select answers from record.filings where entry_id = $1', [id]),
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
    },
    worker,
  )
  const open = steps.filter((verb) => isSensible(verb, entry))
  return {
    entry,
    files: files.map((file) => ({ ...file, scan: scanOf(file.sha256) })),
    timeline: events.rows as TimelineItem[],
    letters: letters.rows as SentLetter[],
    answers: (filings.rows[0]?.answers as Record<string, unknown> | undefined) ?? null,
    steps: open,
  }
}

/** Steps that the rules would refuse for what the entry is are not offered. */
function isSensible(verb: EntryVerb, { kind, term, isExtended }: Registry): boolean {
  if (verb === 'reclassify') return kind === 'foi' || kind === 'petition'
  if (verb !== 'extend') return true
  return !isExtended && term !== null && term !== undefined && ruleOf(term as DeadlineKey).extension !== null
}
