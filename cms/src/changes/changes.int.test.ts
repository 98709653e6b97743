import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAct, anAnnouncement, changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { type Change, ChangesPage } from './contract.ts'
import { changesAfter } from './read-changes.ts'

let record: TestRecord
let pool: pg.Pool

beforeAll(async () => {
  record = await openTestRecord()
  pool = new pg.Pool({ connectionString: record.url, max: 24 })
})
afterAll(() => pool.end())

const bearer = { authorization: `Bearer ${changesToken}` }
const feed = async (query: string) =>
  ChangesPage.parse(await (await record.rest('GET', `/changes?${query}`, { headers: bearer })).json())
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** mulberry32: small, seeded, good enough to shuffle waits. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

describe('racing transactions', () => {
  it('show every row once, in order, to a reader that never looks back', async () => {
    const seed = Date.now() % 100_000
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    const writers = 12
    const each = 25
    const start = (await changesAfter(pool, { after: 0, limit: 1 })).head
    const committed = new Set<string>()
    let isWriting = true

    const write = async (writer: number) => {
      const client = await pool.connect()
      for (let index = 0; index < each; index++) {
        const id = `${writer}-${index}`
        await client.query('begin')
        await client.query(`insert into avizier.changes (op, noun, id, revision) values ('remove', 'pages', $1, 1)`, [
          id,
        ])
        await pause(random() * 15)
        const isKept = random() > 0.2
        await client.query(isKept ? 'commit' : 'rollback')
        if (isKept) committed.add(id)
      }
      client.release()
    }
    const seen: Change[] = []
    const read = async () => {
      let after = start
      for (;;) {
        const wasWriting = isWriting
        const page = await changesAfter(pool, { after, limit: 7 })
        seen.push(...page.changes)
        after = page.next
        if (!wasWriting && page.changes.length === 0) return
      }
    }
    const reading = read()
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    isWriting = false
    await reading

    expect(seen.map(({ id }) => id).sort()).toEqual([...committed].sort())
    const positions = seen.map(({ position }) => position)
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(new Set(positions).size).toBe(positions.length)
  })

  it('give the later position to the later commit, whoever wrote first', async () => {
    const [first, second] = [await pool.connect(), await pool.connect()]
    await first.query('begin')
    await first.query(
      `insert into avizier.changes (op, noun, id, revision) values ('remove', 'pages', 'wrote-first', 1)`,
    )
    await second.query(
      `insert into avizier.changes (op, noun, id, revision) values ('remove', 'pages', 'committed-first', 1)`,
    )
    await first.query('commit')
    first.release()
    second.release()
    const { rows } = await pool.query(
      `select id from avizier.changes where id in ('wrote-first', 'committed-first') order by position`,
    )
    expect(rows.map(({ id }) => id)).toEqual(['committed-first', 'wrote-first'])
  })
})

describe('GET /api/changes', () => {
  it('answers 401 without its token or with another', async () => {
    expect((await record.rest('GET', '/changes')).status).toBe(401)
    expect(
      (await record.rest('GET', '/changes', { headers: { authorization: `Bearer ${changesToken}x` } })).status,
    ).toBe(401)
    expect((await record.rest('GET', `/changes/files/${'0'.repeat(64)}`)).status).toBe(401)
  })

  it.each(['after=-1', 'after=abc', 'limit=0', 'limit=501', 'wait=26'])('refuses %s', async (query) => {
    expect((await record.rest('GET', `/changes?${query}`, { headers: bearer })).status).toBe(400)
  })

  it('carries a record only with the newest row of its document', async () => {
    const { head } = await feed('after=0&limit=1')
    const created = await record.payload.create({ collection: 'announcements', data: anAnnouncement() as never })
    await record.payload.update({
      collection: 'announcements',
      id: created.id,
      data: { lead: 'Alt rezumat.' } as never,
    })
    const { changes } = await feed(`after=${head}`)
    expect(changes.map((change) => [change.revision, change.op === 'upsert' && change.record !== null])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('wakes a waiting reader as soon as a change commits', async () => {
    const { head } = await feed('after=0&limit=1')
    const waiting = feed(`after=${head}&wait=10`).then((page) => ({ page, at: performance.now() }))
    await pause(300)
    await record.payload.create({ collection: 'announcements', data: anAnnouncement() as never })
    const committedAt = performance.now()
    const { page, at } = await waiting
    expect(page.changes).toHaveLength(1)
    expect(at - committedAt).toBeLessThan(250)
  })

  it('goes on when its listening connection is cut', async () => {
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'avizier changes'`,
    )
    const { head } = await feed('after=0&limit=1')
    const waiting = feed(`after=${head}&wait=10`)
    await pause(100)
    await record.payload.create({ collection: 'announcements', data: anAnnouncement() as never })
    expect((await waiting).changes).toHaveLength(1)
  })
})

describe('what the log says', () => {
  const stateOf = (changes: Change[]) => {
    const state = new Map<string, number>()
    for (const { op, noun, id, revision } of changes) {
      if (op === 'upsert') state.set(`${noun} ${id}`, revision)
      else state.delete(`${noun} ${id}`)
    }
    return [...state].sort()
  }

  it('is the same replayed from zero and followed step by step', async () => {
    const followed: Change[] = []
    let after = 0
    const follow = async () => {
      for (;;) {
        const page = await changesAfter(pool, { after, limit: 3 })
        if (page.changes.length === 0) return
        followed.push(...page.changes)
        after = page.next
      }
    }
    const { payload } = record
    const a = await payload.create({ collection: 'announcements', data: anAnnouncement() as never })
    await follow()
    const b = await payload.create({ collection: 'acts', data: anAct() as never })
    await payload.update({ collection: 'announcements', id: a.id, data: { title: 'Alt titlu' } as never })
    await follow()
    await payload.create({ collection: 'acts', data: anAct({ relations: [{ kind: 'repeals', act: b.id }] }) as never })
    await payload.update({ collection: 'announcements', id: a.id, data: { _status: 'draft' } as never })
    await follow()
    const replayed = (await changesAfter(pool, { after: 0, limit: 500 })).changes
    expect(stateOf(followed)).toEqual(stateOf(replayed))
  })

  it('has no row of a write that was rolled back', async () => {
    const before = (await changesAfter(pool, { after: 0, limit: 1 })).head
    await expect(
      record.payload.create({ collection: 'acts', data: anAct({ adoptedOn: '2990-01-01' }) as never }),
    ).rejects.toThrow()
    expect((await changesAfter(pool, { after: 0, limit: 1 })).head).toBe(before)
  })

  it('does not mention a draft, nor a draft saved over what is published', async () => {
    const before = (await changesAfter(pool, { after: 0, limit: 1 })).head
    await record.payload.create({ collection: 'announcements', data: anAnnouncement({ _status: 'draft' }) as never })
    expect((await changesAfter(pool, { after: before, limit: 5 })).changes).toEqual([])
    const published = await record.payload.create({ collection: 'announcements', data: anAnnouncement() as never })
    const after = (await changesAfter(pool, { after: 0, limit: 1 })).head
    await record.payload.update({
      collection: 'announcements',
      id: published.id,
      data: { title: 'Ciornă peste publicat', _status: 'draft' } as never,
      draft: true,
    })
    expect((await changesAfter(pool, { after, limit: 5 })).changes).toEqual([])
  })
})
