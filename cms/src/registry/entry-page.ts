import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Registry } from '../payload-types.ts'
import { type DeadlineKey, ruleOf } from './deadline-rules.ts'
import type { EventKind } from './entry-event.ts'
import { type EntryState, type EntryVerb, stepsFor } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'

export type TimelineItem = { kind: EventKind; at: Date; actorName: string; data: Record<string, unknown> }
export type SentLetter = { kind: string; recipient: string; state: string; attempts: number; answer: string | null }
export type EntryPage = {
  entry: Registry
  timeline: TimelineItem[]
  letters: SentLetter[]
  answers: Record<string, unknown> | null
  /** What the form asks for the request, and when it was paid; null where it asks nothing. */
  fee: { bani: number; paidAt: Date | null } | null
  steps: EntryVerb[]
}

/** Everything a member of staff sees of one entry; null when he may not see it. */
export async function entryPage(req: PayloadRequest, id: number): Promise<EntryPage | null> {
  const worker = workerOf(req)
  if (!worker || !Number.isInteger(id)) return null
  const { docs } = await req.payload.find({
    collection: 'registry',
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    user: req.user,
    overrideAccess: false,
  })
  const entry = docs[0]
  if (!entry) return null
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [events, letters, filings] = await Promise.all([
    pool.query(
      'select kind, at, actor_name as "actorName", data from avizier.registry_events where entry_id = $1 order by id',
      [id],
    ),
    pool.query(
      'select kind, recipient, state, attempts, last_answer as answer from avizier.outbox where entry_id = $1 order by id',
      [id],
    ),
    pool.query(
      `select f.answers, (v.definition ->> 'feeBani')::int as fee_bani,
         (select max(p.paid_at) from avizier.paid_fees p where p.entry_id = f.entry_id and not p.is_refunded) as fee_paid_at
       from record.filings f left join avizier.form_versions v on v.slug = f.form and v.version = f.form_version
       where f.entry_id = $1`,
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
    },
    worker,
  )
  const open = steps.filter((verb) => isSensible(verb, entry))
  return {
    entry,
    timeline: events.rows as TimelineItem[],
    letters: letters.rows as SentLetter[],
    answers: (filings.rows[0]?.answers as Record<string, unknown> | undefined) ?? null,
    fee: filings.rows[0]?.fee_bani ? { bani: filings.rows[0].fee_bani, paidAt: filings.rows[0].fee_paid_at } : null,
    steps: open,
  }
}

/** Steps that the rules would refuse for what the entry is are not offered. */
function isSensible(verb: EntryVerb, { kind, term, isExtended }: Registry): boolean {
  if (verb === 'reclassify') return kind === 'foi' || kind === 'petition'
  if (verb !== 'extend') return true
  return !isExtended && term !== null && term !== undefined && ruleOf(term as DeadlineKey).extension !== null
}
