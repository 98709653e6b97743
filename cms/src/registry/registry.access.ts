import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { mayReadWholeBook, type Worker } from './entry-lifecycle.ts'

type SignedIn = { id: number; roles?: Worker['roles'] | null; departments?: (number | { id: number })[] | null }

/** The person of a request as the rules of the register see him in his own name; null for nobody. */
export function workerOf(req: Pick<PayloadRequest, 'user'>): Worker | null {
  const user = req.user as unknown as SignedIn | null
  if (!user) return null
  return {
    id: Number(user.id),
    roles: user.roles ?? [],
    departmentIds: (user.departments ?? []).map((item) => Number(typeof item === 'object' ? item.id : item)),
  }
}

/** The person of a request with the colleagues on leave whose place he holds on that day. */
export async function workerToday(req: Pick<PayloadRequest, 'user' | 'payload'>, now: Date): Promise<Worker | null> {
  const worker = workerOf(req)
  if (!worker) return null
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ person_id: number }>(
    `select distinct person_id from avizier.leaves
     where delegate_id = $1 and $2::date between from_on and until_on and called_off_at is null`,
    [worker.id, dayOf(now)],
  )
  return { ...worker, standsInForIds: rows.map(({ person_id }) => person_id) }
}

/**
 * The entries a person may read, as a filter of the database; it says what `mayRead` says of one entry.
 * `path` leads to the entry from another collection.
 */
export async function readableEntries(
  req: Pick<PayloadRequest, 'user' | 'payload'>,
  path = '',
): Promise<boolean | Where> {
  const own = workerOf(req)
  if (!own) return false
  if (mayReadWholeBook(own)) return true
  const worker = (await workerToday(req, new Date())) ?? own
  const at = (field: string) => (path ? `${path}.${field}` : field)
  const open: Where[] = [
    { [at('responsible')]: { in: [worker.id, ...(worker.standsInForIds ?? [])] } },
    { [at('informed')]: { in: [worker.id] } },
  ]
  const ofDepartments: Where = { [at('department')]: { in: [...worker.departmentIds] } }
  if (worker.departmentIds.length > 0 && worker.roles.includes('departmentHead')) open.push(ofDepartments)
  else if (worker.departmentIds.length > 0 && worker.roles.includes('clerk'))
    open.push({ and: [ofDepartments, { [at('isConfidential')]: { not_equals: true } }] })
  return { or: open }
}
