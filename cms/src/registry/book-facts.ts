import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import type { Calendar } from './romanian-calendar.ts'

type FactsRow = {
  register_id: number | null
  department_id: number | null
  bridge_days: { on: string; name: string | null; basis: string }[] | null
}
export type BookFacts = { registerId: number | null; departmentId: number | null; calendar: Calendar }

/** What has to be known before something is registered, in one question to the database. */
export async function bookFacts(
  req: Pick<PayloadRequest, 'payload'>,
  { registerCode = null, department = null }: { registerCode?: string | null; department?: string | null } = {},
): Promise<BookFacts> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
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
