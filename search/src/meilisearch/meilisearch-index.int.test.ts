import { describe, it } from 'vitest'
import { testSearchIndex } from '../search-index.conformance.ts'
import { createMeilisearchIndex } from './meilisearch-index.ts'

const host = process.env['MEILI_URL']
const key = process.env['MEILI_MASTER_KEY'] ?? ''

if (host) {
  testSearchIndex('The index in Meilisearch', {
    open: async (withdrawn) =>
      createMeilisearchIndex({
        host,
        searchKey: key,
        adminKey: key,
        name: `test_${process.pid}_${Date.now()}`,
        timeLimitMs: 10_000,
        pendingRemovals: async () => withdrawn.ids,
      }),
  })
} else {
  describe('The index in Meilisearch', () => {
    it.skip('conformance was NOT RUN: it needs a server in MEILI_URL', () => undefined)
  })
}
