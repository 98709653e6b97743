import { getPayload, type Payload } from 'payload'
import { migrations } from './migrations/index.ts'
import config from './payload.config.ts'

/** The record in this process, without its web server: for the seed, the first start and tests. Migrates first. */
export async function openRecord(): Promise<Payload> {
  const payload = await getPayload({ config })
  await payload.db.migrate({ migrations: migrations as never })
  return payload
}
