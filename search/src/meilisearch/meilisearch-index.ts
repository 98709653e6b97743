import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import { bounded } from '../query-bounds.ts'
import { parseQuery, type Synonyms } from '../romanian/query.ts'
import { synonymStems } from '../romanian/synonyms.ts'
import { analyserVersion } from '../romanian/terms.ts'
import type {
  IndexHealth,
  RebuildOutcome,
  SearchAnswer,
  SearchChange,
  SearchDocument,
  SearchIndex,
  SearchIndexOptions,
  SearchQuery,
  Suggestion,
  SynonymGroup,
} from '../search-index.ts'
import { type Asked, answerQuery, notWithdrawn } from './answer-query.action.ts'
import { indexNames, isIndexName, nextNames, stateName } from './index-names.ts'
import { createIndexes, fillIndexes, swapIndexes } from './rebuild-index.action.ts'
import { codeOf, keyOf, type ShadowDocument } from './shadow-document.ts'
import { finished, unavailable } from './tasks.ts'
import { vocabularyOf } from './vocabulary.action.ts'
import { writeChanges } from './write-changes.action.ts'

export type MeilisearchIndexOptions = SearchIndexOptions & {
  host: string
  /** May search these indexes and nothing else; for queries. */
  searchKey: string
  /** May create, write and swap them; only a process that indexes has it. */
  adminKey: string | null
  /** Begins the names of all indexes. */
  name?: string
  timeLimitMs?: number
}

/**
 * The search for towns that outgrow their Postgres. One process applies changes and rebuilds; any number search.
 * Meilisearch has no transactions: a change that fails halfway is brought in whole by applying it again.
 */
export function createMeilisearchIndex(options: MeilisearchIndexOptions): SearchIndex {
  if (options.name !== undefined && !isIndexName(options.name))
    throw new Error(`"${options.name}" is no name for an index`)
  return new MeilisearchIndex(options)
}

type State = { key: 'state'; analyser: string; wasFilled: boolean; synonyms: SynonymGroup[] }
const firstState: State = { key: 'state', analyser: analyserVersion, wasFilled: false, synonyms: [] }
/** Synonyms are looked at again after so long. */
const stateAgeMs = 500

class MeilisearchIndex implements SearchIndex {
  readonly #search: Meilisearch
  readonly #admin: Meilisearch | null
  readonly #name: string
  readonly #pendingRemovals: (() => Promise<readonly string[]>) | undefined
  #prepared: Promise<void> | undefined
  #writing: Promise<unknown> = Promise.resolve()
  #meanwhile: SearchChange[] | null = null
  #state: { readAt: number; synonyms: Synonyms } = { readAt: Number.NEGATIVE_INFINITY, synonyms: [] }

  constructor({
    host,
    searchKey,
    adminKey,
    name = 'avizier',
    timeLimitMs = 1_800,
    pendingRemovals,
  }: MeilisearchIndexOptions) {
    this.#search = new Meilisearch({ host, apiKey: searchKey, timeout: timeLimitMs })
    this.#admin = adminKey === null ? null : new Meilisearch({ host, apiKey: adminKey })
    this.#name = name
    this.#pendingRemovals = pendingRemovals
  }

  search(query: SearchQuery): Promise<SearchAnswer> {
    const asked = bounded(query)
    return this.#asking(async (on) => answerQuery(on, asked, await this.#synonyms()))
  }

  suggest(typed: string, limit = 8): Promise<readonly Suggestion[]> {
    if (typed.trim().length < 2) return Promise.resolve([])
    return this.#asking((on) => this.#complete(on, typed.slice(0, 100), Math.min(limit, 20)))
  }

  apply(changes: readonly SearchChange[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve()
    return this.#inTurn(async (admin) => {
      await writeChanges(admin, indexNames(this.#name), changes)
      this.#meanwhile?.push(...changes)
    })
  }

  async rebuild(documents: AsyncIterable<SearchDocument>): Promise<RebuildOutcome> {
    if (this.#meanwhile) return { kind: 'busy' }
    this.#meanwhile = []
    try {
      const admin = await this.#prepare()
      const next = nextNames(this.#name)
      // Changes under way are finished first: what comes after is noted.
      await this.#inTurn(async () => undefined)
      await createIndexes(admin, next)
      const count = await fillIndexes(admin, next, documents)
      await this.#inTurn(async () => {
        if (this.#meanwhile?.length) await writeChanges(admin, next, this.#meanwhile)
        await swapIndexes(admin, indexNames(this.#name), next)
        await this.#writeState({ analyser: analyserVersion, wasFilled: true })
      })
      for (const uid of Object.values(next)) await admin.deleteIndexIfExists(uid)
      return { kind: 'rebuilt', documents: count }
    } catch (error) {
      throw unavailable(error)
    } finally {
      this.#meanwhile = null
    }
  }

  async *revisions(): AsyncGenerator<{ id: string; revision: number }> {
    const admin = await this.#prepare()
    const index = admin.index<ShadowDocument>(indexNames(this.#name).documents)
    const all: { id: string; revision: number }[] = []
    for (let offset = 0; ; offset += 1_000) {
      const { results } = await index.getDocuments({ fields: ['id', 'revision'], offset, limit: 1_000 })
      all.push(...results.map(({ id, revision }) => ({ id, revision })))
      if (results.length < 1_000) break
    }
    yield* all.sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  setSynonyms(groups: readonly SynonymGroup[]): Promise<void> {
    return this.#inTurn(() => this.#writeState({ synonyms: groups.map((group) => [...group]) }))
  }

  async health(): Promise<IndexHealth> {
    try {
      await this.#search.health()
      if (this.#admin) await this.#prepare()
      const documents = this.#search.index(indexNames(this.#name).documents)
      const { totalHits: numberOfDocuments } = await documents.search('', { page: 1, hitsPerPage: 1 })
      const { hits } = await this.#search.index<State>(stateName(this.#name)).search('', { limit: 1 })
      const { analyser, wasFilled } = hits[0] ?? firstState
      if (!wasFilled && numberOfDocuments === 0) return { kind: 'empty' }
      return {
        kind: 'ready',
        documents: numberOfDocuments,
        analyserVersion: analyser,
        isCurrent: analyser === analyserVersion,
      }
    } catch (error) {
      return { kind: 'down', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined)
  }

  async #complete(on: Asked, typed: string, limit: number): Promise<Suggestion[]> {
    const parsed = parseQuery(typed)
    const last = parsed.clauses.at(-1)
    if (parsed.isBlank || !last) return []
    const open = parsed.isLastOpen ? (last.forms[0] ?? '') : ''
    const closed = open ? parsed.clauses.slice(0, -1) : parsed.clauses
    const words = closed.flatMap(({ alternatives }) => alternatives[0]?.terms.map((term) => `"${codeOf(term)}"`) ?? [])
    const { hits } = await on.client
      .index<ShadowDocument>(on.names.documents)
      .search([...words, open].join(' ').trim(), {
        attributesToSearchOn: ['own', 'titleTerms', 'titleWords'],
        attributesToRetrieve: ['title', 'url', 'kind'],
        filter: notWithdrawn(on),
        matchingStrategy: 'all',
        limit,
      })
    const documents = hits.map(
      ({ title, url, kind }): Suggestion => ({ kind: 'document', text: title, url, documentKind: kind }),
    )
    if (open.length < 3) return documents
    const before = parsed.text.slice(0, last.start)
    const begun = await vocabularyOf(on.client, on.names.words).beginning(open)
    const completed = begun
      .filter(({ docs }) => docs > 1)
      .map(({ shown }): Suggestion => ({ kind: 'words', text: before + shown.toLowerCase() }))
    return [...completed.slice(0, Math.ceil(limit / 2)), ...documents].slice(0, limit)
  }

  async #asking<Answer>(ask: (on: Asked) => Promise<Answer>): Promise<Answer> {
    const withdrawn = ((await this.#pendingRemovals?.()) ?? []).map(keyOf)
    try {
      if (this.#admin) await this.#prepare()
      return await ask({ client: this.#search, names: indexNames(this.#name), withdrawn })
    } catch (error) {
      throw unavailable(error)
    }
  }

  async #synonyms(): Promise<Synonyms> {
    if (performance.now() - this.#state.readAt > stateAgeMs) {
      const { hits } = await this.#search.index<State>(stateName(this.#name)).search('', { limit: 1 })
      this.#state = { readAt: performance.now(), synonyms: synonymStems(hits[0]?.synonyms ?? []) }
    }
    return this.#state.synonyms
  }

  /** Writers take turns, so that revisions are compared and counts are kept without races. */
  #inTurn(work: (admin: Meilisearch) => Promise<void>): Promise<void> {
    const turn = this.#writing.then(async () => {
      try {
        await work(await this.#prepare())
      } catch (error) {
        throw unavailable(error)
      }
    })
    this.#writing = turn.catch(() => undefined)
    return turn
  }

  async #readState(admin: Meilisearch): Promise<State> {
    return { ...firstState, ...(await admin.index<State>(stateName(this.#name)).getDocument('state')) }
  }

  async #writeState(change: Partial<State>): Promise<void> {
    const admin = await this.#prepare()
    const state = { ...(await this.#readState(admin)), ...change }
    await finished(admin.index<State>(stateName(this.#name)).addDocuments([state]))
    this.#state = { readAt: performance.now(), synonyms: synonymStems(state.synonyms) }
  }

  /** Creates the indexes once; a failure is tried again at the next use. */
  #prepare(): Promise<Meilisearch> {
    const admin = this.#admin
    if (!admin) return Promise.reject(new Error('Writing needs the admin key'))
    this.#prepared ??= this.#createMissing(admin).catch((error: unknown) => {
      this.#prepared = undefined
      throw error
    })
    return this.#prepared.then(() => admin)
  }

  async #createMissing(admin: Meilisearch): Promise<void> {
    const uid = stateName(this.#name)
    try {
      await admin.getRawIndex(uid)
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'index_not_found') throw error
      await createIndexes(admin, indexNames(this.#name))
      await finished(admin.createIndex(uid, { primaryKey: 'key' }))
      await finished(admin.index<State>(uid).addDocuments([firstState]))
    }
  }
}
