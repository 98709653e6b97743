import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { dayOf } from '../publishing/calendar.ts'
import { addDays } from './calendar-days.ts'
import { leavesFrom } from './leaves.ts'
import { namesOf, workQueue } from './work-queue.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
type Who = keyof typeof hall.people
const today = dayOf(new Date())
beforeAll(async () => {
  record = await openTestRecord()
  hall = await openTownHall(record)
})
const leaveOf = (who: Who, person: Who, delegate: Who, given: object = {}) =>
  hall.post(who, '/registry/leaves', {
    personId: hall.people[person].id,
    delegateId: hall.people[delegate].id,
    from: today,
    until: addDays(today, 7),
    ...given,
  })
const callOff = (who: Who, id: number) => hall.post(who, `/registry/leaves/${id}/call-off`, {})
const entryOf = async (person: Who, given: object = {}) => {
  const { body } = await hall.register('registrar', { departmentCode: 'urbanism', isConfidential: true, ...given })
  await hall.step('secretary', body.id, 'route', {
    departmentId: hall.urbanism,
    responsibleId: hall.people[person].id,
  })
  return body.id
}

describe('a leave', () => {
  it('is arranged by the person or by who leads, for days that are still to come', async () => {
    expect((await leaveOf('colleague', 'responsible', 'colleague')).status).toBe(403)
    expect((await leaveOf('responsible', 'responsible', 'responsible')).status).toBe(422)
    expect((await leaveOf('responsible', 'responsible', 'colleague', { until: addDays(today, -1) })).status).toBe(422)
    const own = await leaveOf('responsible', 'responsible', 'stranger', {
      from: addDays(today, 30),
      until: addDays(today, 40),
    })
    expect(own.status).toBe(201)
    expect(
      (await leaveOf('mayor', 'responsible', 'head', { from: addDays(today, 40), until: addDays(today, 41) })).status,
    ).toBe(422)
    expect(
      (await leaveOf('mayor', 'stranger', 'head', { from: addDays(today, 40), until: addDays(today, 41) })).status,
    ).toBe(422)
    expect((await callOff('colleague', own.body.id)).status).toBe(403)
    expect((await callOff('secretary', own.body.id)).status).toBe(201)
    expect((await callOff('secretary', own.body.id)).status).toBe(422)
  })

  it('opens the absent person’s papers to the delegate alone, for its days alone', async () => {
    const id = await entryOf('responsible')
    const reading = async (who: Who) =>
      (await record.rest('GET', `/registry/${id}`, { token: hall.people[who].token })).status
    expect(await reading('stranger')).toBe(404)
    expect((await hall.step('stranger', id, 'start')).status).toBe(404)
    const leave = await leaveOf('responsible', 'responsible', 'stranger', { reason: 'Concediu de odihnă' })
    expect(await reading('stranger')).toBe(200)
    expect(await reading('colleague')).toBe(404)

    expect((await hall.step('stranger', id, 'start')).status).toBe(200)
    expect((await hall.step('stranger', id, 'draftAnswer', { text: 'Se aprobă.', outcome: 'favourable' })).status).toBe(
      200,
    )
    // What the office gives is not handed over with the papers.
    expect((await hall.step('stranger', id, 'approveAnswer')).status).toBe(403)
    const events = await hall.events(id)
    expect(events.at(-1)?.data['onBehalfOf']).toMatchObject({ id: hall.people.responsible.id })
    const absent = events.at(-1)?.data['onBehalfOf'] as { name: string } | undefined
    expect(absent?.name).toBeTruthy()
    expect(events.at(-1)?.actor_name).not.toBe(absent?.name)
    expect(events[0]?.data['onBehalfOf']).toBeUndefined()
    expect(await hall.entry(id)).toMatchObject({ responsible_id: hall.people.responsible.id })

    expect((await callOff('responsible', leave.body.id)).status).toBe(201)
    expect(await reading('stranger')).toBe(404)
    expect((await hall.step('stranger', id, 'note', { text: 'după' })).status).toBe(404)
  })

  it('shows the papers in the delegate’s queue, and who holds whose place', async () => {
    const id = await entryOf('colleague')
    const leave = await leaveOf('secretary', 'colleague', 'stranger')
    const user = await record.payload.findByID({
      collection: 'staff',
      id: hall.people.stranger.id,
      depth: 0,
      overrideAccess: true,
    })
    const req = await createLocalReq({ user: { ...user, collection: 'staff' } as never }, record.payload)
    const pile = await workQueue(req, {
      queue: 'open',
      filter: { personId: hall.people.colleague.id },
      page: 1,
      now: new Date(),
      names: await namesOf(req),
    })
    expect(pile.rows.map((row) => row.id)).toEqual([id])
    expect(await leavesFrom(req, new Date())).toMatchObject([
      { personId: hall.people.colleague.id, delegateId: hall.people.stranger.id, openCount: 1 },
    ])
    await callOff('secretary', leave.body.id)
  })

  it('does not let the delegate resolve a petition about himself', async () => {
    const id = await entryOf('responsible', { kind: 'petition' })
    await hall.step('secretary', id, 'route', {
      departmentId: hall.urbanism,
      responsibleId: hall.people.responsible.id,
      concernsId: hall.people.stranger.id,
    })
    const leave = await leaveOf('responsible', 'responsible', 'stranger')
    const answer = await hall.step('stranger', id, 'draftAnswer', { text: 'Nu este așa.', outcome: 'unfavourable' })
    expect(answer.status).toBe(422)
    await callOff('responsible', leave.body.id)
  })
})
