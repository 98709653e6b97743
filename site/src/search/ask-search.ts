import type { SearchAnswer, SearchIndex, SearchUnavailable } from '@avizier/search/search-index'
import { type AskedQuery, queryOf } from './search-query.ts'

export type Outcome = { kind: 'answered'; answer: SearchAnswer } | { kind: 'unavailable' }

/** Asks the engine; one that is slow or down is an outcome that the page can show, not an error. */
export async function askSearch(index: SearchIndex | null, asked: AskedQuery): Promise<Outcome> {
  if (!index) return { kind: 'unavailable' }
  try {
    return { kind: 'answered', answer: await index.search(queryOf(asked)) }
  } catch (error) {
    // By its name: the server that opened the engine has another copy of the class than this bundle.
    const name: SearchUnavailable['name'] = 'SearchUnavailable'
    if ((error as Error).name === name) return { kind: 'unavailable' }
    throw error
  }
}
