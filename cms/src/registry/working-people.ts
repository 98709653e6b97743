import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../database/transaction.ts'
import { type EntryRefusal, refused } from './work-on-entry.action.ts'

/** Refuses a department that has ended, and people who have no account. */
export async function missingPlace(
  transaction: Transaction,
  { departmentId = null, personIds = [] }: { departmentId?: number | null; personIds?: readonly number[] },
): Promise<EntryRefusal | null> {
  const wanted = [...new Set(personIds)]
  const [found] = await transaction.rows<{ departments: number; people: number }>(sql`
    select
      (select count(*)::int from departments where id = ${departmentId}::int and is_active) as departments,
      (select count(*)::int from staff where id in (select value::int from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)))
        as people`)
  if (departmentId !== null && found?.departments !== 1) return refused('department-unknown', 'departmentId')
  if (found?.people !== wanted.length) return refused('person-unknown', 'responsibleId')
  return null
}
