import { createMeilisearchIndex } from '@avizier/search/meilisearch'
import { createPostgresIndex } from '@avizier/search/postgres'
import type { SearchIndex, SearchIndexOptions } from '@avizier/search/search-index'
import type { SiteEnvironment } from '../env.ts'

/**
 * The engine that the settings choose: Meilisearch where there is one, else the Postgres that is there anyway; null when
 * they name none: the site then has no search, and says so.
 */
export function openSearchIndex(
  settings: Pick<SiteEnvironment, 'DATABASE_URL' | 'MEILI_URL' | 'MEILI_SEARCH_KEY' | 'MEILI_ADMIN_KEY'>,
  options: SearchIndexOptions = {},
): SearchIndex | null {
  const { DATABASE_URL, MEILI_URL, MEILI_SEARCH_KEY, MEILI_ADMIN_KEY } = settings
  if (MEILI_URL)
    return createMeilisearchIndex({
      host: MEILI_URL,
      searchKey: MEILI_SEARCH_KEY ?? '',
      adminKey: MEILI_ADMIN_KEY ?? null,
      ...options,
    })
  return DATABASE_URL ? createPostgresIndex({ database: DATABASE_URL, ...options }) : null
}
