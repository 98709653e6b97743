import pg from 'pg'
import type { FacetValues } from '../facet-counts.ts'
import { bounded } from '../query-bounds.ts'
import type { Synonyms } from '../romanian/query.ts'
import { synonymStems } from '../romanian/synonyms.ts'
import { analyserVersion } from '../romanian/terms.ts'
import {
  type IndexHealth,
  type SearchAnswer,
  type SearchChange,
  type SearchDocument,
  type SearchIndex,
  type SearchIndexOptions,
  type SearchQuery,
  SearchUnavailable,
  type Suggestion,
  type SynonymGroup,
} from '../search-index.ts'
import { answerQuery, readFacets } from './answer-query.action.ts'
import { createIndexes, createTables, foundation, type Generation, generationOf, isSchemaName } from './generation.ts'
import { lockKeys } from './locks.ts'
import type { Snapshot } from './match-documents.action.ts'
import { rebuildIndex } from './rebuild-index.action.ts'
import { suggestCompletions } from './suggest-completions.action.ts'
import { unavailable } from './unavailable.ts'
import { writeChanges } from './write-changes.action.ts'

export type PostgresIndexOptions = SearchIndexOptions & {
  /** An address, or a pool that the caller opens and ends. */
  database: string | pg.Pool
  /** The index's own schema; everything in it may be dropped and built again. */
  schema?: string
  /** A query that takes longer is given up, and `SearchUnavailable` says so. */
  timeLimitMs?: number
}

/** The search in the Postgres that is already there. It lays its own foundation at the first use. */
export function createPostgresIndex({
  database,
  schema = 'search',
  timeLimitMs = 1_800,
  pendingRemovals,
}: PostgresIndexOptions): SearchIndex {
  if (!isSchemaName(schema)) throw new Error(`"${schema}" is no name for a schema`)
  return new PostgresIndex({ database, schema, timeLimitMs, pendingRemovals })
}

type State = { generation: number; synonymsVersion: number; wasFilled: boolean; analyser: string }

class PostgresIndex implements SearchIndex {
  readonly #pool: pg.Pool
  readonly #ownsPool: boolean
  readonly #schema: string
  readonly #timeLimitMs: number
  readonly #pendingRemovals: (() => Promise<readonly string[]>) | undefined
  #prepared: Promise<string> | undefined
  #generation = 0
  #facets: { generation: number; values: Map<number, FacetValues> } = { generation: 0, values: new Map() }
  #synonyms: { version: number; groups: Synonyms } = { version: 0, groups: [] }

  constructor({
    database,
    schema,
    timeLimitMs,
    pendingRemovals,
  }: Required<Omit<PostgresIndexOptions, 'pendingRemovals'>> & Pick<PostgresIndexOptions, 'pendingRemovals'>) {
    this.#ownsPool = typeof database === 'string'
    this.#pool =
      typeof database === 'string'
        ? new pg.Pool({
            connectionString: database,
            max: 8,
            connectionTimeoutMillis: timeLimitMs,
            idleTimeoutMillis: 30_000,
          })
        : database
    // A connection that is lost while idle is replaced at the next use; without a listener it would end the process.
    if (this.#ownsPool) this.#pool.on('error', () => undefined)
    this.#schema = schema
    this.#timeLimitMs = timeLimitMs
    this.#pendingRemovals = pendingRemovals
  }

  search(query: SearchQuery): Promise<SearchAnswer> {
    const asked = bounded(query)
    return this.#onSnapshot((snapshot) => answerQuery(snapshot, asked, this.#synonyms.groups))
  }

  suggest(typed: string, limit = 8): Promise<readonly Suggestion[]> {
    if (typed.trim().length < 2) return Promise.resolve([])
    return this.#onSnapshot((snapshot) => suggestCompletions(snapshot, typed.slice(0, 100), Math.min(limit, 20)))
  }

  async apply(changes: readonly SearchChange[]): Promise<void> {
    if (changes.length === 0) return
    await this.#withClient(async (client) => {
      const keys = lockKeys(this.#schema)
      await client.query('begin')
      try {
        await client.query('select pg_advisory_xact_lock($1, $2)', keys.write)
        const rebuilding = await client.query(
          `select not pg_try_advisory_xact_lock_shared($1, $2) as is_under_way, generation from ${this.#schema}.state`,
          keys.rebuilding,
        )
        const { is_under_way: isUnderWay, generation } = rebuilding.rows[0]
        await writeChanges(client, generationOf(this.#schema, generation), changes)
        if (isUnderWay)
          await client.query(
            `insert into ${this.#schema}.meanwhile (change) select change from json_array_elements($1::json) as given (change)`,
            [JSON.stringify(changes)],
          )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw error
      }
    })
  }

  async rebuild(documents: AsyncIterable<SearchDocument>) {
    const trigrams = await this.#prepare()
    return this.#withClient(async (client) => {
      try {
        return await rebuildIndex({ client, schema: this.#schema, trigrams, documents })
      } finally {
        await client.query('reset all').catch(() => undefined)
      }
    })
  }

  async *revisions(): AsyncGenerator<{ id: string; revision: number }> {
    let after = ''
    for (;;) {
      const page = await this.#withClient(async (client) => {
        const { rows } = await client.query(`select generation from ${this.#schema}.state`)
        const { documents } = generationOf(this.#schema, rows[0].generation)
        const found = await client.query<{ id: string; revision: string }>(
          `select id, revision from ${documents} where id > $1 order by id limit 1000`,
          [after],
        )
        return found.rows
      })
      for (const { id, revision } of page) yield { id, revision: Number(revision) }
      const last = page.at(-1)
      if (!last) return
      after = last.id
    }
  }

  async setSynonyms(groups: readonly SynonymGroup[]): Promise<void> {
    await this.#withClient((client) =>
      client.query(
        `update ${this.#schema}.state set synonyms = $1, synonyms_version = synonyms_version + 1 where synonyms <> $1`,
        [JSON.stringify(groups)],
      ),
    )
  }

  async health(): Promise<IndexHealth> {
    try {
      return await this.#withClient(async (client) => {
        const state = await this.#readState(client)
        const { documents } = generationOf(this.#schema, state.generation)
        const { rows } = await client.query(`select count(*)::integer as number from ${documents}`)
        const number: number = rows[0].number
        if (!state.wasFilled && number === 0) return { kind: 'empty' }
        const isCurrent = state.analyser === analyserVersion
        return { kind: 'ready', documents: number, analyserVersion: state.analyser, isCurrent }
      })
    } catch (error) {
      return { kind: 'down', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  async close(): Promise<void> {
    if (this.#ownsPool) await this.#pool.end()
  }

  /**
   * One look at the index that does not change while it is looked at. When a rebuild has swapped generations since this
   * process last looked, it looks again.
   */
  async #onSnapshot<Answer>(ask: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer> {
    const withdrawn = (await this.#pendingRemovals?.()) ?? []
    const trigrams = await this.#prepare()
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#inTime(async (client) => {
          await client.query(
            `begin isolation level repeatable read read only; set local jit = off; set local max_parallel_workers_per_gather = 0; set local enable_seqscan = off;
             set local statement_timeout = ${this.#timeLimitMs}; set local work_mem = '32MB'`,
          )
          const snapshot = await this.#snapshot(client, trigrams, withdrawn)
          const answer = await ask(snapshot)
          await client.query('commit')
          return answer
        })
      } catch (error) {
        const isReplaced = error instanceof Error && 'code' in error && error.code === '42P01'
        if (!isReplaced || attempt > 3) throw error
      }
    }
  }

  async #snapshot(client: pg.PoolClient, trigrams: string, withdrawnIds: readonly string[]): Promise<Snapshot> {
    const { generation: number, synonymsVersion } = await this.#readState(client)
    this.#generation = number
    const generation: Generation = generationOf(this.#schema, number)
    const { rows } = await client.query(
      `select (select coalesce(max(facet), 0) from ${generation.facets}) as facets,
              (select coalesce(max(rid), 0) from ${generation.documents}) as documents,
              exists (select from ${generation.entries} where is_long) as has_long,
              array(select rid from ${generation.documents} where id = any($1)) as withdrawn`,
      [withdrawnIds],
    )
    if (this.#facets.generation !== number || this.#facets.values.size < rows[0].facets)
      this.#facets = { generation: number, values: await readFacets(client, generation.facets) }
    if (this.#synonyms.version !== synonymsVersion) {
      const found = await client.query(`select synonyms from ${this.#schema}.state`)
      this.#synonyms = { version: synonymsVersion, groups: synonymStems(found.rows[0].synonyms) }
    }
    return {
      client,
      generation,
      trigrams,
      facets: this.#facets.values,
      withdrawn: rows[0].withdrawn,
      hasLong: rows[0].has_long,
      documents: rows[0].documents,
    }
  }

  async #readState(client: pg.PoolClient): Promise<State> {
    const { rows } = await client.query(
      `select generation, synonyms_version, was_filled, analyser from ${this.#schema}.state`,
    )
    const row = rows[0]
    return {
      generation: row.generation,
      synonymsVersion: row.synonyms_version,
      wasFilled: row.was_filled,
      analyser: row.analyser,
    }
  }

  /** Gives up after the limit even when the server says nothing at all; the connection is then worth nothing. */
  async #inTime<Answer>(work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined
    try {
      const client = await this.#pool.connect()
      let isBroken = true
      try {
        const tooSlow = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new SearchUnavailable('slow', null)), this.#timeLimitMs + 100)
        })
        const answer = await Promise.race([work(client), tooSlow])
        isBroken = false
        return answer
      } catch (error) {
        if (!(error instanceof SearchUnavailable)) {
          await client.query('rollback')
          isBroken = false
        }
        throw error
      } finally {
        clearTimeout(timer)
        client.release(isBroken)
      }
    } catch (error) {
      throw unavailable(error)
    }
  }

  async #withClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    try {
      await this.#prepare()
      const client = await this.#pool.connect()
      let isBroken = true
      try {
        const result = await work(client)
        isBroken = false
        return result
      } finally {
        client.release(isBroken)
      }
    } catch (error) {
      throw unavailable(error)
    }
  }

  /** Lays the foundation once; a failure is tried again at the next use. Answers where pg_trgm stands. */
  #prepare(): Promise<string> {
    this.#prepared ??= this.#layFoundation().catch((error: unknown) => {
      this.#prepared = undefined
      throw unavailable(error)
    })
    return this.#prepared
  }

  async #layFoundation(): Promise<string> {
    const client = await this.#pool.connect()
    const schema = this.#schema
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1, $2)', lockKeys(schema).prepare)
      await client.query(foundation(schema))
      await client.query(`create extension if not exists pg_trgm with schema ${schema}`)
      const { rows } = await client.query(
        `select extnamespace::regnamespace::text as name from pg_extension where extname = 'pg_trgm'`,
      )
      const trigrams: string = rows[0].name
      const state = await client.query(`select generation from ${schema}.state`)
      if (state.rows.length === 0) {
        const first = generationOf(schema, 1)
        await client.query(createTables(first))
        for (const index of createIndexes(first, trigrams)) await client.query(index)
        await client.query(`insert into ${schema}.state (generation, last_generation, analyser) values (1, 1, $1)`, [
          analyserVersion,
        ])
      }
      await client.query('commit')
      return trigrams
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }
}
