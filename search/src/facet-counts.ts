import type { DocumentState, FacetCount, SearchFacets, SearchQuery } from './search-index.ts'

/** One combination of facet values; '' where a document has none. */
export type FacetValues = { kind: string; year: number; category: string; state: string }

type Filters = Pick<SearchQuery, 'kinds' | 'years' | 'categories' | 'states'>

export const passes = (values: FacetValues, filters: Filters): boolean => failedFacets(values, filters).length === 0

const isAmong = <Value>(wanted: readonly Value[] | undefined, value: NoInfer<Value> | string) =>
  !wanted || wanted.length === 0 || wanted.includes(value as Value)

/** Each facet counted under the filters of the others, from how many documents each combination has. */
export function countFacets(
  counts: Iterable<{ values: FacetValues; count: number }>,
  filters: Filters,
): { total: number; facets: SearchFacets } {
  const tallies = {
    kind: new Map<string, number>(),
    year: new Map<number, number>(),
    category: new Map<string, number>(),
    state: new Map<string, number>(),
  }
  let total = 0
  for (const { values, count } of counts) {
    const failed = failedFacets(values, filters)
    if (failed.length === 0) total += count
    if (failed.length > 1) continue
    const only = failed[0]
    if (!only || only === 'kind') add(tallies.kind, values.kind, count)
    if (!only || only === 'year') add(tallies.year, values.year, count)
    if (!only || only === 'category') add(tallies.category, values.category, count)
    if (!only || only === 'state') add(tallies.state, values.state, count)
  }
  return {
    total,
    facets: {
      kind: byCount(tallies.kind),
      year: [...tallies.year].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      category: byCount(tallies.category),
      state: byCount(tallies.state) as FacetCount<DocumentState>[],
    },
  }
}

/** A document that fails two facets counts in none; one that fails a single one counts in that one. */
function failedFacets(values: FacetValues, { kinds, years, categories, states }: Filters): (keyof SearchFacets)[] {
  const failed: (keyof SearchFacets)[] = []
  if (!isAmong(kinds, values.kind)) failed.push('kind')
  if (!isAmong(years, values.year)) failed.push('year')
  if (!isAmong(categories, values.category)) failed.push('category')
  if (!isAmong(states, values.state)) failed.push('state')
  return failed
}

const add = <Value>(tally: Map<Value, number>, value: Value, count: number) =>
  tally.set(value, (tally.get(value) ?? 0) + count)

const byCount = (tally: ReadonlyMap<string, number>): FacetCount<string>[] =>
  [...tally]
    .filter(([value]) => value !== '')
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value, 'ro'))
