import { beforeAll, describe, expect, it } from 'vitest'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { dayOf } from '../publishing/calendar.ts'
import { addDays } from './calendar-days.ts'
import { isWorkingDay } from './romanian-calendar.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
beforeAll(async () => {
  record = await openTestRecord()
  hall = await openTownHall(record)
})
const freeDays = (who: 'secretary' | 'mayor', ...days: string[]) =>
  record.rest('POST', '/globals/workingCalendar', {
    token: hall.people[who].token,
    body: { bridgeDays: days.map((on) => ({ on, name: 'Punte', basis: 'HG nr. 1/2026' })) },
  })
const dueOf = async (id: number) => dayOf(String((await hall.entry(id))['due_on']))
const movesOf = async (id: number) => (await hall.events(id)).filter(({ kind }) => kind === 'termMoved')
const nextWorkingDay = (day: string) => {
  let at = addDays(day, 1)
  while (!isWorkingDay(at, { bridgeDays: [] })) at = addDays(at, 1)
  return at
}

describe('a free day given by the Government', () => {
  it('moves the open terms that end on it, each with an event that says why', async () => {
    const { body: petition } = await hall.register('registrar', { kind: 'petition' })
    const { body: permit } = await hall.register('registrar', { kind: 'planningCertificate' })
    const { body: closed } = await hall.register('registrar', { kind: 'petition' })
    await hall.step('registrar', closed.id, 'close', { reason: 'Retrasă' })
    const { body: letter } = await hall.register('registrar', { kind: 'correspondence' })
    const due = await dueOf(petition.id)

    expect((await freeDays('mayor', due)).status).toBe(403)
    expect(await movesOf(petition.id)).toEqual([])

    expect((await freeDays('secretary', due)).status).toBe(200)
    expect(await dueOf(petition.id)).toBe(nextWorkingDay(due))
    const [moved] = await movesOf(petition.id)
    expect(moved).toMatchObject({ is_public: true, data: { from: due, to: nextWorkingDay(due), isShortened: false } })
    expect(moved?.data['why']).toContain('HG nr. 1/2026')
    // A term that has ended stays as it was answered, and what has none is not touched.
    expect(await dueOf(closed.id)).toBe(due)
    expect(await movesOf(closed.id)).toEqual([])
    expect(await movesOf(letter.id)).toEqual([])
    expect((await movesOf(permit.id)).length).toBeLessThanOrEqual(1)

    // Taken back, it says that the term is shorter; saved again, nothing moves.
    expect((await freeDays('secretary')).status).toBe(200)
    expect(await dueOf(petition.id)).toBe(due)
    expect((await movesOf(petition.id)).at(-1)?.data).toMatchObject({
      to: due,
      isShortened: true,
      why: expect.stringContaining('Nu mai este zi liberă'),
    })
    await freeDays('secretary')
    expect(await movesOf(petition.id)).toHaveLength(2)
    const { rows } = await record.pool.query(
      "select title from record.audit where record_id = 'zile-libere' order by id",
    )
    expect(rows[0].title).toMatch(/^Zilele libere: /)
    expect(rows[1].title).toContain('scurtat')
    expect(rows[2].title).toBe('Zilele libere: 0 termene mutate')
  })

  it('does not start a clock that stands still', async () => {
    const { body } = await hall.register('registrar', { kind: 'buildingPermit' })
    await hall.step('secretary', body.id, 'askCompletion', { what: 'Planul de situație' })
    const before = await hall.entry(body.id)
    await freeDays('secretary', nextWorkingDay(dayOf(new Date())))
    const after = await hall.entry(body.id)
    expect(after['due_on']).toEqual(before['due_on'])
  })

  it('is stored with all moves or not at all', async () => {
    const { body } = await hall.register('registrar', { kind: 'petition' })
    const due = await dueOf(body.id)
    await record.pool.query(
      `create function public.refuse_move() returns trigger language plpgsql as $$
       begin if new.kind = 'termMoved' then raise exception 'refused'; end if; return new; end $$;
       create trigger refuse_move before insert on avizier.registry_events for each row execute function public.refuse_move()`,
    )
    expect((await freeDays('secretary', due)).status).toBeGreaterThanOrEqual(400)
    expect(await dueOf(body.id)).toBe(due)
    const { rows } = await record.pool.query(
      'select count(*)::int as count from record.working_calendar_bridge_days where "on"::date = $1',
      [due],
    )
    expect(rows[0].count).toBe(0)
    await record.pool.query('drop trigger refuse_move on avizier.registry_events')
  })
})
