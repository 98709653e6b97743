import { actReferences } from './act-references.ts'
import { conceptsIn } from './concepts.ts'
import { namedDays } from './days.ts'
import type { Clause } from './query.ts'
import { actTerm, asOwn, conceptTerm, dayTerms } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a clause looks like in a text. */
export type Wanted = { clause: Clause; prefix: string | null; moreTerms: readonly string[] }

/** A stretch of a text that answers the clause of that number. */
export type Mark = { start: number; end: number; clause: number }

/** Where a text answers the clauses; in its order, without overlaps. */
export function marksIn(text: string, wanted: readonly Wanted[]): Mark[] {
  const spoken = tokensOf(text).filter(({ isStopword }) => !isStopword)
  const marks: Mark[] = []
  for (const [index, { clause, prefix, moreTerms }] of wanted.entries()) {
    const spans = [
      ...clause.alternatives.flatMap(({ terms, isAdjacent }) =>
        terms[0]?.match(/^[~*#@]/)
          ? []
          : isAdjacent
            ? runs(spoken, terms)
            : terms.flatMap((term) => runs(spoken, [term])),
      ),
      ...[...clause.kin, ...moreTerms].flatMap((term) => runs(spoken, [term])),
      ...(prefix ? spoken.filter(({ form }) => form.startsWith(prefix)) : []),
      ...signed(text, spoken, clause),
    ]
    for (const { start, end } of spans) marks.push({ start, end, clause: index })
  }
  marks.sort((one, other) => one.start - other.start || other.end - one.end)
  let reached = -1
  return marks.filter(({ start, end }) => {
    const isFree = start >= reached
    if (isFree) reached = end
    return isFree
  })
}

type Span = { start: number; end: number }

function runs(spoken: readonly Token[], terms: readonly string[]): Span[] {
  const found: Span[] = []
  for (let at = 0; at + terms.length <= spoken.length; at++) {
    if (!terms.every((term, offset) => spoken[at + offset]?.stems.includes(term))) continue
    found.push({ start: (spoken[at] as Token).start, end: (spoken[at + terms.length - 1] as Token).end })
  }
  return found
}

/** Concepts, acts and days: what is recognised by more than a stem. */
function signed(text: string, spoken: readonly Token[], { kind, alternatives }: Clause): Span[] {
  const terms = new Set(alternatives.flatMap((alternative) => alternative.terms))
  if (kind === 'concept')
    return conceptsIn(spoken, ({ start, end }) => text.slice(start, end))
      .filter(({ concept }) => terms.has(conceptTerm(concept)))
      .map(({ from, to }) => ({ start: (spoken[from] as Token).start, end: (spoken[to - 1] as Token).end }))
  if (kind === 'act')
    return actReferences(text).filter(
      (reference) =>
        terms.has(actTerm(reference)) ||
        terms.has(actTerm({ ...reference, issuer: 'any' })) ||
        terms.has(asOwn(actTerm({ ...reference, year: null }))),
    )
  if (kind === 'day') return namedDays(text).filter((day) => dayTerms(day).some((term) => terms.has(term)))
  return []
}
