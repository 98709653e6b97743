import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'
import { together } from '../database/together.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { Calendar } from './romanian-calendar.ts'

type FactsRow = {
  register_id: number | null
  department_id: number | null
  bridge_days: { on: string; name: string | null; basis: string }[] | null
}
export type BookFacts = { registerId: number | null; departmentId: number | null; calendar: Calendar }

type Asked = { registerCode: string | null; department: string | null }

/** What has to be known before something is registered, in one question to the database for all who ask it at once. */
export function bookFacts(
  { payload }: Pick<PayloadRequest, 'payload'>,
  { registerCode = null, department = null }: Partial<Asked> = {},
): Promise<BookFacts> {
  const questions = questionsOf.get(payload) ?? new Map<string, () => Promise<BookFacts>>()
  questionsOf.set(payload, questions)
  const name = JSON.stringify([registerCode, department])
  const question = questions.get(name) ?? shared(() => readFacts(payload, { registerCode, department }))
  if (!questions.has(name) && questions.size > 200) questions.clear()
  questions.set(name, question)
  return question()
}

const questionsOf = new WeakMap<Payload, Map<string, () => Promise<BookFacts>>>()

function shared(read: () => Promise<BookFacts>): () => Promise<BookFacts> {
  const ask = together<null, BookFacts>(async (askers) => {
    const facts = await read()
    return askers.map(() => facts)
  })
  return () => ask(null)
}

async function readFacts(payload: Payload, { registerCode, department }: Asked): Promise<BookFacts> {
  const { drizzle } = payload.db as unknown as PostgresAdapter
  const result = await drizzle.execute<FactsRow>(sql`
    select
      (select id from registers where is_active
         and (case when ${registerCode}::text is null then is_general else code = ${registerCode}::text end)
       order by id limit 1) as register_id,
      (select id from departments
         where is_active and ${department}::text in (code, name, public_name)
         order by code = ${department}::text desc limit 1) as department_id,
      (select json_agg(json_build_object('on', "on", 'name', name, 'basis', basis)) from working_calendar_bridge_days)
        as bridge_days`)
  const row = result.rows[0] as FactsRow | undefined
  return {
    registerId: row?.register_id ?? null,
    departmentId: row?.department_id ?? null,
    calendar: {
      bridgeDays: (row?.bridge_days ?? []).map((day) => ({ ...day, on: dayOf(day.on), name: day.name ?? '' })),
    },
  }
}
