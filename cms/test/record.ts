import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { handleEndpoints, type Payload } from 'payload'
import pg from 'pg'
import type { Role } from '../src/staff/roles.ts'

export const changesToken = 'test-token-test-token-test-token-test'

export type TestRecord = {
  payload: Payload
  pool: pg.Pool
  url: string
  /** A real REST request, as `actor` or as nobody. */
  rest(
    method: string,
    path: string,
    options?: { body?: unknown; token?: string; headers?: Record<string, string> },
  ): Promise<Response>
  /** Any request, as the web server would hand it over. */
  request(request: Request): Promise<Response>
  /** A member of staff with these roles, and the token of a session. */
  signIn(...roles: Role[]): Promise<{ id: number | string; email: string; token: string }>
}

/** The record on an empty database of its own, migrated for real. Call once in a test file, in `beforeAll`. */
export async function openTestRecord(): Promise<TestRecord> {
  const server = process.env['TEST_POSTGRES']
  if (!server)
    throw new Error('The database is not running: this file needs the global setup of start/test/postgres.ts')
  const name = `t${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = `${server}/${name}`
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'avizier-data-')),
    PAYLOAD_SECRET: 'test-secret-test-secret-test-secret',
    CHANGES_TOKEN: changesToken,
    PAYLOAD_LOG_LEVEL: 'error',
  })
  const { openRecord } = await import('../src/local.ts')
  const payload = await openRecord()
  payload.logger.level = 'fatal'
  const pool = (payload.db as unknown as PostgresAdapter).pool as unknown as pg.Pool
  let people = 0
  const rest: TestRecord['rest'] = (method, address, { body, token, headers } = {}) =>
    handleEndpoints({
      config: payload.config,
      request: new Request(`http://localhost:3000/api${address}`, {
        method,
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { authorization: `JWT ${token}` } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    })
  return {
    payload,
    pool,
    url,
    rest,
    request: (request) => handleEndpoints({ config: payload.config, request }),
    signIn: async (...roles) => {
      const email = `person${++people}@sacalaz.example`
      const password = 'parola-de-test-1'
      const { id } = await payload.create({
        collection: 'staff',
        data: { name: `Persoana ${people}`, email, password, roles },
        overrideAccess: true,
      })
      const { token } = await payload.login({ collection: 'staff', data: { email, password } })
      return { id, email, token: token ?? '' }
    },
  }
}

let numbers = 0
/** An act that may be published; only what a test is about is given. */
export const anAct = (given: Record<string, unknown> = {}) => ({
  kind: 'decision',
  number: ++numbers,
  adoptedOn: '2025-03-27',
  publishedOn: '2025-04-01',
  title: 'Regulamentul serviciului de salubrizare',
  character: 'normative',
  _status: 'published',
  ...given,
})

export const anAnnouncement = (given: Record<string, unknown> = {}) => ({
  title: `Apa se oprește joi (${++numbers})`,
  category: 'utilities',
  lead: 'Între 9:00 și 15:00.',
  _status: 'published',
  ...given,
})
