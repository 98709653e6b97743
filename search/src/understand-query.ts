import { correctionsOf } from './corrections.ts'
import type { Clause, ParsedQuery, Synonyms } from './romanian/query.ts'
import { parseQuery } from './romanian/query.ts'
import type { Vocabulary, WordCounts } from './vocabulary.ts'

/** A clause after the words of the index were looked at. */
export type Understood = {
  clause: Clause
  /** How many documents hold it, roughly. */
  docs: number
  /** The clause is taken for the beginning of a word as well. */
  prefix: string | null
  /** Terms that answer beside the clause's own: of words that begin as it does. */
  moreTerms: readonly string[]
}

export type Understanding = {
  parsed: ParsedQuery
  understood: readonly Understood[]
  /** The query that was understood in place of the typed one. */
  corrected: string | null
}

/** Documents in which a clause that is no plain word stands; nobody needs it closer. */
const guessedDocs = { act: 2, day: 20, phrase: 20, number: 200, concept: 200, word: 0 }

/** Looks each word up: how many documents hold it, whether it is only begun, and what it was perhaps meant to be. */
export async function understandQuery({
  vocabulary,
  parsed,
  synonyms,
  mayCorrect,
}: {
  vocabulary: Vocabulary
  parsed: ParsedQuery
  synonyms: Synonyms
  mayCorrect: boolean
}): Promise<Understanding> {
  const counts = await countsOf(vocabulary, parsed.clauses)
  const understood: Understood[] = []
  for (const [index, clause] of parsed.clauses.entries()) {
    const count = counts.get(clause)
    const isLast = index === parsed.clauses.length - 1 && parsed.isLastOpen
    understood.push(count ? await understandWord({ vocabulary, clause, count, isLast }) : asIs(clause))
  }
  const corrected = mayCorrect ? await correctionsOf(vocabulary, parsed, understood) : null
  if (corrected === null) return { parsed, understood, corrected }
  const again = parseQuery(corrected, synonyms)
  return { ...(await understandQuery({ vocabulary, parsed: again, synonyms, mayCorrect: false })), corrected }
}

const asIs = (clause: Clause): Understood => ({ clause, docs: guessedDocs[clause.kind], prefix: null, moreTerms: [] })

async function countsOf(vocabulary: Vocabulary, clauses: readonly Clause[]): Promise<Map<Clause, WordCounts>> {
  const asked = clauses.filter(({ kind, forms }) => (kind === 'word' || kind === 'concept') && forms.length === 1)
  if (asked.length === 0) return new Map()
  const counts = await vocabulary.counts(
    asked.map(({ forms, alternatives }) => ({ form: forms[0] ?? '', stem: alternatives[0]?.terms[0] ?? '' })),
  )
  return new Map(asked.flatMap((clause, at) => (counts[at] ? [[clause, counts[at]] as const] : [])))
}

/** A word that few documents hold and many longer ones begin with is half typed: "adăpo", "hotărâril". */
async function understandWord({
  vocabulary,
  clause,
  count,
  isLast,
}: {
  vocabulary: Vocabulary
  clause: Clause
  count: WordCounts
  isLast: boolean
}): Promise<Understood> {
  const form = clause.forms[0] ?? ''
  const plain: Understood = { ...asIs(clause), docs: count.stemDocs }
  const isBegun = clause.kind === 'word' && form.length > 1 && count.prefixDocs > 20 * count.stemDocs
  if (!isBegun || (!isLast && (form.length < 4 || count.stemDocs > 0))) return plain
  const stems = form.length < 4 ? [] : await vocabulary.begun(form)
  // Stems that begin so are found by the beginning itself; a half-typed ending is no beginning of a stem.
  return { ...plain, docs: count.prefixDocs, prefix: form, moreTerms: stems.filter((stem) => !stem.startsWith(form)) }
}

/** What else the query may mean, for when nothing answers what it means first; null when it means nothing else. */
export function inSecondMeaning(understood: readonly Understood[]): readonly Understood[] | null {
  if (understood.every(({ clause }) => clause.otherwise === null)) return null
  return understood.map((one) => ({
    ...one,
    clause: { ...one.clause, alternatives: one.clause.otherwise ?? one.clause.alternatives, otherwise: null },
  }))
}
