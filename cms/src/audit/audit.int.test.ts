import { beforeAll, describe, expect, it } from 'vitest'
import { anAct, anAnnouncement, openTestRecord, type TestRecord } from '../../test/record.ts'

let record: TestRecord
const entries = async (noun: string, id: number | string) =>
  (
    await record.pool.query(
      'select action, actor_name, title, revision::int from record.audit where noun = $1 and record_id = $2 order by id',
      [noun, String(id)],
    )
  ).rows

beforeAll(async () => {
  record = await openTestRecord()
})

describe('the journal', () => {
  it('names who did what to which revision', async () => {
    const { token } = await record.signIn('editor')
    const created = await (
      await record.rest('POST', '/announcements?draft=true', {
        token,
        body: anAnnouncement({ _status: 'draft', title: 'Un anunț' }),
      })
    ).json()
    const { id } = (created as { doc: { id: number } }).doc
    await record.rest('PATCH', `/announcements/${id}?draft=true`, { token, body: { lead: 'Altul.', _status: 'draft' } })
    await record.rest('PATCH', `/announcements/${id}`, { token, body: { _status: 'published' } })
    await record.rest('PATCH', `/announcements/${id}`, { token, body: { _status: 'draft' } })
    await record.rest('DELETE', `/announcements/${id}`, { token })
    const lines = await entries('announcements', id)
    expect(lines.map(({ action, revision }) => [action, revision])).toEqual([
      ['create', 1],
      ['saveDraft', 2],
      ['publish', 3],
      ['unpublish', 4],
      ['delete', 5],
    ])
    expect(new Set(lines.map(({ actor_name }) => actor_name))).toEqual(new Set(['Persoana 1']))
  })

  it('notes every sign-in', async () => {
    const { id } = await record.signIn('clerk')
    expect((await entries('staff', id)).map(({ action }) => action)).toContain('signIn')
  })

  it('has no line of what was rolled back', async () => {
    const before = (await record.pool.query('select count(*) from record.audit')).rows[0].count
    await expect(
      record.payload.create({ collection: 'acts', data: anAct({ adoptedOn: '2990-01-01' }) as never }),
    ).rejects.toThrow()
    expect((await record.pool.query('select count(*) from record.audit')).rows[0].count).toBe(before)
  })

  it.each(['update record.audit set title = $$altul$$', 'delete from record.audit', 'truncate record.audit cascade'])(
    'refuses to be tampered with: %s',
    async (statement) => {
      await expect(record.pool.query(statement)).rejects.toThrow(/append-only/)
    },
  )
})
