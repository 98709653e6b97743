import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { together } from '../database/together.ts'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { accessCodeOf, codeDigest } from './access-code.ts'
import type { Day } from './calendar-days.ts'
import type { Correspondent, EntryFile } from './contract.ts'
import type { EventKind } from './entry-event.ts'
import { isPublicEvent } from './entry-event.ts'
import type { EntryKind } from './entry-kinds.ts'
import type { Channel, Direction, EntryState } from './entry-lifecycle.ts'
import type { EntryTerm } from './entry-term.ts'
import { formatNumber } from './registration-number.ts'

export type NewEntry = {
  /** Names this registration: the same key never takes two numbers, and the access code is made from it. */
  key: string
  registerId: number
  now: Date
  receivedAt: Date | null
  direction: Direction
  channel: Channel
  kind: EntryKind
  subject: string
  correspondent: Correspondent | null
  issuer: { number: string | null; on: Day | null }
  departmentId: number | null
  responsibleId: number | null
  state: EntryState
  term: EntryTerm
  isConfidential: boolean
  pages: number | null
  annexes: number | null
  notes: string | null
  files: readonly EntryFile[]
  answersId: number | null
  reserved: { forWhat: string; until: Day } | null
  outcomeReason: string | null
  actor: { id: string | null; name: string }
  events: readonly { kind: EventKind; data: Record<string, unknown> }[]
  mail: { kind: string; recipient: string } | null
  /** Why somebody should look at it before it is believed; empty for nearly all. */
  reviewReasons: readonly string[]
  filing: {
    form: string
    formVersion: number
    answers: Record<string, unknown>
    contentDigest: string
    receivedAt: Date
  } | null
}

export type StoredEntry = { id: number; number: number; registeredAt: Date; code: string }

/**
 * Stores an entry with the next number of its register and year, its first events, its line of the journal, its mail
 * and its filing, in one statement: of the open transaction when the request has one, else of its own, shared with
 * whatever else comes for the same register at the same time. Then the counter's row is locked, and the disk waited
 * for, once for all of them. Numbers have no gap, and grow with the moment of registration.
 * @returns null when the key has been registered before
 * @throws the unique violation of `key` when another transaction registers the same key right now; the error
 * `AV001` when the number would be given on another day than `now`, with the moment in its detail
 */
export async function storeEntry(req: PayloadRequest, entry: NewEntry): Promise<StoredEntry | null> {
  if (await req.transactionID) {
    const { rows } = await transactionOf(req)
    const [stored] = await storeAll(req.payload.secret, [entry], rows)
    return stored ?? null
  }
  return lineOf(req.payload, entry)(entry)
}

type Line = (entry: NewEntry) => Promise<StoredEntry | null>
const linesOf = new WeakMap<Payload, Map<string, Line>>()

/** Who is numbered together: entries of one register on one day. */
function lineOf(payload: Payload, { registerId, now }: NewEntry): Line {
  const lines = linesOf.get(payload) ?? new Map<string, Line>()
  linesOf.set(payload, lines)
  const name = `${registerId} ${dayOf(now)}`
  const line = lines.get(name) ?? together((entries) => storeAll(payload.secret, entries, committed(payload)))
  if (!lines.has(name) && lines.size > 100) lines.clear()
  lines.set(name, line)
  return line
}

type Rows = <Row extends Record<string, unknown>>(statement: SQL) => Promise<Row[]>

/** A statement that commits itself, and that each connection plans once. */
const committed =
  ({ db }: Payload): Rows =>
  async <Row>(statement: SQL) => {
    const { pool, drizzle } = db as unknown as PostgresAdapter
    const { dialect } = drizzle as unknown as { dialect: { sqlToQuery(sql: SQL): { sql: string; params: unknown[] } } }
    const { sql: text, params } = dialect.sqlToQuery(statement)
    return (await pool.query({ name: 'store-entries', text, values: params })).rows as Row[]
  }

async function storeAll(
  secret: string,
  entries: readonly NewEntry[],
  rows: Rows,
): Promise<readonly (StoredEntry | null)[]> {
  const [first] = entries
  if (!first) return []
  const day = dayOf(first.now)
  const at = new Date(Math.max(...entries.map(({ now }) => now.getTime()))).toISOString()
  const stored = await rows<{ key: string; id: number; number: string; registered_at: string }>(sql`
    with given as materialized (
      select distinct on (key) * from jsonb_to_recordset(${JSON.stringify(entries.map(rowOf(secret)))}::jsonb) as g (
        place int, key text, received_at timestamptz, code_digest text, direction enum_registry_direction,
        channel enum_registry_channel, kind enum_registry_kind, subject text,
        correspondent_kind enum_registry_correspondent_kind, correspondent_name text, correspondent_address text,
        correspondent_email text, correspondent_phone text, issuer_number text, issuer_on timestamptz,
        department_id int, responsible_id int, state enum_registry_state, term text, due_on timestamptz,
        target_on timestamptz, otherwise_on timestamptz, term_explanation text, is_confidential boolean, pages numeric,
        annexes numeric, notes text, files jsonb, answers_id int, reserved_for text, reserved_until timestamptz,
        outcome_reason text, review enum_registry_review, review_reasons jsonb, actor_id text, actor_name text, events jsonb, mail_kind text, mail_recipient text,
        filing jsonb
      ) order by key, place
    ), fresh as materialized (
      select *, row_number() over (order by place) as nth, count(*) over () as total
      from given where not exists (select 1 from registry where registry.key = given.key)
    ), counter as (
      insert into avizier.registry_counters as c (register_id, year, last_number, last_at)
      select ${first.registerId}::int, ${Number(day.slice(0, 4))}::int, total, ${at}::timestamptz from fresh limit 1
      on conflict (register_id, year) do update
        set last_number = c.last_number + excluded.last_number,
          -- Clocks of two processes differ by a little; one that was wrong by more does not drag the book along.
          last_at = case when c.last_at - excluded.last_at < interval '1 minute'
            then greatest(c.last_at, excluded.last_at) else excluded.last_at end
      returning last_number, last_at
    ), entry as (
      insert into registry (
        register_id, year, number, registered_at, received_at, key, code_digest, direction, channel, kind, subject,
        correspondent_kind, correspondent_name, correspondent_address, correspondent_email, correspondent_phone,
        issuer_number, issuer_on, department_id, responsible_id, state, state_since, term, due_on, target_on,
        otherwise_on, term_explanation, is_confidential, pages, annexes, notes, files, answers_id, reserved_for,
        reserved_until, outcome_reason, review, review_reasons
      )
      select
        ${first.registerId}::int, ${Number(day.slice(0, 4))}::int, last_number - total + nth,
        avizier.on_day(last_at, ${day}::date), received_at, key, code_digest, direction, channel, kind, subject,
        correspondent_kind, correspondent_name, correspondent_address, correspondent_email, correspondent_phone,
        issuer_number, issuer_on, department_id, responsible_id, state, last_at, term, due_on, target_on,
        otherwise_on, term_explanation, is_confidential, pages, annexes, notes, files, answers_id, reserved_for,
        reserved_until, outcome_reason, review, review_reasons
      from fresh, counter order by nth
      returning id, number, registered_at, key
    ), filed as (
      insert into filings (entry_id, key, content_digest, form, form_version, answers, files, received_at)
      select e.id, f.key, filing ->> 'contentDigest', filing ->> 'form', (filing ->> 'formVersion')::numeric,
        filing -> 'answers', f.files, (filing ->> 'receivedAt')::timestamptz
      from entry e join fresh f using (key) where filing is not null
    ), happened as (
      insert into avizier.registry_events (entry_id, kind, at, actor_id, actor_name, is_public, data)
      select e.id, event.kind, e.registered_at, actor_id, actor_name, event."isPublic", event.data
      from entry e join fresh f using (key),
        jsonb_to_recordset(f.events) as event (kind text, "isPublic" boolean, data jsonb)
    ), noted as (
      insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
      select now(), actor_id, actor_name, 'create', 'registry', e.id::text,
        e.number || ${`/${formatNumber(0, day).slice(2)}`}, null, now(), now()
      from entry e join fresh f using (key)
    ), posted as (
      insert into avizier.outbox (kind, recipient, entry_id, data)
      select mail_kind, mail_recipient, e.id, '{}'::jsonb
      from entry e join fresh f using (key) where mail_kind is not null
    )
    select key, id, number, to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as registered_at
    from entry`)
  const byKey = new Map(stored.map((row) => [row.key, row]))
  return entries.map(({ key }) => {
    const row = byKey.get(key)
    // Of two with one key in one question, the second is told that the key has been registered.
    byKey.delete(key)
    if (!row) return null
    return {
      id: row.id,
      number: Number(row.number),
      registeredAt: new Date(row.registered_at),
      code: accessCodeOf(key, secret),
    }
  })
}

/** What the statement reads of an entry: a JSON object with the names and types of its columns. */
const rowOf =
  (secret: string) =>
  (entry: NewEntry, place: number): Record<string, unknown> => {
    const { correspondent, term, filing, mail } = entry
    const moment = (day: Day | null) => (day ? momentOfDay(day) : null)
    return {
      place,
      key: entry.key,
      received_at: entry.receivedAt,
      code_digest: codeDigest(accessCodeOf(entry.key, secret), secret),
      direction: entry.direction,
      channel: entry.channel,
      kind: entry.kind,
      subject: entry.subject,
      correspondent_kind: correspondent?.kind ?? null,
      correspondent_name: correspondent?.name ?? null,
      correspondent_address: correspondent?.address ?? null,
      correspondent_email: correspondent?.email ?? null,
      correspondent_phone: correspondent?.phone ?? null,
      issuer_number: entry.issuer.number,
      issuer_on: moment(entry.issuer.on),
      department_id: entry.departmentId,
      responsible_id: entry.responsibleId,
      state: entry.state,
      term: term.term,
      due_on: moment(term.dueOn),
      target_on: moment(term.targetOn),
      otherwise_on: moment(term.otherwiseOn),
      term_explanation: term.termExplanation,
      is_confidential: entry.isConfidential,
      pages: entry.pages,
      annexes: entry.annexes,
      notes: entry.notes,
      files: entry.files,
      answers_id: entry.answersId,
      reserved_for: entry.reserved?.forWhat ?? null,
      reserved_until: moment(entry.reserved?.until ?? null),
      outcome_reason: entry.outcomeReason,
      ...(entry.reviewReasons.length > 0 ? { review: 'waiting', review_reasons: entry.reviewReasons } : {}),
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      events: entry.events.map((event) => ({ ...event, isPublic: isPublicEvent(event.kind) })),
      mail_kind: mail?.kind ?? null,
      mail_recipient: mail?.recipient ?? null,
      ...(filing ? { filing } : {}),
    }
  }
