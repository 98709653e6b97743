import { randomBytes } from 'node:crypto'
import { createPostgresIndex } from '@avizier/search/postgres'
import type { SearchIndex, SearchIndexOptions } from '@avizier/search/search-index'

/** A search index of its own on the real Postgres of the run. */
export function openTestIndex(options: SearchIndexOptions = {}): SearchIndex {
  const server = process.env['TEST_POSTGRES']
  if (!server)
    throw new Error('The database is not running: this file needs the global setup of start/test/postgres.ts')
  return createPostgresIndex({
    database: `${server}/postgres`,
    schema: `s${randomBytes(6).toString('hex')}`,
    ...options,
  })
}
