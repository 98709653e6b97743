import { beforeAll, describe, expect, it } from 'vitest'
import { anAct, openTestRecord, type TestRecord } from '../../test/record.ts'
import { actMessages } from './acts.ro.ts'
import type { PublicAct } from './contract.ts'

let record: TestRecord
const create = (given: Record<string, unknown> = {}) =>
  record.payload.create({ collection: 'acts', data: anAct(given) as never, depth: 0 })
const refusalsOf = async (work: Promise<unknown>): Promise<Record<string, string>> => {
  const error = (await work.then(
    () => null,
    (reason: unknown) => reason,
  )) as { data?: { errors?: { path: string; message: string }[] } } | null
  return Object.fromEntries((error?.data?.errors ?? []).map(({ path, message }) => [path, message]))
}
const publicAct = async (id: number | string) => {
  const { rows } = await record.pool.query<{ record: PublicAct }>(
    `select record from avizier.changes where noun = 'acts' and id = $1 order by position desc limit 1`,
    [String(id)],
  )
  return rows[0]?.record as PublicAct
}

beforeAll(async () => {
  record = await openTestRecord()
})

describe('publishing an act', () => {
  it('needs its number and its date, said at the field', async () => {
    expect(await refusalsOf(create({ number: null, adoptedOn: null }))).toEqual({
      number: actMessages['number-missing'],
      adoptedOn: actMessages['date-missing'],
    })
  })

  it('refuses a number that its register and year have given', async () => {
    await create({ number: 9001 })
    expect(await refusalsOf(create({ number: 9001 }))).toEqual({ number: actMessages['number-taken'] })
    await expect(create({ number: 9001, kind: 'order' })).resolves.toBeTruthy()
    await expect(create({ number: 9001, adoptedOn: '2024-03-28' })).resolves.toBeTruthy()
  })

  it('lets one of two clerks win who give a number at the same moment', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => create({ number: 9100 })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await record.pool.query('select count(*) from record.acts where number = 9100')
    expect(Number(rows[0].count)).toBe(1)
  })

  it('refuses a date in the future, a relation to itself and a doubled one', async () => {
    expect(await refusalsOf(create({ adoptedOn: '2990-01-01' }))).toEqual({ adoptedOn: actMessages['date-in-future'] })
    const act = await create({ _status: 'draft' })
    const other = await create()
    const update = (relations: object[]) =>
      record.payload.update({ collection: 'acts', id: act.id, data: { relations, _status: 'published' } as never })
    expect(await refusalsOf(update([{ kind: 'amends', act: act.id }]))).toEqual({
      'relations.0.act': actMessages['relation-to-itself'],
    })
    const doubled = { kind: 'amends', act: other.id }
    expect(await refusalsOf(update([doubled, doubled]))).toEqual({
      'relations.1.kind': actMessages['relation-doubled'],
    })
  })

  it('stops at a personal number in the text until somebody has checked the copy', async () => {
    const title = 'Ajutor pentru persoana cu CNP 1800101350018'
    expect(await refusalsOf(create({ title }))).toEqual({ publicationCopyChecked: actMessages['personal-data'] })
    await expect(create({ title, publicationCopyChecked: true })).resolves.toBeTruthy()
  })

  it('keeps the year of the day in Bucharest', async () => {
    const eve = await create({ adoptedOn: '2024-12-31' })
    const lateInUtc = await create({ adoptedOn: '2024-12-31T22:30:00.000Z' })
    expect([eve.year, lateInUtc.year]).toEqual([2024, 2025])
  })

  it('spells ș and ț with a comma, in the title and in the text', async () => {
    const act = await create({ title: 'Amenajarea ţarcurilor şi a pieţei' })
    expect(act.title).toBe('Amenajarea țarcurilor și a pieței')
  })
})

describe('a published act', () => {
  it('is not changed, and says what to do instead', async () => {
    const act = await create()
    const update = (data: object) =>
      record.payload.update({ collection: 'acts', id: act.id, data: { ...data, _status: 'published' } as never })
    expect(await refusalsOf(update({ title: 'Alt titlu', number: 77777 }))).toEqual({
      title: actMessages['published-frozen'],
      number: actMessages['published-frozen'],
    })
    await expect(update({ topic: 'budget', summary: ['Pe scurt.'] })).resolves.toBeTruthy()
    expect((await publicAct(act.id)).summary).toEqual(['Pe scurt.'])
  })

  it('is never deleted, and is taken down only before it is communicated, with a reason', async () => {
    const act = await create()
    await expect(record.payload.delete({ collection: 'acts', id: act.id })).rejects.toThrow(/rămâne în registru/)
    const takeDown = (data: object) =>
      record.payload.update({ collection: 'acts', id: act.id, data: { ...data, _status: 'draft' } as never })
    expect(await refusalsOf(takeDown({}))).toEqual({ takeDownReason: actMessages['unpublish-without-reason'] })
    await expect(takeDown({ takeDownReason: 'Publicat din greșeală.' })).resolves.toBeTruthy()
    const communicated = await create({ communicatedToPrefectOn: '2025-04-02' })
    const late = record.payload.update({
      collection: 'acts',
      id: communicated.id,
      data: { takeDownReason: 'Altceva.', _status: 'draft' } as never,
    })
    expect(await refusalsOf(late)).toEqual({ communicatedToPrefectOn: actMessages['unpublish-after-communication'] })
  })
})

describe('relations', () => {
  it('change the state of the other act on both pages, in the same transaction', async () => {
    const old = await create({ adoptedOn: '2022-03-31' })
    const repealing = await create({
      adoptedOn: '2025-06-26',
      relations: [{ kind: 'repeals', act: old.id, effectiveOn: '2025-07-01' }],
    })
    expect((await publicAct(old.id)).state).toMatchObject({
      kind: 'repealed',
      since: '2025-07-01',
      by: { number: repealing.number },
    })
    expect((await publicAct(old.id)).relations).toMatchObject([{ direction: 'incoming', kind: 'repeals' }])
    expect((await publicAct(repealing.id)).relations).toMatchObject([{ direction: 'outgoing', kind: 'repeals' }])
    await record.payload.update({
      collection: 'acts',
      id: repealing.id,
      data: { takeDownReason: 'Greșit.', _status: 'draft' } as never,
    })
    expect((await publicAct(old.id)).state.kind).toBe('inForce')
  })

  it('from a draft do not show', async () => {
    const old = await create()
    await create({ _status: 'draft', relations: [{ kind: 'repeals', act: old.id }] })
    expect((await publicAct(old.id)).state.kind).toBe('inForce')
  })
})

describe('an individual order of the mayor', () => {
  it('is public as number and date, nothing else', async () => {
    const order = await create({ kind: 'order', character: 'individual', title: 'Numirea doamnei X' })
    const seen = await publicAct(order.id)
    expect(seen).toMatchObject({
      visibility: 'register',
      title: 'Dispoziție cu caracter individual',
      body: [],
      files: [],
      signatures: [],
    })
    expect(JSON.stringify(seen)).not.toContain('doamnei')
  })

  it('is not read over REST by anybody outside, not by its id, nor through a version or a relation', async () => {
    const order = await create({ kind: 'order', character: 'individual', title: 'Numirea domnului Y' })
    const citing = await create({ relations: [{ kind: 'cites', act: order.id }] })
    for (const path of [
      `/acts/${order.id}`,
      `/acts?where[id][equals]=${order.id}`,
      `/acts/${citing.id}?depth=3`,
      `/acts?depth=5&limit=100`,
      `/acts/versions?limit=100`,
    ]) {
      expect(await (await record.rest('GET', path)).text()).not.toContain('domnului Y')
    }
    expect(JSON.stringify(await publicAct(citing.id))).not.toContain('domnului Y')
  })
})
