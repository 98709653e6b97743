/**
 * Text forms of tsvector and tsquery. Terms come from the analyser and hold letters, digits and a few signs; they are
 * quoted all the same, so that no text is ever read as syntax.
 */
export const quotedTerm = (term: string) => `'${term.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`

export type Positions = ReadonlyMap<string, readonly number[]>

/** Terms with their positions; those of the title weigh A. Signed terms of the head stand without a position. */
export function vectorText(parts: { title?: Positions; body: Positions; head?: readonly string[] }): string {
  const pieces: string[] = []
  const title = parts.title ?? none
  for (const [term, places] of title) {
    let piece = quotedTerm(term)
    const others = parts.body.get(term) ?? []
    if (places.length + others.length > 0)
      piece += `:${[...places.map((at) => `${at}A`), ...others].slice(0, 250).join(',')}`
    pieces.push(piece)
  }
  for (const [term, places] of parts.body) {
    if (title.has(term)) continue
    pieces.push(places.length > 0 ? `${quotedTerm(term)}:${places.join(',')}` : quotedTerm(term))
  }
  for (const term of parts.head ?? []) pieces.push(quotedTerm(term))
  return pieces.join(' ')
}

const none: Positions = new Map()

/** A tsquery in its text form; null finds nothing to ask for. */
export type QueryText = string

export const anyOf = (queries: readonly QueryText[]): QueryText =>
  queries.length === 1 ? (queries[0] as QueryText) : `(${queries.join('|')})`
export const allOf = (queries: readonly QueryText[]): QueryText => queries.join('&')
export const adjacent = (terms: readonly string[]): QueryText =>
  terms.length === 1 ? quotedTerm(terms[0] as string) : `(${terms.map(quotedTerm).join('<->')})`
export const together = (terms: readonly string[]): QueryText =>
  terms.length === 1 ? quotedTerm(terms[0] as string) : `(${terms.map(quotedTerm).join('&')})`
export const beginsWith = (start: string): QueryText => `${quotedTerm(start)}:*`
