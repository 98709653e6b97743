import { ChangesPage, Preview } from '@avizier/cms/changes'
import { Reading } from '@avizier/cms/readings'
import type { Searches } from '@avizier/cms/search'

/** The only code that knows the record's address. Every answer is checked against the contract. */
export class CmsClient {
  readonly #url: string
  readonly #token: string

  constructor({ url, token }: { url: string; token: string }) {
    this.#url = url
    this.#token = token
  }

  /** The changes after a position; with none it waits at the record, up to `wait` seconds (0..25). */
  async changes({
    after,
    limit,
    wait,
    signal,
  }: {
    after: number
    limit: number
    wait: number
    signal?: AbortSignal
  }): Promise<ChangesPage> {
    const response = await this.#ask(`/api/changes?after=${after}&limit=${limit}&wait=${wait}`, {
      signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout((wait + 20) * 1000)]),
    })
    if (!response.ok) throw new Error(`The record answered ${response.status} to the change feed`)
    return ChangesPage.parse(await response.json())
  }

  /** The bytes of a published file; null when the record has none of that fingerprint. */
  async file(sha256: string): Promise<Uint8Array | null> {
    const response = await this.#ask(`/api/changes/files/${sha256}`, { signal: AbortSignal.timeout(120_000) })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} for file ${sha256}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** The machine-read text of a published file; null while it has not been read. */
  async reading(sha256: string): Promise<Reading | null> {
    const response = await this.#ask(`/api/changes/files/${sha256}/reading`, { signal: AbortSignal.timeout(60_000) })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} for the text of file ${sha256}`)
    return Reading.parse(await response.json())
  }

  /** Tells the record what was searched, added up. */
  async tellSearches(searches: Searches): Promise<void> {
    const response = await this.#ask('/api/searches', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(searches),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`The record answered ${response.status} to what was searched`)
  }

  /** A draft by its link; null when the link is wrong or has expired. */
  async preview(token: string): Promise<Preview | null> {
    const response = await fetch(`${this.#url}/api/preview/${encodeURIComponent(token)}`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`The record answered ${response.status} to a preview`)
    return Preview.parse(await response.json())
  }

  #ask(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<Response> {
    return fetch(this.#url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${this.#token}` } })
  }
}
