import { actReferences } from './act-references.ts'
import { conceptsIn } from './concepts.ts'
import { namedDays } from './days.ts'
import type { Clause } from './query.ts'
import { actTerm, asOwn, conceptTerm, dayTerms, issuersOf } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a clause looks like in a text. */
export type Wanted = { clause: Clause; prefix: string | null; moreTerms: readonly string[] }

/** A stretch of a text that answers the clause of that number. */
export type Mark = { start: number; end: number; clause: number }

/** Where a text answers the clauses; in its order, without overlaps. */
export function marksIn(text: string, wanted: readonly Wanted[]): Mark[] {
  const spoken = tokensOf(text).filter(({ isStopword }) => !isStopword)
  const clauseOf = singleTerms(wanted)
  const marks: Mark[] = []
  for (const { form, stems, start, end } of spoken) {
    const term = stems.find((stem) => clauseOf.has(stem))
    const clause = term === undefined ? beginning(form, wanted) : clauseOf.get(term)
    if (clause !== undefined) marks.push({ start, end, clause })
  }
  for (const [index, { clause }] of wanted.entries()) {
    const phrases = clause.alternatives.filter(({ terms, isAdjacent }) => isAdjacent && terms.length > 1)
    for (const { start, end } of [
      ...phrases.flatMap(({ terms }) => runs(spoken, terms)),
      ...signed(text, spoken, clause),
    ])
      marks.push({ start, end, clause: index })
  }
  marks.sort((one, other) => one.start - other.start || other.end - one.end)
  let reached = -1
  return marks.filter(({ start, end }) => {
    const isFree = start >= reached
    if (isFree) reached = end
    return isFree
  })
}

/** Terms that answer a clause by themselves, to its number. */
function singleTerms(wanted: readonly Wanted[]): Map<string, number> {
  const clauseOf = new Map<string, number>()
  for (const [index, { clause, moreTerms }] of wanted.entries()) {
    for (const { terms, isAdjacent } of clause.alternatives)
      if (terms.length === 1 || !isAdjacent)
        for (const term of terms) if (!clauseOf.has(term)) clauseOf.set(term, index)
    for (const term of [...clause.kin, ...moreTerms]) if (!clauseOf.has(term)) clauseOf.set(term, index)
  }
  return clauseOf
}

function beginning(form: string, wanted: readonly Wanted[]): number | undefined {
  const index = wanted.findIndex(({ prefix }) => prefix !== null && form.startsWith(prefix))
  return index < 0 ? undefined : index
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
        terms.has(actTerm({ ...reference, issuer: issuersOf(reference.issuer) })) ||
        terms.has(asOwn(actTerm({ ...reference, year: null }))),
    )
  if (kind === 'day') return namedDays(text).filter((day) => dayTerms(day).some((term) => terms.has(term)))
  return []
}
