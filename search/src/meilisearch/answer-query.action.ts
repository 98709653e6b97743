import type { Meilisearch, MultiSearchParams, MultiSearchQuery } from 'meilisearch'
import type { BoundedQuery } from '../query-bounds.ts'
import { type ParsedQuery, parseQuery, type Synonyms } from '../romanian/query.ts'
import type { FacetCount, SearchAnswer, SearchFacets } from '../search-index.ts'
import { inSecondMeaning, type Understood, understandQuery } from '../understand-query.ts'
import { type ClauseFilter, clauseFilter, queryOf, quotedValue } from './clause-filters.ts'
import type { IndexNames } from './index-names.ts'
import { readHits } from './read-hits.action.ts'
import type { ShadowDocument } from './shadow-document.ts'
import { vocabularyOf } from './vocabulary.action.ts'

/** What a query is asked on. */
export type Asked = { client: Meilisearch; names: IndexNames; withdrawn: readonly string[] }

const facetNames = ['kind', 'year', 'category', 'state'] as const

const nothing: SearchAnswer = {
  total: 0,
  totalIsExact: true,
  corrected: null,
  omitted: [],
  direct: null,
  facets: { kind: [], year: [], category: [], state: [] },
  hits: [],
}

export async function answerQuery(asked: Asked, query: BoundedQuery, synonyms: Synonyms): Promise<SearchAnswer> {
  const typed = parseQuery(query.text, synonyms)
  if (typed.isBlank === 'unreadable') return nothing
  const vocabulary = vocabularyOf(asked.client, asked.names.words)
  const { parsed, corrected, ...first } = await understandQuery({
    vocabulary,
    parsed: typed,
    synonyms,
    mayCorrect: !query.asTyped,
  })
  const filtersOf = (some: readonly Understood[]) =>
    Promise.all(some.map(async (one) => clauseFilter(one, one.prefix ? await vocabulary.begun(one.prefix) : [])))
  let understood = first.understood
  let all: readonly ClauseFilter[] = await filtersOf(understood)
  let found = await match(asked, all, query)
  let isNothing = found.total === 0 && !(await isFound(asked, all))
  const second = isNothing ? inSecondMeaning(understood) : null
  if (second) {
    understood = second
    all = await filtersOf(understood)
    found = await match(asked, all, query)
    isNothing = found.total === 0 && !(await isFound(asked, all))
  }
  let clauses = all
  if (isNothing && clauses.length > 1) {
    const kept = await keptClauses(asked, clauses, understood)
    if (kept.length > 0) {
      clauses = kept
      found = await match(asked, clauses, query)
    }
  }
  const wanted = understood.filter(({ clause }) => clauses.some((one) => one.clause === clause))
  const direct = await directDocument(asked, parsed.reference)
  const isShown = found.documents.some(({ key }) => key === direct?.key)
  const shown = direct && !isShown ? [...found.documents, direct] : found.documents
  const hits = await readHits(asked, shown, wanted)
  return {
    total: found.total,
    totalIsExact: true,
    corrected,
    omitted: all.filter((one) => !clauses.includes(one)).map(({ clause }) => clause.typed),
    direct: direct ? (hits.find(({ id }) => id === direct.id) ?? null) : null,
    facets: found.facets,
    hits: isShown || !direct ? hits : hits.slice(0, -1),
  }
}

/** The page, and for each facet that is filtered one more question without its own filter. */
async function match(
  asked: Asked,
  clauses: readonly ClauseFilter[],
  query: BoundedQuery,
): Promise<{ total: number; documents: ShadowDocument[]; facets: SearchFacets }> {
  const { q, filter } = queryOf(clauses)
  const chosen = {
    kind: anyValue('kind', query.kinds),
    year: anyValue('year', query.years),
    category: anyValue('category', query.categories),
    state: anyValue('state', query.states),
  }
  const filters = (except?: string) => [
    ...filter,
    ...facetNames.flatMap((name) => (name !== except && chosen[name] ? [chosen[name]] : [])),
    ...notWithdrawn(asked),
  ]
  const common = { indexUid: asked.names.documents, q, matchingStrategy: 'all' as const }
  const filtered = facetNames.filter((name) => chosen[name])
  const isListed = clauses.length === 0 || query.order === 'date'
  const queries: MultiSearchQuery[] = [
    {
      ...common,
      filter: filters(),
      facets: [...facetNames],
      page: query.page,
      hitsPerPage: query.perPage,
      ...(isListed ? { sort: ['day:desc', 'id:desc'] } : {}),
    },
    ...filtered.map((name) => ({ ...common, filter: filters(name), facets: [name], limit: 0 })),
  ]
  const { results } = await asked.client.multiSearch<MultiSearchParams, ShadowDocument>({ queries })
  const [page, ...others] = results
  const counted = (name: (typeof facetNames)[number]) => {
    const at = filtered.indexOf(name)
    return (at < 0 ? page : others[at])?.facetDistribution?.[name] ?? {}
  }
  return {
    total: (page as { totalHits?: number } | undefined)?.totalHits ?? 0,
    documents: page?.hits ?? [],
    facets: {
      kind: byCount(counted('kind')),
      year: byCount(counted('year'))
        .map(({ value, count }) => ({ value: Number(value), count }))
        .sort((one, other) => other.value - one.value),
      category: byCount(counted('category')),
      state: byCount(counted('state')) as SearchFacets['state'],
    },
  }
}

export const notWithdrawn = ({ withdrawn }: Asked): string[] =>
  withdrawn.length > 0 ? [`key NOT IN [${withdrawn.map(quotedValue).join(', ')}]`] : []

const anyValue = (name: string, values: readonly (string | number)[] | undefined): string | null =>
  values && values.length > 0 ? `${name} IN [${values.map((value) => quotedValue(String(value))).join(', ')}]` : null

const byCount = (distribution: Record<string, number>): FacetCount<string>[] =>
  Object.entries(distribution)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value, 'ro'))

/** Whether anything answers all these clauses, whatever the filters of the query. */
async function isFound(asked: Asked, clauses: readonly ClauseFilter[]): Promise<boolean> {
  const { q, filter } = queryOf(clauses)
  const { hits } = await asked.client.index(asked.names.documents).search(q, {
    filter: [...filter, ...notWithdrawn(asked)],
    limit: 1,
    matchingStrategy: 'all',
    attributesToRetrieve: ['key'],
  })
  return hits.length > 0
}

/** Leaves out what no document has; then what tells least; then keeps the rarest that still stand together. */
async function keptClauses(
  asked: Asked,
  clauses: readonly ClauseFilter[],
  understood: readonly Understood[],
): Promise<ClauseFilter[]> {
  const known: ClauseFilter[] = []
  for (const clause of clauses) if (await isFound(asked, [clause])) known.push(clause)
  if (known.length < clauses.length && known.length > 0 && (await isFound(asked, known))) return known
  const docsOf = (one: ClauseFilter) => understood.find(({ clause }) => clause === one.clause)?.docs ?? 0
  const byDocs = [...known].sort((one, other) => docsOf(other) - docsOf(one))
  if (known.length > 2)
    for (const left of byDocs.slice(0, 6)) {
      const rest = known.filter((one) => one !== left)
      if (await isFound(asked, rest)) return rest
    }
  const kept: ClauseFilter[] = []
  for (const clause of byDocs.reverse()) if (await isFound(asked, [...kept, clause])) kept.push(clause)
  return known.filter((one) => kept.includes(one))
}

/** The act that the query names, when exactly one document is it. */
async function directDocument(asked: Asked, reference: ParsedQuery['reference']): Promise<ShadowDocument | null> {
  if (!reference || reference.year === null) return null
  if (!['hotarare', 'dispozitie', 'unnamed'].includes(reference.issuer)) return null
  const { hits } = await asked.client.index<ShadowDocument>(asked.names.documents).search('', {
    filter: [
      `actNumber = ${reference.number}`,
      `actYear = ${reference.year}`,
      ...(reference.issuer === 'unnamed' ? [] : [`actKind = ${quotedValue(reference.issuer)}`]),
      ...notWithdrawn(asked),
    ],
    limit: 2,
  })
  return hits.length === 1 ? (hits[0] ?? null) : null
}
