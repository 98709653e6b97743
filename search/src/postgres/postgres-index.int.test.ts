import { testDatabase } from '../../test/database.ts'
import { testSearchIndex } from '../search-index.conformance.ts'
import { createPostgresIndex } from './postgres-index.ts'

testSearchIndex('The index in Postgres', {
  open: async (withdrawn) =>
    createPostgresIndex({
      database: await testDatabase(),
      timeLimitMs: 10_000,
      pendingRemovals: async () => withdrawn.ids,
    }),
})
