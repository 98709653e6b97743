import type { Pool } from 'pg'
import { findPersonalData } from '../publishing/personal-data.ts'
import type { Searches } from './contract.ts'

type Database = Pick<Pool, 'query'>

/** After so many days nobody learns from a search any more. */
const keptDays = 365

/**
 * Adds searches to the day's counts. What looks like a person's data is not kept: identification numbers, addresses
 * of e-mail, long rows of digits.
 */
export async function addSearches(database: Database, searches: Searches, today: string): Promise<void> {
  const kept = searches.filter(({ words }) => isImpersonal(words))
  if (kept.length === 0) return
  await database.query(
    `insert into avizier.searches as s (day, words, found, count)
     select $1::date, words, bool_or(found), sum(count)
     from unnest($2::text[], $3::boolean[], $4::integer[]) as given (words, found, count) group by words
     on conflict (day, words) do update set count = s.count + excluded.count, found = excluded.found`,
    [today, kept.map(({ words }) => words), kept.map(({ found }) => found), kept.map(({ count }) => count)],
  )
  await database.query('delete from avizier.searches where day < $1::date - $2::integer', [today, keptDays])
}

export const isImpersonal = (words: string) =>
  findPersonalData(words).length === 0 && !/\S@\S/.test(words) && !/(?:\d[\s.-]?){7,}/.test(words)

/** What was searched and, the last time, not found. */
export async function missedSearches(
  database: Database,
  { days, limit }: { days: number; limit: number },
): Promise<{ words: string; count: number; lastOn: Date }[]> {
  const { rows } = await database.query<{ words: string; count: string; last_on: Date }>(
    `select words, sum(count) as count, max(day)::timestamptz as last_on from avizier.searches
     where day > current_date - $1::integer group by words
     having not (array_agg(found order by day desc))[1]
     order by sum(count) desc, words limit $2`,
    [days, limit],
  )
  return rows.map(({ words, count, last_on }) => ({ words, count: Number(count), lastOn: last_on }))
}
