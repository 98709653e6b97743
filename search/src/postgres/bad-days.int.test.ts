import { fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { aDecision, aDocument, streamOf, upserts } from '../../test/documents.ts'
import type { SearchIndex } from '../search-index.ts'
import { createPostgresIndex } from './postgres-index.ts'

describe('On a bad day, the index in Postgres', () => {
  let database: string
  let index: SearchIndex
  beforeAll(async () => {
    database = await testDatabase()
    index = createPostgresIndex({ database, timeLimitMs: 600 })
    await index.rebuild(streamOf([aDecision(1, 2024, { title: 'Podul peste pârâu' })]))
  })
  afterAll(() => index?.close())

  it('lays its foundation under several processes at once, as a role that is no superuser', async () => {
    const fresh = await testDatabase()
    const several = Array.from({ length: 4 }, () => createPostgresIndex({ database: fresh }))
    expect(await Promise.all(several.map((one) => one.health()))).toEqual(Array(4).fill({ kind: 'empty' }))
    await Promise.all(several.map((one) => one.close()))
  })

  it('gives up a query that takes too long, and answers the next', async () => {
    const blocker = new pg.Client(database)
    await blocker.connect()
    await blocker.query('begin; lock table search.state in access exclusive mode')
    const began = performance.now()
    await expect(index.search({ text: 'pod' })).rejects.toMatchObject({ name: 'SearchUnavailable', reason: 'slow' })
    expect(performance.now() - began).toBeLessThan(2_000)
    await blocker.end()
    expect((await index.search({ text: 'pod' })).total).toBe(1)
  })

  it('says that nobody answers, and heals when its connections were cut', async () => {
    const nobody = createPostgresIndex({ database: 'postgres://x:x@127.0.0.1:9/none', timeLimitMs: 500 })
    await expect(nobody.search({ text: 'pod' })).rejects.toMatchObject({ reason: 'down' })
    expect((await nobody.health()).kind).toBe('down')
    await nobody.close()
    const admin = new pg.Client(database)
    await admin.connect()
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user',
    )
    await admin.end()
    await index.search({ text: 'pod' }).catch(() => undefined)
    expect((await index.search({ text: 'pod' })).total).toBe(1)
  })

  it('keeps the index in use when the process that rebuilds is killed, and the next rebuild clears what it left', async () => {
    const child = fork(new URL('../../test/endless-rebuild.ts', import.meta.url), [database], { stdio: 'ignore' })
    await once(child, 'message')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    expect((await index.search({ text: 'pod' })).hits.map(({ id }) => id)).toEqual(['acts:2024-1'])
    await expect
      .poll(() => index.rebuild(streamOf([aDocument({ id: 'after', title: 'Podul nou' })])))
      .toMatchObject({ kind: 'rebuilt' })
    expect((await index.search({ text: 'pod' })).hits.map(({ id }) => id)).toEqual(['after'])
    const admin = new pg.Client(database)
    await admin.connect()
    const { rows } = await admin.query(
      `select count(*)::integer as tables from pg_tables where schemaname = 'search' and tablename like 'entries%'`,
    )
    await admin.end()
    expect(rows[0].tables).toBe(1)
  })

  it('lets one rebuild run at a time', async () => {
    let other: unknown
    async function* asking() {
      other = await index.rebuild(streamOf([]))
      yield aDocument({ id: 'one' })
    }
    expect(await index.rebuild(asking())).toEqual({ kind: 'rebuilt', documents: 1 })
    expect(other).toEqual({ kind: 'busy' })
  })

  it('counts right while many write and search', async () => {
    await index.rebuild(streamOf([]))
    const second = createPostgresIndex({ database })
    const writers = Array.from({ length: 30 }, (_, at) =>
      (at % 2 ? index : second).apply(upserts(aDocument({ id: `w${at % 10}`, title: `Fântâna ${at}`, revision: at }))),
    )
    const readers = Array.from({ length: 30 }, () => second.search({ text: 'fântână' }))
    await Promise.all(writers)
    for (const { total, facets } of await Promise.all(readers))
      expect(facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    const { total, hits } = await index.search({ text: 'fântâna', perPage: 50 })
    expect(total).toBe(10)
    expect(hits).toHaveLength(10)
    await second.close()
  })

  it('takes a pool that somebody else opens and ends', async () => {
    const pool = new pg.Pool({ connectionString: database, max: 2 })
    const onPool = createPostgresIndex({ database: pool, schema: 'other_search' })
    await onPool.apply(upserts(aDocument({ id: 'pooled', title: 'Bazin' })))
    expect((await onPool.search({ text: 'bazine' })).total).toBe(1)
    await onPool.close()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })

  it('refuses a schema that is no name', () => {
    expect(() => createPostgresIndex({ database, schema: 'x; drop schema public' })).toThrow('no name for a schema')
  })
})
