import { type ActIssuer, type ActReference, actReferences } from './act-references.ts'
import { conceptsIn } from './concepts.ts'
import { type NamedDay, namedDays } from './days.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * Changes whenever the same text may give other terms: the index in use is then rebuilt. Index and query must agree.
 */
export const analyserVersion = '2'

/**
 * What a text is found by. A plain term is a stem or a number. The others begin with a sign that no word holds:
 * `*pug` a concept, `#hotarare:45/2024` an act, `@2024-03-28` a day; in front of any of them `^` says that it stands in
 * the title and `~` that it is the document's own; `=` is a word of the title exactly as it is written.
 */
export const conceptTerm = (concept: string) => `*${concept}`
export const dayTerms = ({ year, month, day }: Pick<NamedDay, 'year' | 'month' | 'day'>): string[] => {
  const monthTerm = `@${year}-${two(month)}`
  return day === null ? [monthTerm] : [monthTerm, `${monthTerm}-${two(day)}`]
}
export const actTerm = ({ issuer, number, year }: Pick<ActReference, 'number' | 'year'> & { issuer: string }) =>
  year === null ? `#${issuer}:${number}` : `#${issuer}:${number}/${year}`
/** Whom a number without a name may mean: the council, the mayor and whoever is not named; else the makers of laws. */
export const issuersOf = (issuer: ActIssuer): 'ours' | 'law' =>
  issuer === 'hotarare' || issuer === 'dispozitie' || issuer === 'unnamed' ? 'ours' : 'law'
export const inTitle = (term: string) => `^${term}`
/** The document's own: its number, its day, its year. */
export const asOwn = (term: string) => `~${term}`
export const asWritten = (form: string) => `=${form}`

const two = (number: number) => String(number).padStart(2, '0')

/** What the analysis of a text tells as it goes, beside each term that it calls `note` with. */
export type AnalysedText = { tokens: readonly Token[]; length: number }

/** Every term of a text that `cleanText` has been through; positions count from 1 and skip stopwords. */
export function analyse(text: string, note: (term: string, position: number) => void): AnalysedText {
  const tokens = tokensOf(text)
  const spoken = tokens.filter(({ isStopword }) => !isStopword)
  for (let at = 0; at < spoken.length; at++) for (const term of (spoken[at] as Token).stems) note(term, at + 1)
  for (const { concept, from } of conceptsIn(spoken, (token) => text.slice(token.start, token.end)))
    note(conceptTerm(concept), from + 1)
  const places = placesOf(spoken)
  for (const reference of actReferences(text)) {
    const position = places(reference.start)
    note(actTerm(reference), position)
    note(actTerm({ ...reference, issuer: issuersOf(reference.issuer) }), position)
  }
  for (const day of namedDays(text)) for (const term of dayTerms(day)) note(term, places(day.start))
  return { tokens, length: spoken.length }
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
