import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'

export type CategoryFacts = {
  id: number
  slug: string
  name: string
  takesNew: boolean
  expectedDays: number | null
  departmentId: number | null
  authority: string | null
  authorityEmail: string | null
  villageRules: { village: string; departmentId: number }[]
}

/**
 * What a category says of itself, by its slug or its id; null when there is none. Asked in the transaction of the
 * request where there is one: whoever holds a connection and waits for another can wait for ever.
 */
export async function categoryFacts(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  asked: { slug: string } | { id: number },
): Promise<CategoryFacts | null> {
  const which = 'slug' in asked ? sql`c.slug = ${asked.slug}` : sql`c.id = ${asked.id}`
  const question = sql`
    select c.id, c.slug, c.name, c.takes_new as "takesNew", c.expected_days::int as "expectedDays",
      c.department_id as "departmentId", c.authority, c.authority_email as "authorityEmail",
      coalesce((select json_agg(json_build_object('village', r.village, 'departmentId', r.department_id) order by r._order)
        from report_categories_village_rules r where r._parent_id = c.id), '[]') as "villageRules"
    from report_categories c where ${which}`
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const rows = (await req.transactionID)
    ? await (await transactionOf(req)).rows<CategoryFacts>(question)
    : (await drizzle.execute<CategoryFacts>(question)).rows
  return (rows[0] as CategoryFacts | undefined) ?? null
}
