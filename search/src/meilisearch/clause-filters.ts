import type { Clause } from '../romanian/query.ts'
import type { Understood } from '../understand-query.ts'
import { codeOf } from './shadow-document.ts'

/** What Meilisearch is asked for one clause: words that must stand so, or a filter, which knows "or". */
export type ClauseFilter = { clause: Clause; words: string | null; filter: string | null }

/** A value of a filter; nothing in it is read as syntax. */
export const quotedValue = (value: string) => `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`

/** `begun` are the stems of the words that an unfinished word may become. */
export function clauseFilter({ clause, prefix, moreTerms }: Understood, begun: readonly string[]): ClauseFilter {
  const alternatives = codedAlternatives(clause)
  const single = alternatives.length === 1 && clause.kin.length === 0 && moreTerms.length === 0 && prefix === null
  // In quotes a word is taken as it is: not as a beginning, and phrases in their order.
  const [only] = alternatives
  if (single && only?.isAdjacent) return { clause, words: `"${only.terms.join(' ')}"`, filter: null }
  const options = [
    ...alternatives.map(({ terms }) => terms.map(isIn).join(' AND ')),
    ...[...clause.kin, ...moreTerms, ...begun].map(isIn),
  ]
  return { clause, words: null, filter: options.map((option) => `(${option})`).join(' OR ') }
}

const isIn = (term: string) => `terms = ${quotedValue(term)}`

/**
 * Where a document's own codes are among its others as well, one code is enough: an act named in any way, a concept
 * whose words all have it.
 */
function codedAlternatives({ kind, alternatives }: Clause): { terms: string[]; isAdjacent: boolean }[] {
  const coded = alternatives.map(({ terms, isAdjacent }) => ({ terms: terms.map(codeOf), isAdjacent }))
  if (kind === 'act') return coded.slice(coded.length > 1 ? 1 : 0, coded.length > 1 ? 2 : 1)
  const concept = coded.find(({ terms }) => terms[0]?.startsWith('kk'))
  return concept && coded.length <= 2 ? [concept] : coded
}

/** Meilisearch reads ten words of a query; the filters hold what is beyond. */
export function queryOf(clauses: readonly ClauseFilter[]): { q: string; filter: string[] } {
  const words: string[] = []
  const filter: string[] = []
  let count = 0
  for (const clause of clauses) {
    count += clause.words?.split(' ').length ?? 0
    if (clause.words !== null && count <= 10) words.push(clause.words)
    else if (clause.words !== null) filter.push(clause.words.replaceAll('"', '').split(' ').map(isIn).join(' AND '))
    if (clause.filter !== null) filter.push(clause.filter)
  }
  return { q: words.join(' '), filter }
}
