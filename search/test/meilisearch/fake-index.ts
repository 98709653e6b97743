import { type Condition, conditionOf, type Document } from './filter-expression.ts'
import type { SearchBody, SettingsBody } from './protocol.ts'

/**
 * One index of the fake: enough of matching to see that an adapter asks the right questions. It is no Meilisearch:
 * ranking is by attribute and rules of one attribute only, and its tolerance of typos is a plain edit distance.
 */
export class FakeIndex {
  readonly documents = new Map<string, Document>()
  settings: SettingsBody = {}
  readonly primaryKey: string | null

  constructor(primaryKey: string | null) {
    this.primaryKey = primaryKey
  }

  updateSettings(change: SettingsBody): void {
    this.settings = { ...this.settings, ...change }
  }

  filtered(filter: SearchBody['filter']): Document[] {
    const conditions = [filter ?? []].flat().map((part) => this.#condition(part))
    return [...this.documents.values()].filter((document) => conditions.every((condition) => condition(document)))
  }

  search(body: SearchBody): Record<string, unknown> {
    for (const rule of body.sort ?? [])
      if (!this.settings.sortableAttributes?.includes(rule.split(':')[0] ?? ''))
        throw new Error(`Attribute \`${rule}\` is not sortable.`)
    for (const facet of body.facets ?? [])
      if (!this.settings.filterableAttributes?.includes(facet)) throw new Error(`Facet \`${facet}\` is not filterable.`)
    for (const attribute of body.attributesToSearchOn ?? [])
      if (!this.settings.searchableAttributes?.includes(attribute))
        throw new Error(`Attribute \`${attribute}\` is not searchable.`)
    const wanted = wordsOf(body.q ?? '')
    const attributes = body.attributesToSearchOn ?? this.settings.searchableAttributes ?? []
    const scored = this.filtered(body.filter)
      .map((document) => ({ document, places: wanted.map((word) => this.#placeOf(document, attributes, word)) }))
      .filter(({ places }) =>
        body.matchingStrategy === 'all' || places.length === 0
          ? places.every((place) => place >= 0)
          : places.some((place) => place >= 0),
      )
    const rules = [...(body.sort ?? []), ...(this.settings.rankingRules ?? []).filter((rule) => rule.includes(':'))]
    scored.sort(
      (one, other) =>
        (body.sort ? byRules(one.document, other.document, body.sort) : 0) ||
        count(other.places) - count(one.places) ||
        sum(one.places) - sum(other.places) ||
        byRules(one.document, other.document, rules),
    )
    const documents = scored.map(({ document }) => document)
    const shown = body.hitsPerPage ?? body.limit ?? 20
    const offset = body.hitsPerPage === undefined ? (body.offset ?? 0) : ((body.page ?? 1) - 1) * shown
    const hits = documents.slice(offset, offset + shown).map((document) => only(document, body.attributesToRetrieve))
    const totals =
      body.hitsPerPage === undefined
        ? { limit: shown, offset, estimatedTotalHits: documents.length }
        : {
            page: body.page ?? 1,
            hitsPerPage: shown,
            totalHits: documents.length,
            totalPages: Math.ceil(documents.length / shown),
          }
    const facetDistribution = Object.fromEntries((body.facets ?? []).map((facet) => [facet, tally(documents, facet)]))
    return { hits, query: body.q ?? '', processingTimeMs: 1, ...totals, ...(body.facets ? { facetDistribution } : {}) }
  }

  #condition(part: string | string[]): Condition {
    const mayFilter = (attribute: string) => this.settings.filterableAttributes?.includes(attribute) ?? false
    if (!Array.isArray(part)) return conditionOf(part, mayFilter)
    const conditions = part.map((one) => conditionOf(one, mayFilter))
    return (document) => conditions.some((condition) => condition(document))
  }

  /** The first attribute that holds the word or phrase; -1 when none does. */
  #placeOf(document: Document, attributes: readonly string[], word: Wanted): number {
    return attributes.findIndex((attribute) => {
      const text = String(document[attribute] ?? '')
      if (word.isPhrase) return ` ${text} `.includes(` ${word.text} `)
      const { enabled, minWordSizeForTypos } = this.settings.typoTolerance ?? {}
      const tolerance = enabled ? typosIn(word.text, minWordSizeForTypos) : 0
      return text
        .split(' ')
        .some((one) => (word.isLast && one.startsWith(word.text)) || isNear(one, word.text, tolerance))
    })
  }
}

type Wanted = { text: string; isPhrase: boolean; isLast: boolean }

/** Ten words at most; the last one that is not in quotes may be a beginning. */
function wordsOf(q: string): Wanted[] {
  const wanted = [...q.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => ({
    text: match[1] ?? match[2] ?? '',
    isPhrase: match[1] !== undefined,
    isLast: match[1] === undefined && match.index + match[0].length === q.length,
  }))
  let words = 0
  return wanted.filter(({ text }) => {
    words += text.split(' ').length
    return words <= 10
  })
}

const typosIn = (word: string, sizes: { oneTypo: number; twoTypos: number } = { oneTypo: 5, twoTypos: 9 }) =>
  word.length >= sizes.twoTypos ? 2 : word.length >= sizes.oneTypo ? 1 : 0

/** Edit distance with swapped neighbours as one. */
function isNear(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false
  if (limit === 0) return one === other
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row, ...Array<number>(other.length).fill(0)])
  for (let at = 0; at <= other.length; at++) (rows[0] as number[])[at] = at
  const cell = (row: number, at: number) => rows[row]?.[at] ?? 0
  for (let row = 1; row <= one.length; row++)
    for (let at = 1; at <= other.length; at++) {
      const changed = cell(row - 1, at - 1) + Number(one[row - 1] !== other[at - 1])
      const swapped =
        one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1] && row > 1 && at > 1
          ? cell(row - 2, at - 2) + 1
          : Number.POSITIVE_INFINITY
      ;(rows[row] as number[])[at] = Math.min(changed, swapped, cell(row - 1, at) + 1, cell(row, at - 1) + 1)
    }
  return cell(one.length, other.length) <= limit
}

function byRules(one: Document, other: Document, rules: readonly string[]): number {
  for (const rule of rules) {
    const [attribute = '', direction] = rule.split(':')
    const [left, right] = [one[attribute] as number | string, other[attribute] as number | string]
    if (left === right) continue
    return (left < right ? -1 : 1) * (direction === 'asc' ? 1 : -1)
  }
  return 0
}

const count = (places: readonly number[]) => places.filter((place) => place >= 0).length
const sum = (places: readonly number[]) => places.reduce((total, place) => total + Math.max(place, 0), 0)

export const only = (document: Document, names: readonly string[] | undefined): Document =>
  names && !names.includes('*')
    ? Object.fromEntries(names.filter((name) => name in document).map((name) => [name, document[name]]))
    : document

function tally(documents: readonly Document[], facet: string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const document of documents)
    for (const value of [document[facet] ?? []].flat()) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  return Object.fromEntries(counts)
}
