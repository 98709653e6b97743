import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { cleanCode, codeDigest } from './access-code.ts'
import type { EntryStatus, StatusQuestion } from './contract.ts'
import { publicEvents } from './entry-event.ro.ts'
import type { EventKind } from './entry-event.ts'
import type { EntryState } from './entry-lifecycle.ts'
import { parseNumber } from './registration-number.ts'
import { nextSteps, publicStages } from './registry.ro.ts'

type Found = {
  id: number
  number: string
  registered_at: string
  state: EntryState
  department: string | null
  due_on: string | null
  term_explanation: string | null
}

/** The entry that a number and its code name together; null for every wrong pair, after the same work. */
export async function entryOfPair(
  req: Pick<PayloadRequest, 'payload'>,
  { numar, cod }: Pick<StatusQuestion, 'numar' | 'cod'>,
): Promise<Found | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const typed = parseNumber(numar)
  const digest = codeDigest(cleanCode(cod), req.payload.secret)
  const { rows } = await drizzle.execute<Found>(sql`
    select r.id, r.number, r.registered_at, r.state, r.due_on, r.term_explanation,
      coalesce(d.public_name, d.name) as department
    from registry r left join departments d on d.id = r.department_id
    where r.number = ${typed?.number ?? 0} and r.code_digest = ${digest}
      and (${typed?.year ?? null}::int is null or r.year = ${typed?.year ?? null}::int)
    limit 1`)
  const found = rows[0]
  if (!found || (typed?.day && typed.day !== dayOf(found.registered_at))) return null
  return found
}

/** What the applicant may know of his document. */
export async function statusOf(req: Pick<PayloadRequest, 'payload'>, entry: Found): Promise<EntryStatus> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows: events } = await drizzle.execute<{ kind: EventKind; at: string }>(sql`
    select kind, at from avizier.registry_events where entry_id = ${entry.id} and is_public order by id`)
  return {
    numar: Number(entry.number),
    data: dayOf(entry.registered_at),
    stadiu: publicStages[entry.state],
    compartiment: entry.department,
    pasUrmator: nextSteps[entry.state],
    termen: entry.term_explanation
      ? { data: entry.due_on && dayOf(entry.due_on), explicatie: entry.term_explanation }
      : null,
    istoric: (events as { kind: EventKind; at: string }[]).flatMap(({ kind, at }) => {
      const told = publicEvents[kind]
      return told ? [{ data: new Date(at).toISOString(), stadiu: told.stage, descriere: told.sentence }] : []
    }),
  }
}
