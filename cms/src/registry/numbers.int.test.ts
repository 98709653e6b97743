import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { bookFacts } from './book-facts.ts'
import { noTerm } from './entry-term.ts'
import { registerOnce } from './register-once.action.ts'
import { type NewEntry, storeEntry } from './store-entry.action.ts'

let record: TestRecord
let registerId: number
const request = () => createLocalReq({}, record.payload)

beforeAll(async () => {
  record = await openTestRecord()
  registerId = (await bookFacts({ payload: record.payload })).registerId ?? 0
})

let keys = 0
const anEntry = (given: Partial<NewEntry> = {}): NewEntry => ({
  key: `key-${++keys}`,
  registerId,
  now: new Date('2026-05-04T09:00:00Z'),
  receivedAt: null,
  direction: 'incoming',
  channel: 'counter',
  kind: 'other',
  subject: 'Un document',
  correspondent: null,
  issuer: { number: null, on: null },
  departmentId: null,
  responsibleId: null,
  state: 'registered',
  term: noTerm,
  isConfidential: false,
  pages: null,
  annexes: null,
  notes: null,
  files: [],
  answersId: null,
  reserved: null,
  outcomeReason: null,
  actor: { id: null, name: 'Test' },
  events: [{ kind: 'received', data: {} }],
  mail: null,
  reviewReasons: [],
  filing: null,
  ...given,
})
const register = async (given: Partial<NewEntry> = {}) => {
  const entry = anEntry(given)
  return registerOnce(await request(), {
    key: entry.key,
    now: entry.now,
    reckon: (now) => ({ ...entry, now }),
  })
}
const numbersOf = async (year: number, id = registerId): Promise<number[]> =>
  (
    await record.pool.query('select number from record.registry where year = $1 and register_id = $2 order by number', [
      year,
      id,
    ])
  ).rows.map(({ number }) => Number(number))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('the number of an entry', () => {
  it('runs from 1 to 200 for 200 who come at once', async () => {
    const given = await Promise.all(
      Array.from({ length: 200 }, () => register({ now: new Date('2031-03-03T10:00:00Z') })),
    )
    expect(given.map(({ entry }) => entry.number).sort((a, b) => a - b)).toEqual(upTo(200))
    expect(await numbersOf(2031)).toEqual(upTo(200))
  })

  it('grows with the moment of registration', async () => {
    await register({ now: new Date('2032-03-03T10:00:05Z') })
    const { entry } = await register({ now: new Date('2032-03-03T10:00:00Z') })
    expect(entry.registeredAt.toISOString()).toBe('2032-03-03T10:00:05.000Z')
  })

  it('is not dragged into the future by a clock that was once wrong', async () => {
    await register({ now: new Date('2039-07-08T10:00:00Z') })
    const { entry } = await register({ now: new Date('2039-07-01T10:00:00Z') })
    expect(entry).toMatchObject({ number: 2, registeredAt: new Date('2039-07-01T10:00:00Z') })
  })

  it('is not used up by what is rolled back', async () => {
    const now = new Date('2033-01-05T10:00:00Z')
    await register({ now })
    for (let round = 0; round < 5; round++) {
      const req = await request()
      const failing = inTransaction(req, async () => {
        await storeEntry(req, anEntry({ now }))
        throw new Error('too late')
      })
      await expect(failing).rejects.toThrow('too late')
    }
    await register({ now })
    expect(await numbersOf(2033)).toEqual([1, 2])
    const { rows } = await record.pool.query(
      'select count(*) from avizier.registry_events e join record.registry r on r.id = e.entry_id where r.year = 2033',
    )
    expect(Number(rows[0].count)).toBe(2)
  })

  it('begins again with the year of Bucharest, in winter and whatever UTC says', async () => {
    const eve = await register({ now: new Date('2034-12-31T21:59:59.999Z') })
    const newYear = await register({ now: new Date('2034-12-31T22:00:00.000Z') })
    expect(eve.entry.number).toBe(1)
    expect(newYear.entry.number).toBe(1)
    expect([await numbersOf(2034), await numbersOf(2035)]).toEqual([[1], [1]])
  })

  it('is one for one key, however many ask at once', async () => {
    const now = new Date('2036-03-03T10:00:00Z')
    const given = await Promise.all(Array.from({ length: 20 }, () => register({ key: 'the same', now })))
    expect(new Set(given.map(({ entry }) => `${entry.number} ${entry.code}`)).size).toBe(1)
    expect(given.filter(({ kind }) => kind === 'registered')).toHaveLength(1)
    expect(await numbersOf(2036)).toEqual([1])
    await register({ now })
    expect(await numbersOf(2036)).toEqual([1, 2])
  })

  it('is counted in each register by itself', async () => {
    const other = await record.payload.create({
      collection: 'registers',
      data: { name: 'Registrul audiențelor', code: 'audiente' },
      overrideAccess: true,
    })
    const now = new Date('2037-03-03T10:00:00Z')
    await register({ now })
    await register({ now, registerId: other.id })
    expect([await numbersOf(2037), await numbersOf(2037, other.id)]).toEqual([[1], [1]])
  })

  it('is reckoned again when the clock passes midnight on the way', async () => {
    await register({ now: new Date('2038-05-05T21:00:10Z') })
    const seen: string[] = []
    const { entry } = await registerOnce(await request(), {
      key: 'midnight',
      now: new Date('2038-05-05T20:59:50Z'),
      reckon: (now) => {
        seen.push(now.toISOString())
        return anEntry({ key: 'midnight', now })
      },
    })
    expect(seen).toEqual(['2038-05-05T20:59:50.000Z', '2038-05-05T21:00:10.000Z'])
    expect(entry.number).toBe(2)
  })
})

describe('the book', () => {
  it.each([
    'update record.registry set number = 99999',
    'update record.registry set year = 1999',
    "update record.registry set registered_at = '2001-01-01'",
    "update record.registry set direction = 'outgoing'",
    'delete from record.registry',
    'truncate record.registry cascade',
    "update avizier.registry_events set kind = 'closed'",
    'delete from avizier.registry_events',
    'truncate avizier.registry_events',
  ])('refuses: %s', async (statement) => {
    await expect(record.pool.query(statement)).rejects.toThrow(/refused|do not change/)
  })
})
