import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { rowId } from './entry-inputs.ts'
import { mayRegister } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'
import { registryMessages } from './registry.ro.ts'
import { routeEntry } from './route-entry.action.ts'

const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: { 'cache-control': 'no-store' } })
const queryOf = (req: PayloadRequest) => new URL(req.url ?? '', 'http://localhost').searchParams

/** `GET /api/registry/correspondents?q=`: who wrote before, by the beginning of the name, with the last address known. */
export const correspondentsEndpoint: Endpoint = {
  path: '/correspondents',
  method: 'get',
  handler: async (req) => {
    const worker = workerOf(req)
    if (!worker || !mayRegister(worker)) return fault(403, registryMessages['not-entitled'])
    const q = (queryOf(req).get('q') ?? '').trim()
    if (q.length < 2) return Response.json([])
    const { pool } = req.payload.db as unknown as PostgresAdapter
    const { rows } = await pool.query(
      `select name, kind, address, email, phone from (
         select distinct on (avizier.folded(correspondent_name)) correspondent_name as name, correspondent_kind as kind,
           correspondent_address as address, correspondent_email as email, correspondent_phone as phone, registered_at
         from record.registry
         where avizier.folded(correspondent_name) like avizier.folded($1) and not is_confidential
         order by avizier.folded(correspondent_name), registered_at desc
       ) known order by registered_at desc limit 8`,
      [`${q.replaceAll(/[\\%_]/g, '\\$&')}%`],
    )
    return Response.json(rows, { headers: { 'cache-control': 'no-store' } })
  },
}

const AssignInput = z.object({
  ids: z.array(rowId).min(1).max(100),
  departmentId: rowId,
  responsibleId: rowId.nullish(),
  order: z.string().trim().max(1_000).default(''),
})

/** `POST /api/registry/assign`: the same routing order for many entries; each has its own transaction and verdict. */
export const assignEndpoint: Endpoint = {
  path: '/assign',
  method: 'post',
  handler: async (req) => {
    const input = AssignInput.safeParse(await req.json?.().catch(() => null))
    if (!input.success) return fault(422, registryMessages['department-unknown'])
    const { ids, departmentId, responsibleId, order } = input.data
    const now = new Date()
    const refused: { id: number; mesaj: string }[] = []
    for (const id of new Set(ids)) {
      const outcome = await routeEntry(req, id, { departmentId, responsibleId, order, informedIds: [] }, now)
      if (outcome.kind === 'refused') refused.push({ id, mesaj: registryMessages[outcome.code] })
    }
    return Response.json({ repartizate: new Set(ids).size - refused.length, refuzate: refused })
  },
}
