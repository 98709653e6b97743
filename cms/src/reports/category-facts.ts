import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

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

/** What a category says of itself, by its slug or its id; null when there is none. */
export async function categoryFacts(
  req: Pick<PayloadRequest, 'payload'>,
  asked: { slug: string } | { id: number },
): Promise<CategoryFacts | null> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query(
    `select c.id, c.slug, c.name, c.takes_new as "takesNew", c.expected_days::int as "expectedDays",
       c.department_id as "departmentId", c.authority, c.authority_email as "authorityEmail",
       coalesce((select json_agg(json_build_object('village', r.village, 'departmentId', r.department_id) order by r._order)
         from record.report_categories_village_rules r where r._parent_id = c.id), '[]') as "villageRules"
     from record.report_categories c where c.slug = $1 or c.id = $2`,
    'slug' in asked ? [asked.slug, null] : [null, asked.id],
  )
  return (rows[0] as CategoryFacts | undefined) ?? null
}
