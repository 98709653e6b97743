import type { ClientBase } from 'pg'
import { countFacets, type FacetValues, passes } from '../facet-counts.ts'
import type { BoundedQuery } from '../query-bounds.ts'
import type { SearchFacets } from '../search-index.ts'
import type { ClauseQueries } from './clause-queries.ts'
import type { Generation } from './generation.ts'
import { allOf, type QueryText } from './vectors.ts'

/** What a query is asked on: one snapshot of one generation. */
export type Snapshot = {
  client: ClientBase
  generation: Generation
  trigrams: string
  facets: ReadonlyMap<number, FacetValues>
  /** Documents that are withdrawn in the record and still indexed. */
  withdrawn: readonly number[]
  hasLong: boolean
  documents: number
}

export type Matches = {
  total: number
  facets: SearchFacets
  /** The newest of the documents that pass the filters, as many as were asked for. */
  newest: readonly number[]
}

/** Counts everything that answers the clauses, in one look at the index, and names the newest of it. */
export async function matchDocuments(
  snapshot: Snapshot,
  clauses: readonly ClauseQueries[],
  query: BoundedQuery,
  limit: number,
): Promise<Matches> {
  const { client, facets, withdrawn } = snapshot
  const parameters = new Parameters()
  const source = matchSource(snapshot, clauses, parameters)
  const except = withdrawn.length > 0 ? `where rid <> all(${parameters.add(withdrawn)}::integer[])` : ''
  const filter = facetFilter(snapshot, query, parameters)
  const { rows } = await client.query(
    `with matching as materialized (select rid, facet, day from (${source}) found ${except}),
          counted as (select facet, count(*)::integer as number from matching group by facet)
     select (select string_agg(facet || ' ' || number, ',') from counted) as counts,
            (select string_agg(rid::text, ',' order by day desc, rid desc) from (
              select rid, day from matching ${filter ? `where ${filter}` : ''}
              order by day desc, rid desc limit ${parameters.add(limit)}
            ) first) as newest`,
    parameters.values,
  )
  const row = rows[0] as { counts: string | null; newest: string | null }
  const counts = listed(row.counts).flatMap((pair) => {
    const [facet = 0, count = 0] = pair.split(' ').map(Number)
    const values = facets.get(facet)
    return values ? [{ values, count }] : []
  })
  return { ...countFacets(counts, query), newest: listed(row.newest).map(Number) }
}

/** Thousands of numbers come as one text: the driver reads arrays letter by letter. */
const listed = (text: string | null) => (text ? text.split(',') : [])

/** Whether anything answers all these clauses. */
export async function hasMatch(snapshot: Snapshot, clauses: readonly ClauseQueries[]): Promise<boolean> {
  const parameters = new Parameters()
  const source = matchSource(snapshot, clauses, parameters)
  const except =
    snapshot.withdrawn.length > 0 ? `where rid <> all(${parameters.add(snapshot.withdrawn)}::integer[])` : ''
  const { rows } = await snapshot.client.query(
    `select exists (select from (${source}) found ${except}) as is_found`,
    parameters.values,
  )
  return rows[0].is_found
}

/** A condition on `facet` for the filters of the query; null when there are none. */
export function facetFilter({ facets }: Snapshot, query: BoundedQuery, parameters: Parameters): string | null {
  const filters = [query.kinds, query.years, query.categories, query.states]
  if (filters.every((values) => !values || values.length === 0)) return null
  const fitting = [...facets].filter(([, values]) => passes(values, query)).map(([facet]) => facet)
  return `facet = any(${parameters.add(fitting)}::integer[])`
}

/**
 * The entries that answer every clause. A document too long for positions is asked for the words first, and then for
 * the phrase in its passages.
 */
function matchSource(snapshot: Snapshot, clauses: readonly ClauseQueries[], parameters: Parameters): string {
  const { entries, passages } = snapshot.generation
  if (clauses.length === 0) return `select rid, facet, day from ${entries}`
  const ordered = clauses.filter(({ loose }) => loose !== null)
  const ask = (query: QueryText) => `${parameters.add(query)}::tsquery`
  const plain = `select rid, facet, day from ${entries} where tsv @@ ${ask(allOf(clauses.map(({ match }) => match)))}`
  if (ordered.length === 0 || !snapshot.hasLong) return plain
  const inPassage = ordered.map(({ match }) => {
    const query = ask(match)
    return `(long.tsv @@ ${query} or exists (select from ${passages} p where p.rid = long.rid and p.tsv @@ ${query}))`
  })
  return `${plain} and not is_long
    union all
    select rid, facet, day from ${entries} long
    where is_long and tsv @@ ${ask(allOf(clauses.map(({ match, loose }) => loose ?? match)))} and ${inPassage.join(' and ')}`
}

/** Numbered parameters of a statement that is put together. */
export class Parameters {
  readonly values: unknown[] = []

  add(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
