import type { APIRoute } from 'astro'
import { askSearch } from '../../../search/ask-search.ts'
import { searchJson } from '../../../search/search-json.ts'
import { readSearchQuery } from '../../../search/search-query.ts'

/** The search for machines: the parameters of `/cautare`, the answer as JSON. */
export const GET: APIRoute = async ({ url, locals }) => {
  const outcome = await askSearch(locals.searchIndex, readSearchQuery(url.searchParams))
  if (outcome.kind === 'unavailable')
    return Response.json({ eroare: 'Căutarea nu răspunde acum. Încercați din nou peste un minut.' }, { status: 503 })
  return Response.json(searchJson(outcome.answer), { headers: { 'access-control-allow-origin': '*' } })
}
