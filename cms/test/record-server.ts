import { createServer } from 'node:http'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { handleEndpoints } from 'payload'
import pg from 'pg'
import { openRecord } from '../src/local.ts'
import { keepFiledForms } from './filing.ts'

/**
 * The record's REST interface as a process of its own, for tests that kill it: `node test/record-server.ts`, with the
 * settings in the environment. Prints its port when it listens. With WITH_FORMS=yes it makes its database when there is
 * none, and keeps the forms that `aFiling` answers and one category of reports; PORT names a port.
 */
const isWithForms = process.env['WITH_FORMS'] === 'yes'
if (isWithForms) {
  const database = new URL(process.env['DATABASE_URL'] ?? '')
  const name = database.pathname.slice(1)
  const admin = new pg.Client({ connectionString: new URL('/postgres', database).href })
  await admin.connect()
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await admin.query(`create database ${name}`)
  await admin.end()
}
const payload = await openRecord()
payload.logger.level = 'fatal'
if (isWithForms) {
  const pool = (payload.db as unknown as PostgresAdapter).pool as unknown as pg.Pool
  await keepFiledForms(pool)
  await pool.query(
    `insert into record.report_categories (name, "group", slug, takes_new, expected_days)
     select 'Gropi în drum', 'Drumuri', 'gropi', true, 10 where not exists (select from record.report_categories)`,
  )
}
const server = createServer(async (incoming, outgoing) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const request = new Request(`http://localhost:3000${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: incoming.headers as Record<string, string>,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  })
  const response = await handleEndpoints({ config: payload.config, request })
  outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text())
})
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () =>
  console.log(`port ${(server.address() as { port: number }).port}`),
)
