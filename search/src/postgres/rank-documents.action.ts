import type { BoundedQuery } from '../query-bounds.ts'
import type { ClauseQueries } from './clause-queries.ts'
import { facetFilter, type Matches, Parameters, type Snapshot } from './match-documents.action.ts'
import { allOf, type QueryText } from './vectors.ts'

/** Up to so many documents are compared closely; of more, those whose titles answer best. */
export const closeLimit = 500
const tierLimit = 250

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
  const ranked = await compare(snapshot, clauses, candidates)
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
  const everything = allOf(clauses.map(({ match }) => match))
  const telling = [...clauses].sort((one, other) => other.weight - one.weight)
  const tiers: QueryText[] = [
    ...(clauses.every(({ exactTitle }) => exactTitle)
      ? [allOf(clauses.map(({ exactTitle }) => exactTitle ?? ''))]
      : []),
    allOf(clauses.map(({ title }) => title)),
    ...(clauses.length > 1 ? telling.slice(0, 2).map(({ title }) => `${title}&${everything}`) : []),
  ]
  const found = new Set<number>()
  for (const [index, tier] of tiers.entries()) {
    for (const rid of await newestOf(snapshot, index === 0 && tiers.length > 1 ? `${tier}&${everything}` : tier, query))
      found.add(rid)
    if (found.size >= tierLimit) break
  }
  for (const rid of newest) {
    if (found.size >= tierLimit) break
    found.add(rid)
  }
  return [...found]
}

async function newestOf(snapshot: Snapshot, tier: QueryText, query: BoundedQuery): Promise<number[]> {
  const parameters = new Parameters()
  const conditions = [`tsv @@ ${parameters.add(tier)}::tsquery`]
  const filter = facetFilter(snapshot, query, parameters)
  if (filter) conditions.push(filter)
  if (snapshot.withdrawn.length > 0) conditions.push(`rid <> all(${parameters.add(snapshot.withdrawn)}::integer[])`)
  const { rows } = await snapshot.client.query<{ rid: number }>(
    `with matching as materialized (select rid, day from ${snapshot.generation.entries} where ${conditions.join(' and ')})
     select rid from matching order by day desc, rid desc limit ${tierLimit}`,
    parameters.values,
  )
  return rows.map(({ rid }) => rid)
}

/** An act's own number is the answer; a day of its own says more than a day that its title names. */
const ownWorth = { act: 20, day: 1.6, number: 0.5, word: 0, phrase: 0, concept: 0 }

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
  const { rows } = await client.query<{ rid: number }>(
    `select rid from unnest($1::integer[]) as candidate (rid)
     join ${generation.entries} entry using (rid) join ${generation.documents} using (rid),
     lateral (select coalesce(sum(worth), 0) as titled from unnest($2::tsquery[], $3::float8[]) as bonus (query, worth) where head @@ query) title,
     lateral (select ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', tsv, $4::tsquery, 1) as nearness) body
     order by titled + 0.8 * nearness / (nearness + 0.4) - case state when 'proiect' then 0.03 when 'abrogata' then 0.02 else 0 end desc,
       entry.day desc, rid desc`,
    [
      candidates,
      bonuses.map(({ query }) => query),
      bonuses.map(({ worth }) => worth),
      allOf(clauses.map(({ match }) => match)),
    ],
  )
  return rows.map(({ rid }) => rid)
}
