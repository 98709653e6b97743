import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../src/postgres.ts'
import { postgresPlace } from '../src/postgres-place.ts'

/**
 * Vitest's global setup of every package that tests on the real database: the Postgres of `npm start` in an empty
 * folder, in a hurry (no fsync). It runs wherever `npm start` does, also as root under a home that only root may enter.
 * Its address without a database is in TEST_POSTGRES; each test file makes a database of its own. A test that kills
 * servers starts its own from TEST_POSTGRES_PLACE.
 */
export default async function startTestPostgres(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-test-'))
  chmodSync(folder, 0o700)
  const place = postgresPlace(folder, path.basename(folder))
  const server = await startPostgres({
    place,
    port: await freePort(),
    password: 'test',
    logFile: path.join(folder, 'postgres.log'),
    say: () => undefined,
    settings: { fsync: 'off', max_connections: '200' },
  })
  process.env['TEST_POSTGRES'] = server.url.slice(0, server.url.lastIndexOf('/'))
  process.env['TEST_POSTGRES_PLACE'] = JSON.stringify({ binaries: place.binaries, user: place.user })
  return async () => {
    await server.stop()
    rmSync(place.cluster, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
