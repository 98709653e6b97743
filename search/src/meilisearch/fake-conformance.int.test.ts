import { afterAll } from 'vitest'
import { FakeMeilisearch } from '../../test/meilisearch/fake-meilisearch.ts'
import { testSearchIndex } from '../search-index.conformance.ts'
import { createMeilisearchIndex } from './meilisearch-index.ts'

/** That the adapter asks the right questions; whether Meilisearch answers them so, only a server can say. */
const server = new FakeMeilisearch()
afterAll(() => server.close())

testSearchIndex('The Meilisearch adapter, against the fake of its protocol', {
  open: async (withdrawn) =>
    createMeilisearchIndex({
      host: await server.open(),
      searchKey: server.searchKey,
      adminKey: server.adminKey,
      timeLimitMs: 10_000,
      pendingRemovals: async () => withdrawn.ids,
    }),
})
