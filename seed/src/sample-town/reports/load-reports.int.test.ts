import { PublicReport } from '@avizier/cms/reports'
import { openTestRecord, type TestRecord } from '@avizier/cms/test-record'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysFrom } from '../calendar.ts'
import { departments } from '../departments.ts'
import { categories, replies } from './categories.ts'
import { loadReports } from './load-reports.ts'
import { stories } from './stories.ts'

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' }).format(new Date())
let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
  for (const data of departments)
    await record.payload.create({ collection: 'departments', data, depth: 0, overrideAccess: true })
  await loadReports(record.payload, { today, onReport: () => undefined })
}, 120_000)

describe('the reports of the sample town', () => {
  it('stand in every state that the public can see, and some wait for a clerk', async () => {
    const { rows } = await record.pool.query<{ state: string; count: number }>(
      'select state, count(*)::int from record.reports group by state',
    )
    const states = new Map(rows.map(({ state, count }) => [state, count]))
    expect([...states.values()].reduce((sum, count) => sum + count, 0)).toBe(stories.length)
    for (const state of ['received', 'held', 'refused', 'routed', 'forwarded', 'planned', 'inWork', 'done', 'reopened'])
      expect(states.get(state), state).toBeGreaterThan(0)
    for (const state of ['confirmed', 'closed', 'declined', 'merged'])
      expect(states.get(state), state).toBeGreaterThan(0)
  })

  it('are told as they happened: in order, not in the future, by nobody real', async () => {
    const { rows } = await record.pool.query(
      `select distinct on (id) record from avizier.changes where noun = 'reports' and op = 'upsert' order by id, position desc`,
    )
    const reports = rows.map(({ record: each }) => PublicReport.parse(each))
    expect(reports).toHaveLength(stories.length - 3)
    for (const { steps, number } of reports) {
      const moments = steps.map(({ at }) => at)
      expect([...moments].sort(), number).toEqual(moments)
      expect(moments.at(-1)?.slice(0, 10) ?? '', number).not.toBe('')
      expect((moments.at(-1) ?? '') < `${daysFrom(today, 1)}T`, number).toBe(true)
    }
    expect(JSON.stringify([stories, categories, replies])).not.toMatch(/[şŞţŢ]/)
  })

  it('have their photos in line to be prepared', async () => {
    const { rows } = await record.pool.query('select count(*)::int from avizier.report_media')
    const photos = stories.filter(({ scene }) => scene)
    const proofs = photos.flatMap(({ told }) => told.filter((step) => step.do === 'finish'))
    expect(rows[0].count).toBe(photos.length + proofs.length)
    expect(proofs.length).toBeGreaterThan(5)
  })
})
