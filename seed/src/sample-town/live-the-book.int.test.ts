import { openTestRecord, type TestRecord } from '@avizier/cms/test-record'
import { beforeAll, describe, expect, it } from 'vitest'
import { book } from './book.ts'
import { departments } from './departments.ts'
import { institution } from './institution.ts'
import { liveTheBook } from './live-the-book.ts'
import { publishForms } from './load.ts'

let record: TestRecord
let tookMs = 0
/** A Monday early in the year: the book reaches back over the turn of the year, and some deeds fall on weekends. */
const today = '2027-01-25'
beforeAll(async () => {
  record = await openTestRecord()
  await record.payload.updateGlobal({ slug: 'institution', data: institution as never, overrideAccess: true })
  for (const department of departments)
    await record.payload.create({ collection: 'departments', data: department, overrideAccess: true })
  await publishForms(record.payload, () => undefined)
  const began = performance.now()
  await liveTheBook(record.payload, { today, now: new Date(`${today}T15:00:00Z`) })
  tookMs = performance.now() - began
})
const rows = async (query: string) => (await record.pool.query(query)).rows

describe('the sample book', () => {
  it('has no gap, and its numbers grow with their moments, over the turn of the year', async () => {
    for (const year of [2026, 2027]) {
      const numbers = await rows(
        `select number::int, registered_at from record.registry where year = ${year} order by registered_at, number`,
      )
      expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1))
    }
  })

  it('holds every paper of the list, and the answers that took a number of their own', async () => {
    const [{ asked, answers }] = await rows(
      `select count(*) filter (where answers_id is null)::int as asked, count(answers_id)::int as answers from record.registry`,
    )
    expect(asked).toBe(book.length)
    expect(answers).toBeGreaterThan(10)
  })

  it('is alive: late and on time, waiting, to be reviewed, in every state of work', async () => {
    const states = (await rows('select distinct state from record.registry')).map(({ state }) => state)
    for (const state of [
      'registered',
      'routed',
      'inProgress',
      'awaitingApplicant',
      'inApproval',
      'approved',
      'dispatched',
      'closed',
      'forwarded',
      'withdrawn',
    ])
      expect(states).toContain(state)
    const [counts] = await rows(`select
      count(*) filter (where due_on < '${today}' and state in ('routed', 'inProgress', 'inApproval', 'approved'))::int as late,
      count(*) filter (where review = 'waiting')::int as review,
      count(*) filter (where answered_at <= due_on)::int as "onTime",
      count(*) filter (where answered_at > due_on + interval '1 day')::int as "answeredLate" from record.registry`)
    expect(counts.late).toBeGreaterThanOrEqual(5)
    expect(counts.review).toBe(3)
    expect(counts.onTime).toBeGreaterThan(15)
    expect(counts.answeredLate).toBeGreaterThanOrEqual(1)
  })

  it('keeps nothing that has not happened yet, and costs seconds, not minutes', async () => {
    const [{ count }] = await rows(
      `select count(*)::int as count from avizier.registry_events where at > '${today}T15:00:00Z'`,
    )
    expect(count).toBe(0)
    console.log(`the sample book: ${(tookMs / 1000).toFixed(1)} s`)
    expect(tookMs).toBeLessThan(30_000)
  })
})
