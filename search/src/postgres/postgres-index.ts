import pg from 'pg'
import { bounded } from '../query-bounds.ts'
import type { Synonyms } from '../romanian/query.ts'
import { analyserVersion } from '../romanian/terms.ts'
import type {
  IndexHealth,
  SearchAnswer,
  SearchChange,
  SearchDocument,
  SearchIndex,
  SearchIndexOptions,
  SearchQuery,
  Suggestion,
  SynonymGroup,
} from '../search-index.ts'
import { answerQuery } from './answer-query.action.ts'
import { generationOf, isSchemaName } from './generation.ts'
import { layFoundation } from './lay-foundation.action.ts'
import { lockKeys } from './locks.ts'
import type { Snapshot } from './match-documents.action.ts'
import { rebuildIndex } from './rebuild-index.action.ts'
import { Snapshots } from './snapshots.action.ts'
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
  readonly #snapshots: Snapshots
  readonly #pendingRemovals: (() => Promise<readonly string[]>) | undefined
  #prepared: Promise<string> | undefined

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
    this.#snapshots = new Snapshots({ pool: this.#pool, schema, timeLimitMs })
    this.#pendingRemovals = pendingRemovals
  }

  search(query: SearchQuery): Promise<SearchAnswer> {
    const asked = bounded(query)
    return this.#ask((snapshot, synonyms) => answerQuery(snapshot, asked, synonyms))
  }

  suggest(typed: string, limit = 8): Promise<readonly Suggestion[]> {
    if (typed.trim().length < 2) return Promise.resolve([])
    return this.#ask((snapshot) => suggestCompletions(snapshot, typed.slice(0, 100), Math.min(limit, 20)))
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

  async #ask<Answer>(question: (snapshot: Snapshot, synonyms: Synonyms) => Promise<Answer>): Promise<Answer> {
    const withdrawn = (await this.#pendingRemovals?.()) ?? []
    return this.#snapshots.ask({ trigrams: await this.#prepare(), withdrawn }, question)
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
    this.#prepared ??= layFoundation(this.#pool, this.#schema).catch((error: unknown) => {
      this.#prepared = undefined
      throw unavailable(error)
    })
    return this.#prepared
  }
}
