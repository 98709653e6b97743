import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import type { DeadlineKey } from './deadline-rules.ts'
import type { Wait } from './due-date.ts'
import { isPublicEvent } from './entry-event.ts'
import { openStates } from './entry-lifecycle.ts'
import { type EntryTerm, entryTerm } from './entry-term.ts'
import type { Calendar } from './romanian-calendar.ts'

type OpenRow = {
  id: number
  term: DeadlineKey
  registered_at: string
  due_on: string | null
  term_explanation: string | null
  waits: Wait[] | null
  is_extended: boolean | null
}
type Moved = { id: number; from: string | null; to: EntryTerm }

/**
 * Counts the term of every open entry anew over another calendar, in the transaction that changes the calendar. An
 * entry whose due day moves gets an event that says from when to when, and whether it became shorter: a term is never
 * shortened without a word. The register waits meanwhile, so that no entry is counted over the old calendar after it.
 */
export async function recountTerms(
  req: PayloadRequest,
  { calendar, why, now }: { calendar: Calendar; why: string; now: Date },
): Promise<{ moved: number; shortened: number }> {
  const transaction = await transactionOf(req)
  await transaction.rows(sql`lock table registry in share row exclusive mode`)
  const rows = await transaction.rows<OpenRow>(sql`
    select id, term, registered_at, due_on, term_explanation, waits, is_extended from registry
    where term is not null and state::text in (select jsonb_array_elements_text(${JSON.stringify(openStates)}::jsonb))`)
  const counted = rows.map((row) => {
    const from = row.due_on ? dayOf(row.due_on) : null
    const { term, waits, is_extended } = row
    const registeredOn = dayOf(row.registered_at)
    const to = entryTerm({ term, registeredOn, waits: waits ?? [], isExtended: is_extended === true, calendar })
    return { id: row.id, from, to, isSame: from === to.dueOn && row.term_explanation === to.termExplanation }
  })
  const changed = counted.filter(({ isSame }) => !isSame)
  const moved = changed.filter(({ from, to }) => from !== to.dueOn)
  await storeTerms(transaction, changed)
  await tellOfMoves(transaction, moved, { req, why, now })
  return { moved: moved.length, shortened: moved.filter(isShorter).length }
}

const isShorter = ({ from, to }: Moved) => from !== null && to.dueOn !== null && to.dueOn < from
const dayMoment = (day: string | null) => (day ? momentOfDay(day) : null)

async function storeTerms(transaction: Awaited<ReturnType<typeof transactionOf>>, changed: Moved[]): Promise<void> {
  const terms = changed.map(({ id, to }) => ({
    id,
    due_on: dayMoment(to.dueOn),
    target_on: dayMoment(to.targetOn),
    otherwise_on: dayMoment(to.otherwiseOn),
    term_explanation: to.termExplanation,
  }))
  await transaction.rows(sql`
    update registry r set due_on = t.due_on, target_on = t.target_on, otherwise_on = t.otherwise_on,
      term_explanation = t.term_explanation, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
      as t (id int, due_on timestamptz, target_on timestamptz, otherwise_on timestamptz, term_explanation text)
    where r.id = t.id`)
}

async function tellOfMoves(
  transaction: Awaited<ReturnType<typeof transactionOf>>,
  moved: Moved[],
  { req, why, now }: { req: PayloadRequest; why: string; now: Date },
): Promise<void> {
  const events = moved.map((entry) => ({
    id: entry.id,
    data: { from: entry.from, to: entry.to.dueOn, isShortened: isShorter(entry), why },
  }))
  const name = String((req.user as { name?: string } | null)?.name ?? 'Sistem')
  await transaction.rows(sql`
    insert into avizier.registry_events (entry_id, kind, at, actor_id, actor_name, is_public, data)
    select e.id, 'termMoved', ${now.toISOString()}::timestamptz, ${req.user ? String(req.user.id) : null}, ${name},
      ${isPublicEvent('termMoved')}::boolean, e.data
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e (id int, data jsonb)`)
}
