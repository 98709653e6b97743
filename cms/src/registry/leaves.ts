import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import type { Day } from './calendar-days.ts'
import { deskText } from './desk.ro.ts'
import { longDay } from './words.ro.ts'
import type { Names } from './work-queue.ts'

export type Leave = {
  id: number
  personId: number
  person: string
  delegateId: number
  delegate: string
  from: Day
  until: Day
  reason: string
  /** Papers that wait for the person: what the delegate works on. */
  openCount: number
}

/** The leaves that run or are still to come, the nearest first. */
export async function leavesFrom(req: Pick<PayloadRequest, 'payload'>, now: Date): Promise<Leave[]> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<Leave>(
    `select l.id::int, person_id as "personId", p.name as person, delegate_id as "delegateId", d.name as delegate,
       to_char(from_on, 'YYYY-MM-DD') as "from", to_char(until_on, 'YYYY-MM-DD') as until, reason,
       (select count(*)::int from record.registry r where r.responsible_id = person_id
          and r.state in ('registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved')) as "openCount"
     from avizier.leaves l join record.staff p on p.id = person_id join record.staff d on d.id = delegate_id
     where until_on >= $1::date and called_off_at is null order by from_on, l.id limit 200`,
    [dayOf(now)],
  )
  return rows
}

/** The names, where somebody away today is said to be, with who holds the place: a router sees it before he routes. */
export function withAbsences({ departments, people }: Names, leaves: readonly Leave[], today: Day): Names {
  const named = new Map(people)
  for (const { personId, person, delegate, from, until } of leaves)
    if (from <= today) named.set(personId, deskText.away(person, longDay(until), delegate))
  return { departments, people: named }
}
