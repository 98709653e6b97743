import type { Suggestion } from '@avizier/search/search-index'
import type { APIRoute } from 'astro'
import { readSearchQuery } from '../../../search/search-query.ts'

/** What may complete the words being typed. An engine that is slow or down has nothing to suggest. */
export const GET: APIRoute = async ({ url, locals }) => {
  const { words } = readSearchQuery(url.searchParams)
  const suggestions: readonly Suggestion[] = (await locals.searchIndex?.suggest(words, 7).catch(() => [])) ?? []
  return Response.json(suggestions)
}
