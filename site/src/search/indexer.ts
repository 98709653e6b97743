import type { Change } from '@avizier/cms/changes'
import type { SearchChange, SearchDocument, SearchIndex } from '@avizier/search/search-index'
import type { CmsClient } from '../cms-client.ts'
import type { IndexState } from './index-state.ts'
import { idOf, type PagesOf, searchDocumentOf } from './search-document.ts'

type Options = {
  cms: Pick<CmsClient, 'changes' | 'reading'>
  index: SearchIndex
  state: IndexState | null
  save(state: IndexState): void
  /** The calendar day in Europe/Bucharest. */
  today(): string
  say(sentence: string): void
}

const limit = 500

/**
 * Follows the change log into the search index, with a cursor of its own: at least once, in order, and again from
 * zero when the index is empty, of another analyser, or of another record.
 */
export class Indexer {
  readonly #options: Options
  #state: IndexState | null

  constructor(options: Options) {
    this.#options = options
    this.#state = options.state
  }

  /** One round: makes the index if it has to be made, else takes in what comes within `wait` seconds. */
  async round({ wait, signal }: { wait: number; signal?: AbortSignal }): Promise<void> {
    const { cms, index, today } = this.#options
    const health = await index.health()
    if (health.kind === 'down') throw new Error(`The search engine does not answer: ${health.reason}`)
    if (!this.#state || health.kind === 'empty' || !health.isCurrent) return this.#rebuild()
    const page = await cms.changes({ after: this.#state.cursor, limit, wait, ...(signal ? { signal } : {}) })
    if (page.head < this.#state.cursor) {
      this.#options.say('The record has fewer changes than were followed, so it is another one')
      return this.#rebuild()
    }
    await this.#take(page.changes)
    this.#advance({ cursor: page.next, head: page.head })
    if (this.#state.reconciledOn !== today() && page.next >= page.head) await this.#reconcile()
  }

  /** Makes the whole index anew, beside the one in use, from the first change on. */
  async #rebuild(): Promise<void> {
    const { index, say } = this.#options
    say('The index is made anew')
    const began = performance.now()
    let head: number | null = null
    const documents = this.#replay((newest) => {
      head ??= newest
    })
    const outcome = await index.rebuild(documents)
    if (outcome.kind === 'busy') throw new Error('Another indexer is making the index anew')
    say(`The index is made: ${outcome.documents} documents in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    // What was committed meanwhile is followed once more: a document may have gone after it was read.
    this.#state = {
      cursor: head ?? 0,
      head: head ?? 0,
      rebuiltAt: new Date().toISOString(),
      reconciledOn: this.#options.today(),
      heardAt: new Date().toISOString(),
    }
    this.#options.save(this.#state)
  }

  /** By night, index and record are compared by id and revision, and what differs is set right. */
  async #reconcile(): Promise<void> {
    const { index, say } = this.#options
    const indexed = new Map<string, number>()
    for await (const { id, revision } of index.revisions()) indexed.set(id, revision)
    let wrong: SearchChange[] = []
    let repaired = 0
    const repair = async () => {
      await index.apply(wrong)
      repaired += wrong.length
      wrong = []
    }
    for await (const document of this.#replay(() => undefined)) {
      if (indexed.get(document.id) !== document.revision) wrong.push({ kind: 'upsert', document })
      indexed.delete(document.id)
      if (wrong.length >= limit) await repair()
    }
    wrong.push(...[...indexed.keys()].map((id): SearchChange => ({ kind: 'remove', id })))
    await repair()
    if (repaired > 0) say(`Compared with the record: ${repaired} documents were set right`)
    if (this.#state) this.#advance({ ...this.#state, reconciledOn: this.#options.today() })
  }

  /** Every public document as it is now, and on the way what clerks taught the search. */
  async *#replay(onPage: (head: number) => void): AsyncGenerator<SearchDocument> {
    for (let cursor = 0; ; ) {
      const page = await this.#options.cms.changes({ after: cursor, limit, wait: 0 })
      for (const change of page.changes) {
        if (change.op !== 'upsert' || !change.record) continue
        if (change.record.noun === 'search') await this.#options.index.setSynonyms(change.record.synonyms)
        const document = await searchDocumentOf(change.record, this.#pagesOf)
        if (document) yield document
      }
      onPage(page.head)
      cursor = page.next
      if (page.changes.length === 0) return
    }
  }

  async #take(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return
    const found: SearchChange[] = []
    for (const change of changes) {
      if (change.op === 'remove') found.push({ kind: 'remove', id: idOf(change) })
      else if (change.record?.noun === 'search') await this.#options.index.setSynonyms(change.record.synonyms)
      else if (change.record) {
        const document = await searchDocumentOf(change.record, this.#pagesOf)
        if (document) found.push({ kind: 'upsert', document })
      }
    }
    await this.#options.index.apply(found)
  }

  readonly #pagesOf: PagesOf = async (file) => {
    if (!file.reading) return []
    const reading = await this.#options.cms.reading(file.sha256)
    return reading?.pages ?? []
  }

  #advance(step: Partial<IndexState>): void {
    if (!this.#state) return
    this.#state = { ...this.#state, ...step, heardAt: new Date().toISOString() }
    this.#options.save(this.#state)
  }
}
