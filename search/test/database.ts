import pg from 'pg'

/**
 * A database of its own on the server of the run, owned by a role that is no superuser, as a hosted Postgres gives it.
 */
export async function testDatabase(): Promise<string> {
  const server = process.env['TEST_POSTGRES']
  if (!server) throw new Error('The global setup of search/vitest.config.ts did not run')
  const name = `search_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client(`${server}/postgres`)
  await admin.connect()
  await admin.query(`create role ${name} login password 'test'`)
  await admin.query(`create database ${name} owner ${name}`)
  await admin.end()
  const url = new URL(`${server}/${name}`)
  url.username = name
  return url.href
}
