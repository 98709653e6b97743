import type { Searches } from '@avizier/cms/search'

const mostWords = 500

/**
 * Adds up what is searched, without saying by whom, and tells the record from time to time. What could not be told
 * waits for the next time; what does not fit is forgotten.
 */
export class SearchedWords {
  readonly #tell: (searches: Searches) => Promise<void>
  #counts = new Map<string, { found: boolean; count: number }>()

  constructor(tell: (searches: Searches) => Promise<void>) {
    this.#tell = tell
  }

  note(words: string, found: boolean): void {
    const key = words.toLocaleLowerCase('ro').replace(/\s+/g, ' ').trim().slice(0, 120).trim()
    if (!key || (this.#counts.size >= mostWords && !this.#counts.has(key))) return
    this.#counts.set(key, { found, count: (this.#counts.get(key)?.count ?? 0) + 1 })
  }

  async flush(): Promise<void> {
    if (this.#counts.size === 0) return
    const told = this.#counts
    this.#counts = new Map()
    try {
      await this.#tell([...told].map(([words, { found, count }]) => ({ words, found, count })))
    } catch {
      for (const [words, { found, count }] of told) {
        const since = this.#counts.get(words)
        this.#counts.set(words, { found: since?.found ?? found, count: count + (since?.count ?? 0) })
      }
    }
  }
}
