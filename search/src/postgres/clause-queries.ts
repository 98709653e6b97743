import type { Clause } from '../romanian/query.ts'
import { asOwn, asWritten, inTitle } from '../romanian/terms.ts'
import type { Understood } from '../understand-query.ts'
import { adjacent, allOf, anyOf, beginsWith, type QueryText, quotedTerm, together } from './vectors.ts'

/** What Postgres is asked for one clause. */
export type ClauseQueries = {
  clause: Clause
  /** The whole document answers the clause. */
  match: QueryText
  /** The same without the order of words, for documents too long to keep positions; null when order plays no part. */
  loose: QueryText | null
  /** The clause is answered by the title alone, in any form; and in exactly the words that were typed. */
  title: QueryText
  exactTitle: QueryText | null
  /** The clause is what the document itself is: its number, its day, its year. */
  own: QueryText | null
  /** Other parts of the verb in the title. */
  kinTitle: QueryText | null
  /** How much the clause tells documents apart; all together 1. */
  weight: number
}

export function clauseQueries(understood: readonly Understood[], documents: number): ClauseQueries[] {
  const weights = understood.map(({ docs }) => Math.log(1 + (documents + 1) / (docs + 1)))
  const sum = weights.reduce((one, other) => one + other, 0) || 1
  return understood.map((one, index) => queriesOf(one, (weights[index] ?? 0) / sum))
}

function queriesOf({ clause, prefix, moreTerms }: Understood, weight: number): ClauseQueries {
  const open: QueryText[] = []
  if (prefix) {
    // Of two or three letters every document holds words: only titles are asked, and the word itself anywhere.
    open.push(beginsWith(asWritten(prefix)))
    if (prefix.length > 3) open.push(beginsWith(prefix))
  }
  const extra = [...moreTerms.map(quotedTerm), ...open]
  const alternatives = clause.alternatives.map(({ terms, isAdjacent }) =>
    isAdjacent ? adjacent(terms) : together(terms),
  )
  const isOrdered = clause.alternatives.some(({ terms, isAdjacent }) => isAdjacent && terms.length > 1)
  const kin = clause.kin.map(quotedTerm)
  const title = clause.alternatives.map(({ terms }) => titleTerms(terms))
  return {
    clause,
    match: anyOf([...alternatives, ...extra, ...kin]),
    loose: isOrdered ? anyOf([...clause.alternatives.map(({ terms }) => together(terms)), ...extra, ...kin]) : null,
    title: anyOf([
      ...title,
      ...moreTerms.map((term) => quotedTerm(inTitle(term))),
      ...(prefix ? [beginsWith(asWritten(prefix))] : []),
    ]),
    exactTitle: clause.forms.length > 0 ? `(${allOf(clause.forms.map((form) => quotedTerm(asWritten(form))))})` : null,
    own: ownQuery(clause),
    kinTitle: clause.kin.length > 0 ? anyOf(clause.kin.map((term) => quotedTerm(inTitle(term)))) : null,
    weight,
  }
}

const titleTerms = (terms: readonly string[]) =>
  together(terms.map((term) => (term.startsWith('~') ? term : inTitle(term))))

function ownQuery({ kind, alternatives, forms }: Clause): QueryText | null {
  if (kind === 'act') return quotedTerm(alternatives[0]?.terms[0] ?? '')
  if (kind === 'day') return quotedTerm(asOwn(alternatives[0]?.terms[0] ?? ''))
  return kind === 'number' && /^(?:19|20)\d{2}$/.test(forms[0] ?? '') ? quotedTerm(asOwn(forms[0] ?? '')) : null
}
