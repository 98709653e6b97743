import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { type Transaction, transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import type { Day } from './calendar-days.ts'
import type { EntryFile } from './contract.ts'
import type { DeadlineKey } from './deadline-rules.ts'
import type { Wait } from './due-date.ts'
import { type EventKind, isPublicEvent } from './entry-event.ts'
import type { EntryKind } from './entry-kinds.ts'
import {
  actsFor,
  type EntryCase,
  type EntryState,
  type EntryVerb,
  mayRead,
  type ReviewState,
  stepOf,
  type Worker,
} from './entry-lifecycle.ts'
import type { EntryTerm } from './entry-term.ts'
import { formatNumber } from './registration-number.ts'
import { workerToday } from './registry.access.ts'
import type { RegistryFault } from './registry-faults.ts'

/** An entry whose row is locked: nobody else changes it before the transaction ends. */
export type LockedEntry = EntryCase & {
  id: number
  registerId: number
  number: number
  registeredOn: Day
  kind: EntryKind
  subject: string
  correspondentName: string | null
  correspondentEmail: string | null
  term: DeadlineKey | null
  dueOn: Day | null
  isExtended: boolean
  waits: Wait[]
  files: EntryFile[]
  concernsId: number | null
  answerText: string | null
}

type Settable = Partial<{
  departmentId: number
  responsibleId: number | null
  concernsId: number | null
  isConfidential: boolean
  isExtended: boolean
  kind: EntryKind
  subject: string
  direction: string
  channel: string
  correspondentKind: string | null
  correspondentName: string | null
  correspondentAddress: string | null
  correspondentEmail: string | null
  correspondentPhone: string | null
  pages: number | null
  annexes: number | null
  answerText: string | null
  draftedById: number
  outcome: string | null
  outcomeReason: string | null
  dispatchedBy: string
  answeredAt: string
  forwardedTo: string
  fileCode: string | null
  voidReason: string
  voidRequestedById: number
  review: ReviewState
}>

export type EntryChange = {
  kind: 'change'
  set?: Settable
  term?: EntryTerm
  waits?: Wait[]
  files?: EntryFile[]
  informedIds?: readonly number[]
  linkedId?: number
  event: { kind: EventKind; data?: Record<string, unknown> }
  /** A letter to the applicant, where he left an address. */
  mail?: { kind: string; data?: Record<string, unknown> }
  /** What else belongs to the same transaction, after the row. */
  afterwards?: () => Promise<void>
}
export type EntryRefusal = { kind: 'refused'; code: RegistryFault; field: string }
export type EntryOutcome = { kind: 'done'; id: number; state: EntryState } | EntryRefusal

export const refused = (code: RegistryFault, field = ''): EntryRefusal => ({ kind: 'refused', code, field })

/**
 * Does one step with an entry: locks its row, asks the rules whether this person may, stores what `change` says with
 * its event, its line of the journal and its letter, in one transaction. An entry that the person may not read does
 * not exist for him.
 */
export async function workOnEntry(
  req: PayloadRequest,
  { id, verb, now }: { id: number; verb: EntryVerb; now: Date },
  change: (entry: LockedEntry, worker: Worker, transaction: Transaction) => Promise<EntryChange | EntryRefusal>,
): Promise<EntryOutcome> {
  const worker = await workerToday(req, now)
  if (!worker) return refused('not-entitled')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const entry = await lockEntry(transaction, id)
    if (!entry || !mayRead(worker, entry)) return refused('entry-unknown')
    const step = stepOf(verb, entry, worker)
    if (step.kind === 'refused') return refused(step.code)
    const wanted = await change(entry, worker, transaction)
    if (wanted.kind === 'refused') return wanted
    await store(transaction, entry, step.to, wanted, { req, now, onBehalfOf: actsFor(worker, entry) })
    await wanted.afterwards?.()
    return { kind: 'done', id, state: step.to }
  })
}

type Row = Record<string, unknown> & { id: number }

async function lockEntry(transaction: Transaction, id: number): Promise<LockedEntry | null> {
  const [row] = await transaction.rows<Row>(sql`select * from registry where id = ${id} for update`)
  if (!row) return null
  const informed = await transaction.rows<{ staff_id: number }>(
    sql`select staff_id from registry_rels where parent_id = ${id} and path = 'informed' and staff_id is not null`,
  )
  return {
    id,
    registerId: Number(row['register_id']),
    number: Number(row['number']),
    registeredOn: dayOf(String(row['registered_at'])),
    kind: row['kind'] as EntryKind,
    state: row['state'] as EntryState,
    subject: String(row['subject']),
    correspondentName: row['correspondent_name'] as string | null,
    correspondentEmail: row['correspondent_email'] as string | null,
    departmentId: row['department_id'] as number | null,
    responsibleId: row['responsible_id'] as number | null,
    concernsId: row['concerns_id'] as number | null,
    informedIds: informed.map(({ staff_id }) => staff_id),
    isConfidential: row['is_confidential'] === true,
    voidRequestedById: row['void_requested_by_id'] as number | null,
    draftedById: row['drafted_by_id'] as number | null,
    review: row['review'] as ReviewState | null,
    term: row['term'] as DeadlineKey | null,
    dueOn: row['due_on'] ? dayOf(String(row['due_on'])) : null,
    isExtended: row['is_extended'] === true,
    waits: (row['waits'] as Wait[] | null) ?? [],
    files: (row['files'] as EntryFile[] | null) ?? [],
    answerText: row['answer_text'] as string | null,
  }
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const dayMoment = (day: Day | null) => (day ? momentOfDay(day) : null)

async function store(
  transaction: Transaction,
  entry: LockedEntry,
  to: EntryState,
  change: EntryChange,
  { req, now, onBehalfOf }: { req: PayloadRequest; now: Date; onBehalfOf: number | null },
): Promise<void> {
  const at = now.toISOString()
  const actor = { id: String(req.user?.id), name: String((req.user as { name?: string } | null)?.name ?? '') }
  const sets: SQL[] = Object.entries(change.set ?? {}).map(
    ([name, value]) => sql`${sql.identifier(snake(name))} = ${value ?? null}`,
  )
  if (to !== entry.state) sets.push(sql`state = ${to}`, sql`state_since = ${at}`)
  if (change.term)
    sets.push(
      sql`term = ${change.term.term}`,
      sql`due_on = ${dayMoment(change.term.dueOn)}`,
      sql`target_on = ${dayMoment(change.term.targetOn)}`,
      sql`otherwise_on = ${dayMoment(change.term.otherwiseOn)}`,
      sql`term_explanation = ${change.term.termExplanation}`,
    )
  if (change.waits) sets.push(sql`waits = ${JSON.stringify(change.waits)}::jsonb`)
  if (change.files) sets.push(sql`files = ${JSON.stringify(change.files)}::jsonb`)
  sets.push(sql`updated_at = now()`)
  await transaction.rows(sql`update registry set ${sql.join(sets, sql`, `)} where id = ${entry.id}`)

  if (change.informedIds) {
    await transaction.rows(sql`delete from registry_rels where parent_id = ${entry.id} and path = 'informed'`)
    await transaction.rows(sql`
      insert into registry_rels ("order", parent_id, path, staff_id)
      select ordinality, ${entry.id}::int, 'informed', value::int
      from jsonb_array_elements_text(${JSON.stringify(change.informedIds)}::jsonb) with ordinality`)
  }
  if (change.linkedId !== undefined)
    await transaction.rows(sql`
      insert into registry_rels ("order", parent_id, path, registry_id)
      values (1, ${entry.id}, 'linkedTo', ${change.linkedId}), (1, ${change.linkedId}, 'linkedTo', ${entry.id})`)

  const { kind, data = {} } = change.event
  await transaction.rows(sql`
    with happened as (
      insert into avizier.registry_events (entry_id, kind, at, actor_id, actor_name, is_public, data)
      values (${entry.id}, ${kind}, ${at}, ${actor.id}, ${actor.name}, ${isPublicEvent(kind)},
        ${JSON.stringify(data)}::jsonb || coalesce((
          select jsonb_build_object('onBehalfOf', jsonb_build_object('id', id, 'name', name)) from staff where id = ${onBehalfOf}::int
        ), '{}'::jsonb))
    ), posted as (
      insert into avizier.outbox (kind, recipient, entry_id, data)
      select ${change.mail?.kind ?? null}, ${entry.correspondentEmail}, ${entry.id}::int,
        ${JSON.stringify(change.mail?.data ?? {})}::jsonb
      where ${change.mail !== undefined && entry.correspondentEmail !== null}::boolean
    )
    insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
    values (now(), ${actor.id}, ${actor.name}, 'update', 'registry', ${String(entry.id)},
      ${`${formatNumber(entry.number, entry.registeredOn)}: ${kind}`}, null, now(), now())`)
}
