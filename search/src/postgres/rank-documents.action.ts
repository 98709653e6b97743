import type { BoundedQuery } from '../query-bounds.ts'
import type { ClauseQueries } from './clause-queries.ts'
import { facetFilter, type Matches, Parameters, type Snapshot } from './match-documents.action.ts'
import { allOf, type QueryText } from './vectors.ts'

/** Up to so many documents are compared closely; of more, those whose titles answer best. */
export const closeLimit = 400
const tierLimit = 160

/** The documents of the page asked for, best first. */
export async function rankDocuments(
  snapshot: Snapshot,
  clauses: readonly ClauseQueries[],
  query: BoundedQuery,
  matches: Matches,
): Promise<readonly number[]> {
  const { offset, perPage } = query
  if (offset >= matches.total) return []
  if (query.order === 'date' || clauses.length === 0) return matches.newest.slice(offset, offset + perPage)
  const candidates =
    matches.total <= closeLimit ? matches.newest : await bestTitled(snapshot, clauses, query, matches.newest)
  const ranked = candidates.length > 1 ? await compare(snapshot, clauses, candidates) : candidates
  if (offset + perPage <= ranked.length) return ranked.slice(offset, offset + perPage)
  const isRanked = new Set(ranked)
  return [...ranked, ...matches.newest.filter((rid) => !isRanked.has(rid))].slice(offset, offset + perPage)
}

/** How many of the newest matches ranking needs to know. */
export const newestNeeded = ({ offset, perPage, order }: BoundedQuery): number =>
  order === 'date' ? offset + perPage : Math.max(closeLimit, offset + perPage + tierLimit)

/**
 * Of many matches, those worth comparing: titles that hold the very words, then titles that hold them in any form, then
 * titles that hold the most telling ones; the newest of each, and the newest of all where titles do not suffice.
 */
async function bestTitled(
  snapshot: Snapshot,
  clauses: readonly ClauseQueries[],
  query: BoundedQuery,
  newest: readonly number[],
): Promise<readonly number[]> {
  const telling = [...clauses].sort((one, other) => other.weight - one.weight)
  const isAllExact = clauses.every(({ exactTitle }) => exactTitle)
  const tiers: QueryText[] = [
    ...(isAllExact ? [allOf(clauses.map(({ exactTitle }) => exactTitle ?? ''))] : []),
    allOf(clauses.map(({ title }) => title)),
    ...(clauses.length > 1 ? telling.slice(0, 2).map(({ title }) => title) : []),
  ]
  const found = new Set<number>()
  for (const tier of tiers) {
    for (const rid of await newestOf(snapshot, tier, clauses, query)) found.add(rid)
    if (found.size >= tierLimit) break
  }
  for (const rid of newest) {
    if (found.size >= tierLimit) break
    found.add(rid)
  }
  return [...found]
}

/** The newest of those whose titles answer. Phrases are looked at last: each costs reading the document's positions. */
async function newestOf(
  snapshot: Snapshot,
  tier: QueryText,
  clauses: readonly ClauseQueries[],
  query: BoundedQuery,
): Promise<number[]> {
  const parameters = new Parameters()
  const loosely = allOf(clauses.map(({ match, loose }) => loose ?? match))
  const conditions = [`tsv @@ ${parameters.add(`${tier}&${loosely}`)}::tsquery`]
  const filter = facetFilter(snapshot, query, parameters)
  if (filter) conditions.push(filter)
  if (snapshot.withdrawn.length > 0) conditions.push(`rid <> all(${parameters.add(snapshot.withdrawn)}::integer[])`)
  const isOrdered = clauses.some(({ loose }) => loose !== null)
  const exactly = isOrdered ? `where tsv @@ ${parameters.add(allOf(clauses.map(({ match }) => match)))}::tsquery` : ''
  const { entries } = snapshot.generation
  const { rows } = await snapshot.client.query<{ rid: number }>(
    `with matching as materialized (select rid, day from ${entries} where ${conditions.join(' and ')}),
          newest as materialized (select rid from matching order by day desc, rid desc limit ${tierLimit})
     select rid from newest ${isOrdered ? `join ${entries} using (rid) ${exactly}` : ''}`,
    parameters.values,
  )
  return rows.map(({ rid }) => rid)
}

/** An act's own number is the answer; a day of its own says more than a day that its title names. */
const ownWorth = { act: 20, day: 3, number: 0.5, word: 0, phrase: 0, concept: 0 }

/**
 * Close comparison. A clause in the title counts for as much as it tells documents apart, more when the title has the
 * very word, less when it has another part of the verb; how near the words stand in the text decides between equals,
 * then the day.
 */
async function compare(
  { client, generation }: Snapshot,
  clauses: readonly ClauseQueries[],
  candidates: readonly number[],
): Promise<number[]> {
  const bonuses: { query: QueryText; worth: number }[] = []
  for (const { clause, own, title, exactTitle, kinTitle, weight } of clauses) {
    bonuses.push({ query: title, worth: weight })
    if (own) bonuses.push({ query: own, worth: ownWorth[clause.kind] * weight })
    if (exactTitle) bonuses.push({ query: exactTitle, worth: 0.35 * weight })
    if (kinTitle) bonuses.push({ query: kinTitle, worth: 0.4 * weight })
  }
  const parameters = new Parameters()
  const candidate = `unnest(${parameters.add(candidates)}::integer[]) as candidate (rid)`
  const titled = bonuses.map(
    ({ query, worth }) => `case when head @@ ${parameters.add(query)}::tsquery then ${worth.toFixed(5)} else 0 end`,
  )
  const everything = parameters.add(allOf(clauses.map(({ match }) => match)))
  const { rows } = await client.query<{ rid: number }>(
    `select rid from ${candidate}
     join ${generation.entries} entry using (rid) join ${generation.documents} using (rid),
     lateral (select ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', tsv, ${everything}::tsquery, 1) as nearness) body
     order by ${titled.join(' + ')} + nearness / (nearness + 0.015)
       - case state when 'proiect' then 0.03 when 'abrogata' then 0.02 else 0 end desc, entry.day desc, rid desc`,
    parameters.values,
  )
  return rows.map(({ rid }) => rid)
}
