import { beforeAll, describe, expect, it } from 'vitest'
import { changesToken, openTestRecord, type TestRecord } from '../../../test/record.ts'
import { ChangesPage } from '../../changes/contract.ts'
import { geographyMessages } from './geography.ro.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})

const ring = [
  [21, 45.7],
  [21.1, 45.7],
  [21.1, 45.8],
  [21, 45.7],
]
const area = (kind: string, name: string) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const map = { type: 'FeatureCollection', features: [area('commune', 'Comuna'), area('village', 'Săcălaz')] }
const save = async (body: object, ...roles: Parameters<TestRecord['signIn']>) =>
  record.rest('POST', '/globals/geography', { body, token: (await record.signIn(...roles)).token })

describe('the map of the commune', () => {
  it('reaches the public with the save', async () => {
    expect((await save({ geojson: map, attribution: ' Primăria ', isSample: true }, 'editor')).status).toBe(200)
    const headers = { authorization: `Bearer ${changesToken}` }
    const page = ChangesPage.parse(await (await record.rest('GET', '/changes?after=0', { headers })).json())
    const change = page.changes.findLast(({ noun }) => noun === 'geography')
    expect(change).toMatchObject({ op: 'upsert', record: { attribution: 'Primăria', isSample: true } })
    if (change?.op !== 'upsert' || change.record?.noun !== 'geography') throw new Error('No map')
    expect(change.record.features.map(({ name }) => name)).toEqual(['Comuna', 'Săcălaz'])
  })

  it('is refused with what is wrong with it, and who may not', async () => {
    const answer = await save({ geojson: { ...map, features: [] } }, 'editor')
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain(geographyMessages['no-commune'].replaceAll('"', '\\"'))
    expect((await save({ geojson: map }, 'clerk')).status).toBe(403)
  })
})
