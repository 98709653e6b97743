import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { Ending, Incoming } from './act-state.ts'
import { genericObjectOfIndividualOrder } from './acts.ro.ts'
import { ActReference, type ActRelation, RelationKind } from './contract.ts'

type Row = {
  direction: 'outgoing' | 'incoming'
  relation: string
  target: string | null
  effective_on: Date | string | null
  kind: string
  number: string | number
  year: string | number
  adopted_on: Date | string
  title: string
  character: string
  visible: boolean
  ended_kind: Ending['kind'] | null
  ended_on: Date | string | null
}

/** The relations of an act with published acts, in both directions, oldest first. */
export async function relationsOf(
  req: PayloadRequest,
  id: number | string,
): Promise<{ relations: ActRelation[]; incoming: Incoming[] }> {
  const act = Number(id)
  const transaction = await transactionOf(req)
  const rows = await transaction.rows<Row>(sql`
    select 'outgoing' as direction, r.kind as relation, r.target, coalesce(r.effective_on, self.adopted_on) as effective_on,
           a.kind, a.number, a.year, a.adopted_on, a.title, a.character, a.ended_kind, a.ended_on
    from acts_relations r join acts a on a.id = r.act_id join acts self on self.id = r._parent_id
    where r._parent_id = ${act} and a._status = 'published'
    union all
    select 'incoming', r.kind, r.target, coalesce(r.effective_on, a.adopted_on),
           a.kind, a.number, a.year, a.adopted_on, a.title, a.character, a.ended_kind, a.ended_on
    from acts_relations r join acts a on a.id = r._parent_id
    where r.act_id = ${act} and a._status = 'published'
    order by effective_on, year, number`)
  const read = rows.map((row) => ({
    direction: row.direction,
    kind: RelationKind.parse(row.relation),
    target: row.target?.trim() || null,
    effectiveOn: dayOf(row.effective_on ?? row.adopted_on),
    act: ActReference.parse({
      kind: row.kind,
      number: Number(row.number),
      year: Number(row.year),
      adoptedOn: dayOf(row.adopted_on),
      title: row.kind === 'order' && row.character === 'individual' ? genericObjectOfIndividualOrder : row.title,
      character: row.character,
    }),
    actEnding: row.ended_kind && row.ended_on ? { kind: row.ended_kind, on: dayOf(row.ended_on) } : null,
  }))
  return {
    relations: read.map(({ actEnding: _, ...relation }) => relation),
    incoming: read.filter((relation) => relation.direction === 'incoming'),
  }
}

/** The published acts that stand in a relation with this one, either way. */
export async function idsOfRelatedActs(req: PayloadRequest, id: number | string): Promise<number[]> {
  const act = Number(id)
  const transaction = await transactionOf(req)
  const rows = await transaction.rows<{ id: number }>(sql`
    select distinct a.id from acts a where a._status = 'published' and a.id <> ${act} and (
      a.id in (select act_id from acts_relations where _parent_id = ${act})
      or a.id in (select _parent_id from acts_relations where act_id = ${act}))`)
  return rows.map((row) => Number(row.id))
}

/**
 * The published acts whose state changes on a day after the last one looked at, up to `today`;
 * the day is remembered in the transaction of the request.
 */
export async function idsOfActsChangingState(req: PayloadRequest, today: string): Promise<number[]> {
  const transaction = await transactionOf(req)
  const [looked] = await transaction.rows<{ day: string }>(sql`
    insert into avizier.state_days as s (name, day) values ('acts', ${today}::date)
    on conflict (name) do update set day = greatest(s.day, excluded.day)
    returning (select day::text from avizier.state_days where name = 'acts') as day`)
  const since = looked?.day ?? today
  if (since >= today) return []
  const rows = await transaction.rows<{ id: number }>(sql`
    with turned as (select ${since}::date as since, ${today}::date as today)
    select a.id from acts a, turned t where a._status = 'published' and (
      (a.in_force_from at time zone 'Europe/Bucharest')::date > t.since and (a.in_force_from at time zone 'Europe/Bucharest')::date <= t.today
      or (a.ended_on at time zone 'Europe/Bucharest')::date > t.since and (a.ended_on at time zone 'Europe/Bucharest')::date <= t.today)
    union
    select r.act_id from acts_relations r join acts p on p.id = r._parent_id, turned t
    where p._status = 'published' and r.act_id is not null
      and (r.effective_on at time zone 'Europe/Bucharest')::date > t.since and (r.effective_on at time zone 'Europe/Bucharest')::date <= t.today`)
  return rows.map((row) => Number(row.id))
}
