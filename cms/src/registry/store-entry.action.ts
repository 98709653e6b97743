import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
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
 * and its filing, in one statement: of the open transaction when the request has one, else of its own, so that the
 * counter's row is locked no longer than Postgres needs. Numbers have no gap, and grow with the moment of registration.
 * @returns null when the key has been registered before
 * @throws the unique violation of `key` when another transaction registers the same key right now; the error
 * `AV001` when the number would be given on another day than `now`, with the moment in its detail
 */
export async function storeEntry(req: PayloadRequest, entry: NewEntry): Promise<StoredEntry | null> {
  const secret = req.payload.secret
  const code = accessCodeOf(entry.key, secret)
  const day = dayOf(entry.now)
  const year = Number(day.slice(0, 4))
  const at = entry.now.toISOString()
  const moment = (value: Date | null) => value?.toISOString() ?? null
  const dayMoment = (value: Day | null) => (value ? momentOfDay(value) : null)
  const { correspondent, filing, mail } = entry
  const events = entry.events.map((event) => ({ ...event, isPublic: isPublicEvent(event.kind) }))
  const [row] = await rowsOf<{ id: number; number: string; registered_at: string }>(
    req,
    sql`
    with counter as (
      insert into avizier.registry_counters as c (register_id, year, last_number, last_at)
      select ${entry.registerId}::int, ${year}::int, 1, ${at}::timestamptz
      where not exists (select 1 from registry where key = ${entry.key})
      on conflict (register_id, year) do update
        set last_number = c.last_number + 1,
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
        ${entry.registerId}::int, ${year}::int, last_number, avizier.on_day(last_at, ${day}::date), ${moment(entry.receivedAt)}::timestamptz,
        ${entry.key}, ${codeDigest(code, secret)}, ${entry.direction}::enum_registry_direction,
        ${entry.channel}::enum_registry_channel, ${entry.kind}::enum_registry_kind, ${entry.subject},
        ${correspondent?.kind ?? null}::enum_registry_correspondent_kind, ${correspondent?.name ?? null},
        ${correspondent?.address ?? null}, ${correspondent?.email ?? null}, ${correspondent?.phone ?? null},
        ${entry.issuer.number}, ${dayMoment(entry.issuer.on)}::timestamptz, ${entry.departmentId}::int,
        ${entry.responsibleId}::int, ${entry.state}::enum_registry_state, last_at, ${entry.term.term},
        ${dayMoment(entry.term.dueOn)}::timestamptz, ${dayMoment(entry.term.targetOn)}::timestamptz,
        ${dayMoment(entry.term.otherwiseOn)}::timestamptz, ${entry.term.termExplanation}, ${entry.isConfidential}::boolean,
        ${entry.pages}::numeric, ${entry.annexes}::numeric, ${entry.notes}, ${JSON.stringify(entry.files)}::jsonb,
        ${entry.answersId}::int, ${entry.reserved?.forWhat ?? null}, ${dayMoment(entry.reserved?.until ?? null)}::timestamptz,
        ${entry.outcomeReason}, ${entry.reviewReasons.length > 0 ? 'waiting' : null}::enum_registry_review,
        ${entry.reviewReasons.length > 0 ? JSON.stringify(entry.reviewReasons) : null}::jsonb
      from counter
      returning id, number, registered_at
    ), filed as (
      insert into filings (entry_id, key, content_digest, form, form_version, answers, files, received_at)
      select id, ${entry.key}, ${filing?.contentDigest ?? null}, ${filing?.form ?? null},
        ${filing?.formVersion ?? null}::numeric, ${JSON.stringify(filing?.answers ?? null)}::jsonb,
        ${JSON.stringify(entry.files)}::jsonb, ${moment(filing?.receivedAt ?? null)}::timestamptz
      from entry where ${filing !== null}::boolean
    ), happened as (
      insert into avizier.registry_events (entry_id, kind, at, actor_id, actor_name, is_public, data)
      select entry.id, e.kind, entry.registered_at, ${entry.actor.id}, ${entry.actor.name}, e."isPublic", e.data
      from entry, jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (kind text, "isPublic" boolean, data jsonb)
    ), noted as (
      insert into audit (at, actor_id, actor_name, action, noun, record_id, title, revision, updated_at, created_at)
      select now(), ${entry.actor.id}, ${entry.actor.name}, 'create', 'registry', entry.id::text,
        entry.number || ${`/${formatNumber(0, day).slice(2)}`}, null, now(), now()
      from entry
    ), posted as (
      insert into avizier.outbox (kind, recipient, entry_id, data)
      select ${mail?.kind ?? null}, ${mail?.recipient ?? null}, entry.id, '{}'::jsonb
      from entry where ${mail !== null}::boolean
    )
    select id, number, to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as registered_at
    from entry`,
  )
  return row ? { id: row.id, number: Number(row.number), registeredAt: new Date(row.registered_at), code } : null
}

/** In the request's transaction, or as a statement that commits itself and that each connection plans once. */
async function rowsOf<Row extends Record<string, unknown>>(req: PayloadRequest, statement: SQL): Promise<Row[]> {
  if (await req.transactionID) return (await transactionOf(req)).rows<Row>(statement)
  const { pool, drizzle } = req.payload.db as unknown as PostgresAdapter
  const { dialect } = drizzle as unknown as { dialect: { sqlToQuery(sql: SQL): { sql: string; params: unknown[] } } }
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return (await pool.query({ name: 'store-entry', text, values: params })).rows as Row[]
}
