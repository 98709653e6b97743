import { type PostgresAdapter, postgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAnnouncement, openTestRecord, type TestRecord } from '../../test/record.ts'
import { transactionOf } from './transaction.ts'

let record: TestRecord
let payload: Payload

beforeAll(async () => {
  record = await openTestRecord()
  payload = record.payload
  await record.pool.query(`
    create function public.fail_at_commit() returns trigger language plpgsql as $$
    begin
      if new.title like 'Refuzat la commit%' then raise exception 'refused at commit'; end if;
      return null;
    end $$;
    create constraint trigger fail_at_commit after insert on record.announcements
      deferrable initially deferred for each row execute function public.fail_at_commit()`)
})

const countOf = async (title: string) =>
  Number((await record.pool.query('select count(*) from record.announcements where title = $1', [title])).rows[0].count)
const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error
  return cause ? `${message} ${reasonOf(cause)}` : message
}

describe('a commit that fails', () => {
  it('reaches the caller, and nothing is stored', async () => {
    const title = 'Refuzat la commit, prin interfața locală'
    const error = await payload
      .create({ collection: 'announcements', data: anAnnouncement({ title }) as never })
      .catch((reason: unknown) => reason)
    expect(reasonOf(error)).toContain('refused at commit')
    expect(await countOf(title)).toBe(0)
  })

  it('is an error status over REST', async () => {
    const { token } = await record.signIn('editor')
    const title = 'Refuzat la commit, prin REST'
    const response = await record.rest('POST', '/announcements', { token, body: anAnnouncement({ title }) })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await countOf(title)).toBe(0)
  })

  it('is swallowed by the adapter as Payload ships it, which is why there is a wrapper', async () => {
    const own = postgresAdapter({ pool: { connectionString: record.url } }).init({
      payload,
    }) as unknown as PostgresAdapter
    const wrapped = payload.db as unknown as PostgresAdapter
    const bare = {
      initializing: wrapped.initializing,
      drizzle: wrapped.drizzle,
      sessions: {} as PostgresAdapter['sessions'],
      payload,
    }
    const id = String(await own.beginTransaction.call(bare as never))
    const title = 'Refuzat la commit, fără înveliș'
    const session = bare.sessions[id]?.db as PostgresAdapter['drizzle'] | undefined
    await session?.execute(sql`insert into record.announcements (title) values (${title})`)
    await expect(own.commitTransaction.call(bare as never, id)).resolves.toBeUndefined()
    expect(await countOf(title)).toBe(0)
  })
})

describe('a connection killed before the commit', () => {
  it('reaches the caller and leaves the process alive', async () => {
    const db = payload.db as unknown as PostgresAdapter
    const id = String(await db.beginTransaction())
    const transaction = await transactionOf({ payload, transactionID: id } as never)
    const [backend] = await transaction.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await record.pool.query('select pg_terminate_backend($1)', [backend?.pid])
    await expect(db.commitTransaction(id)).rejects.toThrow()
    expect(await countOf('după')).toBe(0)
  })
})

describe('a transaction that has ended', () => {
  it('refuses to be written in, instead of writing beside it', async () => {
    const db = payload.db as unknown as PostgresAdapter
    const id = String(await db.beginTransaction())
    await db.rollbackTransaction(id)
    const req = { payload, transactionID: id, context: {}, user: null, locale: null } as never
    await expect(payload.db.create({ collection: 'announcements', data: { title: 'pe lângă' }, req })).rejects.toThrow(
      /has ended/,
    )
    expect(await countOf('pe lângă')).toBe(0)
  })

  it('may be committed again without harm, as Payload does where operations share one', async () => {
    const db = payload.db as unknown as PostgresAdapter
    const id = String(await db.beginTransaction())
    await db.commitTransaction(id)
    await expect(db.commitTransaction(id)).resolves.toBeUndefined()
    await expect(db.rollbackTransaction(id)).resolves.toBeUndefined()
  })
})

describe('a side record', () => {
  it('is refused without a transaction', async () => {
    await expect(transactionOf({ payload, transactionID: undefined } as never)).rejects.toThrow(/needs a transaction/)
  })
})
