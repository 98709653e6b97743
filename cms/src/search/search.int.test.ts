import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { changesAfter } from '../changes/read-changes.ts'
import { missedSearches } from './searches.action.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.payload.destroy())

const tell = (body: unknown, token = changesToken) =>
  record.rest('POST', '/searches', { body, headers: { authorization: `Bearer ${token}` } })
const missed = () => missedSearches(record.pool, { days: 90, limit: 10 })

describe('synonyms', () => {
  it('go into the change log as they are saved', async () => {
    const { token } = await record.signIn('editor')
    const { head } = await changesAfter(record.pool, { after: 0, limit: 1 })
    const saved = await record.rest('POST', '/globals/search', {
      token,
      body: { synonyms: [{ words: 'PUG, plan urbanistic general' }, { words: 'gunoi, deşeuri' }] },
    })
    expect(saved.status).toBe(200)
    const { changes } = await changesAfter(record.pool, { after: head, limit: 10 })
    expect(changes).toMatchObject([
      {
        op: 'upsert',
        noun: 'search',
        record: {
          synonyms: [
            ['PUG', 'plan urbanistic general'],
            ['gunoi', 'deșeuri'],
          ],
        },
      },
    ])
  })

  it('of one word alone are refused at the field', async () => {
    const { token } = await record.signIn('editor')
    const refused = await record.rest('POST', '/globals/search', { token, body: { synonyms: [{ words: 'PUG' }] } })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('cel puțin două cuvinte')
  })

  it('are not for everybody to write', async () => {
    const body = { synonyms: [{ words: 'a, b' }] }
    expect((await record.rest('POST', '/globals/search', { body })).status).toBe(403)
    const { token } = await record.signIn('auditor')
    expect((await record.rest('POST', '/globals/search', { body, token })).status).toBe(403)
  })
})

describe('what was searched', () => {
  it('is added up by day, and shown while it is not found', async () => {
    await tell([
      { words: 'teren de fotbal', found: false, count: 3 },
      { words: 'buget', found: true, count: 9 },
    ])
    await tell([{ words: 'teren de fotbal', found: false, count: 2 }])
    expect(await missed()).toMatchObject([{ words: 'teren de fotbal', count: 5 }])
    await tell([{ words: 'teren de fotbal', found: true, count: 1 }])
    expect(await missed()).toEqual([])
  })

  it('forgets what looks like a person', async () => {
    const personal = ['1960523410057', 'ion@exemplu.ro', '0722 123 456', 'RO49 AAAA 1B31 0075 9384 0000']
    expect((await tell(personal.map((words) => ({ words, found: false, count: 1 })))).status).toBe(204)
    const { rows } = await record.pool.query('select words from avizier.searches where words = any($1)', [personal])
    expect(rows).toEqual([])
  })

  it('comes from the site alone, in its form', async () => {
    expect((await tell([], 'altceva')).status).toBe(401)
    expect((await tell([{ words: '', found: true, count: 1 }])).status).toBe(400)
    expect((await tell({ words: 'a' })).status).toBe(400)
  })
})
