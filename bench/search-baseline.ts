import type { SearchDocument, SearchQuery } from '@avizier/search/search-index'
import pg from 'pg'

/** What Postgres does by itself: unaccent, its `romanian` configuration, ts_rank_cd, ts_headline, counts in SQL. */
export class Baseline {
  readonly #client: pg.Client

  constructor(database: string) {
    this.#client = new pg.Client({ connectionString: database })
  }

  async build(documents: AsyncIterable<SearchDocument>): Promise<number> {
    const began = performance.now()
    await this.#client.connect()
    await this.#client.query(`create extension if not exists unaccent;
      create text search configuration plain_romanian (copy = romanian);
      alter text search configuration plain_romanian alter mapping for word, asciiword, hword, hword_part with unaccent, romanian_stem;
      create table baseline (id text, kind text, year integer, category text, state text, day text, title text, body text, tsv tsvector);`)
    let batch: SearchDocument[] = []
    const write = async () => {
      await this.#client.query(
        `insert into baseline
         select d ->> 'id', d ->> 'kind', (d ->> 'year')::integer, d ->> 'category', d ->> 'state', d ->> 'date', d ->> 'title', d ->> 'text',
           setweight(to_tsvector('plain_romanian', d ->> 'title'), 'A') || to_tsvector('plain_romanian', d ->> 'text')
         from json_array_elements($1::json) as given (d)`,
        [JSON.stringify(batch)],
      )
      batch = []
    }
    for await (const document of documents) if (batch.push(document) === 500) await write()
    await write()
    await this.#client.query('create index on baseline using gin (tsv); analyze baseline')
    return (performance.now() - began) / 1000
  }

  async search({ text, kinds, years }: SearchQuery): Promise<{ total: number; ids: string[] }> {
    const where = `tsv @@ q and ($2::text[] is null or kind = any($2)) and ($3::integer[] is null or year = any($3))`
    const values = [text, kinds ?? null, years ?? null]
    const from = `baseline, websearch_to_tsquery('plain_romanian', $1) q where ${where}`
    const facets = await this.#client.query(
      `select kind, year, category, state, count(*)::integer as number from ${from} group by 1, 2, 3, 4`,
      values,
    )
    const { rows } = await this.#client.query(
      `select id, title, ts_headline('plain_romanian', body, q, 'MaxFragments=2') as snippet
       from (select *, ts_rank_cd(tsv, q) as rank from ${from} order by rank desc, day desc limit 10) best`,
      values,
    )
    const total = facets.rows.reduce((sum: number, { number }) => sum + number, 0)
    return { total, ids: rows.map(({ id }) => id) }
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}
