import type { Pool, PoolClient, QueryResult } from 'pg'
import type { FacetValues } from '../facet-counts.ts'
import type { Synonyms } from '../romanian/query.ts'
import { synonymStems } from '../romanian/synonyms.ts'
import { SearchUnavailable } from '../search-index.ts'
import { generationOf } from './generation.ts'
import type { Snapshot } from './match-documents.action.ts'
import { unavailable } from './unavailable.ts'

type State = {
  generation: number
  synonyms_version: number
  facets: number
  documents: number
  has_long: boolean
}

/**
 * Looks at the index that do not change while they are looked at, and that end in time. What a process knows of the
 * index (its generation, facets, synonyms) is read again only when the index says that it is old.
 */
export class Snapshots {
  readonly #pool: Pool
  readonly #schema: string
  readonly #timeLimitMs: number
  #generation = 0
  #facets: { generation: number; values: Map<number, FacetValues> } = { generation: 0, values: new Map() }
  #synonyms: { version: number; groups: Synonyms } = { version: 0, groups: [] }

  constructor({ pool, schema, timeLimitMs }: { pool: Pool; schema: string; timeLimitMs: number }) {
    this.#pool = pool
    this.#schema = schema
    this.#timeLimitMs = timeLimitMs
  }

  /** When a rebuild has swapped generations since this process last looked, it looks again. */
  async ask<Answer>(
    { trigrams, withdrawn }: { trigrams: string; withdrawn: readonly string[] },
    question: (snapshot: Snapshot, synonyms: Synonyms) => Promise<Answer>,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#inTime(async (client) => {
          const snapshot = await this.#open(client, trigrams, withdrawn)
          const answer = await question(snapshot, this.#synonyms.groups)
          await client.query('commit')
          return answer
        })
      } catch (error) {
        const isReplaced = error instanceof Error && 'code' in error && error.code === '42P01'
        if (!isReplaced || attempt > 3) throw error
        this.#generation = 0
      }
    }
  }

  async #open(client: PoolClient, trigrams: string, withdrawnIds: readonly string[]): Promise<Snapshot> {
    const begun = `begin isolation level repeatable read read only;
      set local jit = off; set local max_parallel_workers_per_gather = 0; set local enable_seqscan = off;
      set local work_mem = '32MB'; set local statement_timeout = ${this.#timeLimitMs};`
    let state = this.#generation > 0 ? await this.#read(client, begun, this.#generation) : null
    if (!state || state.generation !== this.#generation) {
      if (state) await client.query('rollback')
      const { rows } = lastOf(await client.query(`${begun} select generation from ${this.#schema}.state`))
      state = await this.#read(client, '', rows[0].generation)
    }
    const generation = generationOf(this.#schema, state.generation)
    this.#generation = state.generation
    await this.#refresh(client, state)
    return {
      client,
      generation,
      trigrams,
      facets: this.#facets.values,
      withdrawn: withdrawnIds.length > 0 ? await ridsOf(client, generation.documents, withdrawnIds) : [],
      hasLong: state.has_long,
      documents: state.documents,
    }
  }

  /** With the first statement of the transaction, in one message: at a few milliseconds a query each message counts. */
  async #read(client: PoolClient, begun: string, number: number): Promise<State> {
    const { facets, documents, entries } = generationOf(this.#schema, number)
    const result = await client.query(
      `${begun} select generation, synonyms_version,
         (select coalesce(max(facet), 0) from ${facets}) as facets,
         (select coalesce(max(rid), 0) from ${documents}) as documents,
         exists (select from ${entries} where is_long) as has_long
       from ${this.#schema}.state`,
    )
    return lastOf(result).rows[0] as State
  }

  async #refresh(client: PoolClient, { generation, facets, synonyms_version: version }: State): Promise<void> {
    if (this.#facets.generation !== generation || this.#facets.values.size < facets) {
      const { rows } = await client.query<FacetValues & { facet: number }>(
        `select * from ${generationOf(this.#schema, generation).facets}`,
      )
      this.#facets = { generation, values: new Map(rows.map(({ facet, ...values }) => [facet, values])) }
    }
    if (this.#synonyms.version !== version) {
      const { rows } = await client.query(`select synonyms from ${this.#schema}.state`)
      this.#synonyms = { version, groups: synonymStems(rows[0].synonyms) }
    }
  }

  /** Gives up after the limit even when the server says nothing at all; the connection is then worth nothing. */
  async #inTime<Answer>(work: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined
    const tooSlow = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new SearchUnavailable('slow', null)), this.#timeLimitMs + 100)
    })
    const connecting = this.#pool.connect()
    let isConnected = false
    try {
      const client = await Promise.race([connecting, tooSlow])
      isConnected = true
      let isBroken = true
      try {
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
        client.release(isBroken)
      }
    } catch (error) {
      // A connection that comes too late goes back to the pool.
      if (!isConnected) void connecting.then((late) => late.release()).catch(() => undefined)
      throw unavailable(error)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Several statements in one message bring several results. */
const lastOf = (result: QueryResult): QueryResult => [result].flat().at(-1) ?? result

async function ridsOf(client: PoolClient, documents: string, ids: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ rid: number }>(`select rid from ${documents} where id = any($1)`, [ids])
  return rows.map(({ rid }) => rid)
}
