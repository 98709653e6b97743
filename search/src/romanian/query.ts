import { type ActReference, actReferences, shortActReference } from './act-references.ts'
import { conceptsIn } from './concepts.ts'
import { namedDays } from './days.ts'
import { cleanText } from './orthography.ts'
import { kinOf } from './stem.ts'
import { actTerm, asOwn, conceptTerm, dayTerms } from './terms.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Terms that must stand together to answer a clause: next to each other in this order, or just in one document. */
export type Alternative = { terms: readonly string[]; isAdjacent: boolean }

/** One thing that is looked for. A document answers it when it holds any of the alternatives; the first are the nearest. */
export type Clause = {
  kind: 'word' | 'number' | 'phrase' | 'concept' | 'act' | 'day'
  /** As it was typed, and where: what a correction replaces and an omission names. */
  typed: string
  start: number
  end: number
  /** The folded words, as they are written: what "exact" means for this clause. */
  forms: readonly string[]
  alternatives: readonly Alternative[]
  /** Terms of other parts of the same verb: they answer too, and rank below. */
  kin: readonly string[]
  /** What is meant when no document answers the alternatives: a bare "57/2019" may be a law's number. */
  otherwise: readonly Alternative[] | null
}

export type ParsedQuery = {
  /** The query as it was understood: clean, short enough. */
  text: string
  clauses: readonly Clause[]
  /** The act that the query names, when it names one. */
  reference: ActReference | null
  /** The last clause is a word that is perhaps still being typed. */
  isLastOpen: boolean
  /** Nothing can be looked for: `empty` nothing was typed, `common` only words that every document has, `unreadable` neither words nor numbers. */
  isBlank: false | 'empty' | 'common' | 'unreadable'
}

/** Words or phrases that mean the same, as stems without stopwords. */
export type Synonyms = readonly (readonly (readonly string[])[])[]

/** A query longer than this many clauses is cut: nobody reads so far, and every clause costs. */
const maxClauses = 16

/** Words around an act's number that say no more than the number does. */
const actWords =
  /^(?:hcl|hclm|hotararea|hotarare|hotararii|hotarari|dispozitia|dispozitie|dispozitiei|consiliului|consiliul|local|locala|primarului|primar|comunei|orasului|municipiului|numarul|data|anul|act|actul)$/

export function parseQuery(typed: string, synonyms: Synonyms = []): ParsedQuery {
  const text = cleanText(typed).replace(/\s+/g, ' ').trim()
  const reference = referenceOf(text)
  const taken: { start: number; end: number }[] = []
  const clauses: Clause[] = []
  if (reference) {
    clauses.push(actClause(text, reference))
    taken.push(reference)
  }
  for (const day of namedDays(text)) {
    if (taken.some(({ start, end }) => day.start < end && day.end > start)) continue
    taken.push(day)
    clauses.push(dayClause(text, day))
  }
  for (const piece of piecesOf(text, taken)) {
    const tokens = tokensOf(piece.text)
      .map((token) => ({ ...token, start: token.start + piece.start, end: token.end + piece.start }))
      .filter((token) => !token.isStopword && !(reference && actWords.test(token.form)))
    if (tokens.length === 0) continue
    if (piece.isPhrase) clauses.push(phraseClause(text, tokens))
    else clauses.push(...wordClauses(text, tokens, synonyms))
  }
  const ordered = withoutRepeats(clauses)
    .sort((one, other) => one.start - other.start)
    .slice(0, maxClauses)
  const last = ordered.at(-1)
  return {
    text,
    clauses: ordered,
    reference,
    isLastOpen: last?.kind === 'word' && last.end === text.length && !/\s$/.test(typed),
    isBlank: ordered.length > 0 ? false : text === '' ? 'empty' : tokensOf(text).length > 0 ? 'common' : 'unreadable',
  }
}

function referenceOf(text: string): ActReference | null {
  const [first, ...others] = actReferences(text)
  if (others.length > 0) return null
  return first ?? shortActReference(text)
}

function actClause(text: string, reference: ActReference): Clause {
  const { issuer, start, end } = reference
  const issuers = issuer === 'unnamed' ? ['ours'] : [issuer, 'unnamed']
  const own = asOwn(actTerm({ ...reference, issuer: issuer === 'unnamed' ? 'ours' : issuer }))
  const cited = reference.year === null ? [] : issuers.map((one) => actTerm({ ...reference, issuer: one }))
  return {
    kind: 'act',
    typed: text.slice(start, end),
    start,
    end,
    forms: [],
    alternatives: [own, ...cited].map((term) => ({ terms: [term], isAdjacent: true })),
    kin: [],
    otherwise: issuer === 'unnamed' ? [{ terms: [actTerm({ ...reference, issuer: 'law' })], isAdjacent: true }] : null,
  }
}

function dayClause(text: string, day: ReturnType<typeof namedDays>[number]): Clause {
  return {
    kind: 'day',
    typed: text.slice(day.start, day.end),
    start: day.start,
    end: day.end,
    forms: [],
    alternatives: [{ terms: [dayTerms(day).at(-1) ?? ''], isAdjacent: true }],
    kin: [],
    otherwise: null,
  }
}

function phraseClause(text: string, tokens: readonly Token[]): Clause {
  const { start } = tokens[0] as Token
  const { end } = tokens.at(-1) as Token
  return {
    kind: 'phrase',
    typed: text.slice(start, end),
    start,
    end,
    forms: tokens.map(({ form }) => form),
    alternatives: [{ terms: tokens.map((token) => token.stems[0] ?? token.form), isAdjacent: true }],
    kin: [],
    otherwise: null,
  }
}

function wordClauses(text: string, tokens: readonly Token[], synonyms: Synonyms): Clause[] {
  const clauses: Clause[] = []
  const concepts = conceptsIn(tokens, (token) => text.slice(token.start, token.end))
  for (let at = 0; at < tokens.length; ) {
    const concept = concepts.find(({ from }) => from === at)
    const given = synonymsAt(tokens, at, synonyms)
    const length = Math.max(concept ? concept.to - concept.from : 0, given?.length ?? 0, 1)
    const run = tokens.slice(at, at + length)
    clauses.push(
      runClause(text, run, [
        ...(concept && concept.to - at === length ? [{ terms: [conceptTerm(concept.concept)], isAdjacent: true }] : []),
        ...(given && given.length === length ? given.others.map((terms) => ({ terms, isAdjacent: true })) : []),
      ]),
    )
    at += length
  }
  return clauses
}

function runClause(text: string, run: readonly Token[], meanings: readonly Alternative[]): Clause {
  const { start } = run[0] as Token
  const { end } = run.at(-1) as Token
  const token = run.length === 1 ? run[0] : undefined
  const own: Alternative[] = token
    ? token.stems.map((term) => ({ terms: [term], isAdjacent: true }))
    : [{ terms: run.map((one) => one.stems[0] ?? one.form), isAdjacent: false }]
  const isNumber = token !== undefined && /^\d/.test(token.form)
  return {
    kind: meanings.length > 0 ? 'concept' : isNumber ? 'number' : 'word',
    typed: text.slice(start, end),
    start,
    end,
    forms: run.map(({ form }) => form),
    alternatives: [...own, ...meanings],
    kin: token && !isNumber ? token.stems.flatMap(kinOf) : [],
    otherwise: null,
  }
}

function synonymsAt(
  tokens: readonly Token[],
  at: number,
  synonyms: Synonyms,
): { length: number; others: readonly (readonly string[])[] } | null {
  let best: { length: number; others: readonly (readonly string[])[] } | null = null
  for (const group of synonyms)
    for (const expression of group) {
      if (expression.length <= (best?.length ?? 0)) continue
      if (!expression.every((stem, offset) => tokens[at + offset]?.stems.includes(stem))) continue
      best = { length: expression.length, others: group.filter((other) => other !== expression) }
    }
  return best
}

type Piece = { text: string; start: number; isPhrase: boolean }

const quoted = /["„”“«»]([^"„”“«»]+)["„”“«»]/g

/** The text outside what is taken, cut at quotes; a lone quote is a space. */
function piecesOf(text: string, taken: readonly { start: number; end: number }[]): Piece[] {
  let rest = text
  for (const { start, end } of taken) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  const pieces: Piece[] = []
  let from = 0
  for (const match of rest.matchAll(quoted)) {
    pieces.push({ text: rest.slice(from, match.index), start: from, isPhrase: false })
    pieces.push({ text: match[1] ?? '', start: match.index + 1, isPhrase: true })
    from = match.index + match[0].length
  }
  pieces.push({ text: rest.slice(from), start: from, isPhrase: false })
  return pieces
}

function withoutRepeats(clauses: readonly Clause[]): Clause[] {
  const seen = new Set<string>()
  return clauses.filter(({ alternatives }) => {
    const key = JSON.stringify(alternatives)
    return !seen.has(key) && seen.add(key)
  })
}
