import { createPostgresIndex } from '@avizier/search/postgres'
import type { SearchIndex, SearchIndexOptions } from '@avizier/search/search-index'
import type { SiteEnvironment } from '../env.ts'

/** The engine that the settings choose; null when they name none: the site then has no search, and says so. */
export function openSearchIndex(
  { DATABASE_URL }: Pick<SiteEnvironment, 'DATABASE_URL'>,
  options: SearchIndexOptions = {},
): SearchIndex | null {
  return DATABASE_URL ? createPostgresIndex({ database: DATABASE_URL, ...options }) : null
}
