import type { DocumentState, SearchQuery } from '@avizier/search/search-index'
import { z } from 'zod'
import { type CategoryWord, categoryWords, type KindWord, kindWords, stateWords } from './search-words.ro.ts'

export const hitsPerPage = 10
const longestQuery = 500
const mostValues = 20

/** A question as an address asks it: `/cautare?q=&tip=&an=&categorie=&stare=&ordine=&pagina=`. */
export type AskedQuery = {
  words: string
  kinds: KindWord[]
  years: number[]
  categories: CategoryWord[]
  states: DocumentState[]
  order: 'relevance' | 'date'
  page: number
  /** `exact=da`: the words as they stand, without correction. */
  asTyped: boolean
}

const Page = z.coerce.number().int().min(1).max(1_000_000_000).catch(1)
const Year = z.coerce.number().int().min(1800).max(2200)

/** The question in an address. What cannot be read is left out, never an error; each facet takes several values. */
export function readSearchQuery(parameters: URLSearchParams): AskedQuery {
  const all = <Value>(name: string, read: (value: string) => Value | null): Value[] => {
    const values = parameters
      .getAll(name)
      .flatMap((value) => value.split(','))
      .slice(0, mostValues)
    return [...new Set(values.map((value) => read(value.trim())).filter((value) => value !== null))]
  }
  const oneOf =
    <Words extends object>(words: Words) =>
    (value: string) =>
      Object.hasOwn(words, value) ? (value as keyof Words & string) : null
  return {
    words: (parameters.get('q') ?? '')
      .normalize('NFC')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longestQuery),
    kinds: all('tip', oneOf(kindWords)),
    years: all('an', (value) => Year.safeParse(value || undefined).data ?? null),
    categories: all('categorie', oneOf(categoryWords)),
    states: all('stare', oneOf(stateWords)),
    order: parameters.get('ordine') === 'data' ? 'date' : 'relevance',
    page: Page.parse(parameters.get('pagina') ?? 1),
    asTyped: parameters.get('exact') === 'da',
  }
}

/** The address of a question under a path, without the parts that say nothing. */
export function searchAddress(path: string, asked: Partial<AskedQuery>): string {
  const parameters = new URLSearchParams()
  if (asked.words) parameters.set('q', asked.words)
  for (const kind of asked.kinds ?? []) parameters.append('tip', kind)
  for (const year of asked.years ?? []) parameters.append('an', String(year))
  for (const category of asked.categories ?? []) parameters.append('categorie', category)
  for (const state of asked.states ?? []) parameters.append('stare', state)
  if (asked.order === 'date') parameters.set('ordine', 'data')
  if (asked.asTyped) parameters.set('exact', 'da')
  if (asked.page && asked.page > 1) parameters.set('pagina', String(asked.page))
  const query = parameters.toString()
  return query ? `${path}?${query}` : path
}

export const isAsked = ({ words, kinds, years, categories, states }: AskedQuery) =>
  words !== '' || kinds.length + years.length + categories.length + states.length > 0

/** The question in the words of the search. */
export const queryOf = ({
  words,
  kinds,
  years,
  categories,
  states,
  order,
  page,
  asTyped,
}: AskedQuery): SearchQuery => ({
  text: words,
  kinds,
  years,
  categories,
  states,
  order,
  page,
  perPage: hitsPerPage,
  asTyped,
})
