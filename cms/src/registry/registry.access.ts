import type { PayloadRequest, Where } from 'payload'
import { mayReadWholeBook, type Worker } from './entry-lifecycle.ts'

type SignedIn = { id: number; roles?: Worker['roles'] | null; departments?: (number | { id: number })[] | null }

/** The person of a request as the rules of the register see him; null for nobody. */
export function workerOf(req: Pick<PayloadRequest, 'user'>): Worker | null {
  const user = req.user as unknown as SignedIn | null
  if (!user) return null
  return {
    id: Number(user.id),
    roles: user.roles ?? [],
    departmentIds: (user.departments ?? []).map((item) => Number(typeof item === 'object' ? item.id : item)),
  }
}

/**
 * The entries a person may read, as a filter of the database; it says what `mayRead` says of one entry.
 * `path` leads to the entry from another collection.
 */
export function readableEntries(req: Pick<PayloadRequest, 'user'>, path = ''): boolean | Where {
  const worker = workerOf(req)
  if (!worker) return false
  if (mayReadWholeBook(worker)) return true
  const at = (field: string) => (path ? `${path}.${field}` : field)
  const open: Where[] = [{ [at('responsible')]: { equals: worker.id } }, { [at('informed')]: { in: [worker.id] } }]
  const ofDepartments: Where = { [at('department')]: { in: [...worker.departmentIds] } }
  if (worker.departmentIds.length > 0 && worker.roles.includes('departmentHead')) open.push(ofDepartments)
  else if (worker.departmentIds.length > 0 && worker.roles.includes('clerk'))
    open.push({ and: [ofDepartments, { [at('isConfidential')]: { not_equals: true } }] })
  return { or: open }
}
