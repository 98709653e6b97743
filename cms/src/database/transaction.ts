import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

/** The open transaction of a request: what runs here is stored with the write it belongs to, or not at all. */
export type Transaction = {
  rows<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]>
}

/** @throws Error when the request has no transaction: a side record must never be written beside its cause. */
export async function transactionOf(req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<Transaction> {
  const id = await req.transactionID
  if (!id) throw new Error('This write needs a transaction and the request has none')
  const db = req.payload.db as unknown as PostgresAdapter
  const session = db.sessions[id]
  if (!session) throw new Error(`Transaction ${id} has ended: nothing more can be written in it`)
  return {
    async rows<Row extends Record<string, unknown>>(statement: SQL) {
      const result = await (session.db as PostgresAdapter['drizzle']).execute<Row>(statement)
      return result.rows as Row[]
    },
  }
}
