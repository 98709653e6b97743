import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, aDocument, streamOf, upserts } from '../../test/documents.ts'
import { FakeMeilisearch } from '../../test/meilisearch/fake-meilisearch.ts'
import { SearchUnavailable } from '../search-index.ts'
import { createMeilisearchIndex } from './meilisearch-index.ts'

/** The protocol, against a fake that refuses what the documentation of Meilisearch does not have. */
describe('What Meilisearch is asked', () => {
  const server = new FakeMeilisearch()
  let host: string
  beforeAll(async () => {
    host = await server.open()
  })
  afterAll(() => server.close())

  const open = (name: string, timeLimitMs?: number) =>
    createMeilisearchIndex({ host, searchKey: server.searchKey, adminKey: server.adminKey, name, timeLimitMs })
  const refused = () => server.tasks.filter(({ status, type }) => status === 'failed' && type !== 'indexDeletion')

  it('is only what is documented, from the first index to the last swap', async () => {
    const index = open('whole')
    await index.rebuild(streamOf([aDecision(1, 2024, { title: 'Bugetul local', text: 'Un buget.' })]))
    await index.apply(upserts(aDocument({ id: 'x:1', title: 'Bugetul școlii', revision: 2 })))
    await index.apply([{ kind: 'remove', id: 'acts:2024-1' }])
    expect((await index.search({ text: 'buget', kinds: ['anunt'], years: [2024] })).hits.map(({ id }) => id)).toEqual([
      'x:1',
    ])
    await index.suggest('bug')
    expect(refused()).toEqual([])
    const swaps = server.seen.filter(({ path }) => path === '/swap-indexes')
    expect(swaps).toHaveLength(1)
    expect(swaps[0]?.body).toEqual(
      ['documents', 'passages', 'words'].map((part) => ({
        indexes: [`whole_${part}`, `whole_next_${part}`],
        rename: false,
      })),
    )
    expect([...server.indexes.keys()].filter((uid) => uid.includes('next'))).toEqual([])
  })

  it('is asked for settings before documents, so that nothing is read twice', async () => {
    const before = server.seen.length
    await open('ordered').rebuild(streamOf([aDocument({ id: 'one' })]))
    const writes = server.seen.slice(before).filter(({ path }) => path.startsWith('/indexes/ordered_next_documents/'))
    expect(writes.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'PATCH settings',
      'POST documents',
    ])
  })

  it('carries the search key for queries, and the admin key for nothing else than writing', async () => {
    const index = open('keys')
    await index.rebuild(streamOf([aDocument({ id: 'one', title: 'Cheia' })]))
    const before = server.seen.length
    await index.search({ text: 'cheie' })
    await index.suggest('che')
    expect(new Set(server.seen.slice(before).map(({ key }) => key))).toEqual(new Set([server.searchKey]))
    const reader = createMeilisearchIndex({ host, searchKey: server.searchKey, adminKey: null, name: 'keys' })
    expect((await reader.search({ text: 'cheie' })).total).toBe(1)
    expect(await reader.health()).toMatchObject({ kind: 'ready', documents: 1 })
    await expect(reader.apply(upserts(aDocument({ id: 'two' })))).rejects.toThrow('Writing needs the admin key')
  })

  it('tells of a task that failed, and keeps the index in use', async () => {
    const index = open('failing')
    await index.rebuild(streamOf([aDocument({ id: 'kept', title: 'Moara' })]))
    server.failNext = 'documentAdditionOrUpdate'
    await expect(index.rebuild(streamOf([aDocument({ id: 'lost', title: 'Moara' })]))).rejects.toThrow(
      'no_space_left_on_device',
    )
    server.failNext = 'indexSwap'
    await expect(index.rebuild(streamOf([aDocument({ id: 'lost', title: 'Moara' })]))).rejects.toThrow(
      'indexSwap failed',
    )
    expect((await index.search({ text: 'moara' })).hits.map(({ id }) => id)).toEqual(['kept'])
    server.failNext = 'documentAdditionOrUpdate'
    await expect(index.apply(upserts(aDocument({ id: 'new', title: 'Moara' })))).rejects.toThrow('failed')
    await index.apply(upserts(aDocument({ id: 'new', title: 'Moara' })))
    expect((await index.search({ text: 'moara' })).total).toBe(2)
  })

  it('is given up when it is slow, and said to be down when it is', async () => {
    const index = open('slow', 200)
    await index.rebuild(streamOf([aDocument({ id: 'one' })]))
    server.isSlow = true
    const began = performance.now()
    await expect(index.search({ text: 'unu' })).rejects.toMatchObject({ reason: 'slow' })
    expect(performance.now() - began).toBeLessThan(1_500)
    server.isSlow = false
    const nobody = createMeilisearchIndex({ host: 'http://127.0.0.1:9', searchKey: 'x', adminKey: 'x' })
    await expect(nobody.search({ text: 'unu' })).rejects.toBeInstanceOf(SearchUnavailable)
    expect((await nobody.health()).kind).toBe('down')
  })

  it('does not take the text of a query for a filter', async () => {
    const index = open('hostile')
    await index.rebuild(streamOf([aDocument({ id: 'one', title: 'Ceva' })]))
    for (const text of ['" OR terms = "x', 'terms IN ["a"]', '\\" OR kind = "anunt'])
      expect((await index.search({ text, categories: ['" OR kind = "anunt'] })).total).toBe(0)
  })
})
