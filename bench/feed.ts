import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Change, PublicRecord } from '@avizier/cms/changes'

/**
 * The record's change feed, as the publisher meets it over HTTP, with a log in memory. The publisher asks and waits
 * only when nothing is left to write: that is the moment at which all files of the changes before are in place.
 */
export class Feed {
  readonly token = 'bench'.padEnd(32, '-')
  readonly #changes: Change[] = []
  readonly #revisions = new Map<string, number>()
  readonly #server: Server
  #wake: (() => void)[] = []
  #idle: { position: number; resolve: () => void }[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams
      const after = Number(query.get('after'))
      const answer = () => {
        const changes = this.#changes.slice(after, after + Number(query.get('limit')))
        response.end(JSON.stringify({ changes, next: after + changes.length, head: this.#changes.length }))
      }
      const wait = Number(query.get('wait'))
      if (after < this.#changes.length || wait === 0) return answer()
      for (const { position, resolve } of this.#idle) if (position <= after) resolve()
      this.#idle = this.#idle.filter(({ position }) => position > after)
      const timer = setTimeout(answer, wait * 1000)
      this.#wake.push(() => {
        clearTimeout(timer)
        answer()
      })
    })
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Commits records at once; whoever waits hears of them. */
  commit(records: Iterable<PublicRecord>): void {
    for (const record of records) {
      const { noun, id } = record
      const revision = (this.#revisions.get(`${noun} ${id}`) ?? 0) + 1
      this.#revisions.set(`${noun} ${id}`, revision)
      const position = this.#changes.length + 1
      const at = new Date().toISOString()
      this.#changes.push({ op: 'upsert', position, noun, id, revision, at, record: { ...record, revision } })
    }
    for (const wake of this.#wake.splice(0)) wake()
  }

  /** Resolves when everything committed so far is on disk. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.#idle.push({ position: this.#changes.length, resolve }))
  }
}
