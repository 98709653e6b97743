import { maxPerPage, maxQueryLength, type SearchQuery } from './search-index.ts'

/** More values of one facet than anybody chooses; the rest of an absurd query is not read. */
const maxValues = 200

export type BoundedQuery = Required<Omit<SearchQuery, 'kinds' | 'years' | 'categories' | 'states'>> &
  Pick<SearchQuery, 'kinds' | 'years' | 'categories' | 'states'> & { offset: number }

/** The query with every number and length inside what an engine answers quickly. */
export function bounded(query: SearchQuery): BoundedQuery {
  const perPage = clamp(query.perPage ?? 10, 1, maxPerPage)
  const page = clamp(query.page ?? 1, 1, 1_000_000_000)
  return {
    ...query,
    text: query.text.slice(0, maxQueryLength),
    kinds: query.kinds?.slice(0, maxValues),
    years: query.years?.slice(0, maxValues).filter((year) => Number.isSafeInteger(year)),
    categories: query.categories?.slice(0, maxValues),
    states: query.states?.slice(0, maxValues),
    order: query.order === 'date' ? 'date' : 'relevance',
    asTyped: query.asTyped === true,
    page,
    perPage,
    offset: (page - 1) * perPage,
  }
}

const clamp = (value: number, least: number, most: number) =>
  Number.isFinite(value)
    ? Math.min(most, Math.max(least, Math.trunc(value)))
    : value === Number.POSITIVE_INFINITY
      ? most
      : least
