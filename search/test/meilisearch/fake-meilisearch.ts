import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { z } from 'zod'
import { FakeIndex, only } from './fake-index.ts'
import {
  CreateIndex,
  DeleteBatch,
  DeleteByFilter,
  Documents,
  documentId,
  Fetch,
  MultiSearch,
  Search,
  Settings,
  Swap,
} from './protocol.ts'

export type Task = {
  uid: number
  type: string
  indexUid: string | null
  status: 'enqueued' | 'succeeded' | 'failed'
  error: object | null
}
export type Seen = { method: string; path: string; body: unknown; key: string | null }

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/**
 * A server that speaks Meilisearch's protocol and refuses whatever its documentation does not have: paths, methods,
 * members of bodies, names of settings, ids, keys. Writes are tasks, which are done when they are asked about.
 */
export class FakeMeilisearch {
  readonly searchKey = 'only-search'
  readonly adminKey = 'may-write'
  readonly seen: Seen[] = []
  readonly tasks: Task[] = []
  readonly indexes = new Map<string, FakeIndex>()
  /** Fails the next task of this type, as a full disk would. */
  failNext: string | null = null
  isSlow = false
  readonly #pending = new Map<number, () => void>()
  readonly #server: Server

  constructor() {
    this.#server = createServer(async (request, response) => {
      response.setHeader('content-type', 'application/json')
      try {
        const [status, body] = this.#answer(await this.#read(request))
        if (!this.isSlow) response.writeHead(status).end(body === null ? undefined : JSON.stringify(body))
      } catch (error) {
        const { status = 500, code = 'internal', message } = error as Refusal
        response
          .writeHead(status)
          .end(JSON.stringify({ message, code, type: 'invalid_request', link: 'https://docs.meilisearch.com/errors' }))
      }
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

  async #read(request: IncomingMessage): Promise<Seen & { query: URLSearchParams }> {
    const url = new URL(request.url ?? '', 'http://localhost')
    let text = ''
    for await (const chunk of request) text += chunk
    if (text && request.headers['content-type'] !== 'application/json')
      throw new Refusal(415, 'missing_content_type', 'A Content-Type header is missing.')
    const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
    const seen = { method: request.method ?? '', path: url.pathname, body: text ? JSON.parse(text) : undefined, key }
    this.seen.push(seen)
    return { ...seen, query: url.searchParams }
  }

  #answer({ method, path, body, key, query }: Seen & { query: URLSearchParams }): [number, unknown] {
    const [, root, uid = '', part, last] = path.split('/')
    const route = `${method} /${[root, uid && ':uid', part, last && (part === 'documents' && method === 'GET' ? ':id' : last)].filter(Boolean).join('/')}`
    const isSearch = route === 'POST /indexes/:uid/search' || route === 'POST /multi-search'
    if (route !== 'GET /health' && key !== this.adminKey && !(isSearch && key === this.searchKey))
      throw new Refusal(403, 'invalid_api_key', 'The provided API key is invalid.')
    switch (route) {
      case 'GET /health':
        return [200, { status: 'available' }]
      case 'GET /tasks/:uid':
        return [200, this.#finish(Number(uid))]
      case 'POST /multi-search':
        return [
          200,
          {
            results: parsed(MultiSearch, body).queries.map(({ indexUid, ...one }) => ({
              indexUid,
              ...this.#run(indexUid, one),
            })),
          },
        ]
      case 'POST /swap-indexes':
        return this.#swap(parsed(Swap, body))
      case 'POST /indexes': {
        const { uid: name, primaryKey = null } = parsed(CreateIndex, body)
        return this.#enqueue('indexCreation', name, () => {
          if (this.indexes.has(name))
            throw new Refusal(400, 'index_already_exists', `Index \`${name}\` already exists.`)
          this.indexes.set(name, new FakeIndex(primaryKey))
        })
      }
      case 'GET /indexes/:uid':
        return [200, { uid, primaryKey: this.#index(uid).primaryKey, createdAt: now(), updatedAt: now() }]
      case 'DELETE /indexes/:uid':
        return this.#enqueue('indexDeletion', uid, () => void (this.#index(uid) && this.indexes.delete(uid)))
      case 'PATCH /indexes/:uid/settings': {
        const settings = parsed(Settings, body)
        return this.#enqueue('settingsUpdate', uid, () => this.#index(uid).updateSettings(settings))
      }
      case 'POST /indexes/:uid/search':
        return [200, this.#run(uid, parsed(Search, body))]
      case 'POST /indexes/:uid/documents':
        return this.#add(uid, parsed(Documents, body))
      case 'POST /indexes/:uid/documents/delete': {
        const { filter } = parsed(DeleteByFilter, body)
        return this.#enqueue('documentDeletion', uid, () =>
          this.#remove(
            uid,
            this.#index(uid)
              .filtered(filter)
              .map((one) => String(one[this.#index(uid).primaryKey ?? ''])),
          ),
        )
      }
      case 'POST /indexes/:uid/documents/delete-batch': {
        const ids = parsed(DeleteBatch, body)
        return this.#enqueue('documentDeletion', uid, () => this.#remove(uid, ids.map(String)))
      }
      case 'POST /indexes/:uid/documents/fetch':
        return [200, this.#fetch(uid, parsed(Fetch, body))]
      case 'GET /indexes/:uid/documents': {
        for (const name of query.keys())
          if (!['offset', 'limit', 'fields'].includes(name))
            throw new Refusal(400, 'bad_request', `Unknown parameter \`${name}\``)
        const fields = query.get('fields')?.split(',')
        return [
          200,
          this.#fetch(uid, {
            fields,
            offset: Number(query.get('offset') ?? 0),
            limit: Number(query.get('limit') ?? 20),
          }),
        ]
      }
      case 'GET /indexes/:uid/documents/:id': {
        const document = this.#index(uid).documents.get(last ?? '')
        if (!document) throw new Refusal(404, 'document_not_found', `Document \`${last}\` not found.`)
        return [200, document]
      }
    }
    throw new Refusal(404, 'not_found', `Not documented: ${route}`)
  }

  #index(uid: string): FakeIndex {
    const index = this.indexes.get(uid)
    if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`)
    return index
  }

  #run(uid: string, body: z.infer<typeof Search>) {
    try {
      return this.#index(uid).search(body)
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(400, 'invalid_search_filter', (error as Error).message)
    }
  }

  #fetch(uid: string, { filter, fields, offset = 0, limit = 20 }: z.infer<typeof Fetch>) {
    const all = this.#index(uid).filtered(filter)
    return {
      results: all.slice(offset, offset + limit).map((one) => only(one, fields)),
      offset,
      limit,
      total: all.length,
    }
  }

  #add(uid: string, documents: Record<string, unknown>[]): [number, unknown] {
    return this.#enqueue('documentAdditionOrUpdate', uid, () => {
      const { primaryKey, documents: known } = this.#index(uid)
      for (const document of documents) {
        const id = documentId.safeParse(document[primaryKey ?? ''])
        if (!id.success) throw new Refusal(400, 'invalid_document_id', `Document identifier is invalid.`)
        known.set(String(id.data), document)
      }
    })
  }

  #remove(uid: string, ids: readonly string[]): void {
    for (const id of ids) this.#index(uid).documents.delete(id)
  }

  /** Every pair or none. */
  #swap(pairs: z.infer<typeof Swap>): [number, unknown] {
    return this.#enqueue('indexSwap', null, () => {
      const found = pairs.map(
        ({ indexes: [one, other] }) => [one, other, this.#index(one), this.#index(other)] as const,
      )
      for (const [one, other, first, second] of found) {
        this.indexes.set(one, second)
        this.indexes.set(other, first)
      }
    })
  }

  #enqueue(type: string, indexUid: string | null, work: () => void): [number, unknown] {
    const task: Task = { uid: this.tasks.length, type, indexUid, status: 'enqueued', error: null }
    this.tasks.push(task)
    this.#pending.set(task.uid, work)
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: now() }]
  }

  /** In their order: a task is done after all that were enqueued before it. */
  #finish(uid: number): object {
    for (const task of this.tasks.slice(0, uid + 1)) {
      const work = this.#pending.get(task.uid)
      if (!work) continue
      this.#pending.delete(task.uid)
      try {
        if (this.failNext === task.type) {
          this.failNext = null
          throw new Refusal(500, 'no_space_left_on_device', 'No space left on device.')
        }
        work()
        task.status = 'succeeded'
      } catch (error) {
        task.status = 'failed'
        task.error = { message: (error as Error).message, code: (error as Refusal).code, type: 'internal', link: '' }
      }
    }
    const task = this.tasks[uid]
    if (!task) throw new Refusal(404, 'task_not_found', `Task \`${uid}\` not found.`)
    return {
      ...task,
      batchUid: 0,
      canceledBy: null,
      details: {},
      duration: 'PT0.1S',
      enqueuedAt: now(),
      startedAt: now(),
      finishedAt: now(),
    }
  }
}

const now = () => new Date().toISOString()

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (!result.success) throw new Refusal(400, 'bad_request', result.error.message)
  return result.data
}
