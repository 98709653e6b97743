import { type ActReference, actReferences } from './act-references.ts'
import { conceptsIn } from './concepts.ts'
import { type NamedDay, namedDays } from './days.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * Changes whenever the same text may give other terms: the index in use is then rebuilt. Index and query must agree.
 */
export const analyserVersion = '1'

/**
 * What a text is found by. A plain term is a stem or a number. The others begin with a sign that no word holds:
 * `*pug` a concept, `#hotarare:45/2024` an act, `@2024-03-28` a day; in front of any of them `^` says that it stands in
 * the title and `~` that it is the document's own; `=` is a word of the title exactly as it is written.
 */
export type PlacedTerm = { term: string; position: number }

export const conceptTerm = (concept: string) => `*${concept}`
export const dayTerms = ({ year, month, day }: Pick<NamedDay, 'year' | 'month' | 'day'>): string[] => {
  const monthTerm = `@${year}-${two(month)}`
  return day === null ? [monthTerm] : [monthTerm, `${monthTerm}-${two(day)}`]
}
export const actTerm = ({ issuer, number, year }: Pick<ActReference, 'number' | 'year'> & { issuer: string }) =>
  year === null ? `#${issuer}:${number}` : `#${issuer}:${number}/${year}`
export const inTitle = (term: string) => `^${term}`
/** The document's own: its number, its day, its year. */
export const asOwn = (term: string) => `~${term}`
export const asWritten = (form: string) => `=${form}`

const two = (number: number) => String(number).padStart(2, '0')

export type AnalysedText = { tokens: readonly Token[]; terms: readonly PlacedTerm[]; length: number }

/** Every term of a text that `cleanText` has been through; positions count from 1 and skip stopwords. */
export function analyse(text: string): AnalysedText {
  const tokens = tokensOf(text)
  const terms: PlacedTerm[] = []
  const spoken: Token[] = []
  for (const token of tokens) {
    if (token.isStopword) continue
    spoken.push(token)
    for (const term of token.stems) terms.push({ term, position: spoken.length })
  }
  for (const { concept, from } of conceptsIn(spoken, (token) => text.slice(token.start, token.end)))
    terms.push({ term: conceptTerm(concept), position: from + 1 })
  const places = placesOf(spoken)
  for (const reference of actReferences(text)) {
    const position = places(reference.start)
    terms.push({ term: actTerm(reference), position }, { term: actTerm({ ...reference, issuer: 'any' }), position })
  }
  for (const day of namedDays(text)) for (const term of dayTerms(day)) terms.push({ term, position: places(day.start) })
  return { tokens, terms, length: spoken.length }
}

/** The position of the first word at or after a character; asked with growing characters. */
function placesOf(spoken: readonly Token[]): (character: number) => number {
  let at = 0
  let last = 0
  return (character) => {
    if (character < last) at = 0
    last = character
    while (at < spoken.length - 1 && (spoken[at] as Token).start < character) at++
    return at + 1
  }
}
