import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, isDay, weekdayOf } from './calendar-days.ts'
import {
  addWorkingDays,
  holidaysOf,
  isWorkingDay,
  orthodoxEaster,
  whyFree,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from './romanian-calendar.ts'

const plain = { bridgeDays: [] }
const bridged = { bridgeDays: [{ on: '2026-01-05', name: 'zi liberă', basis: 'HG nr. 1/2026' }] }
const days = (year: number) => holidaysOf(year).map(({ on }) => on)

describe('a calendar day', () => {
  it('is not moved by the change of the clock', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(daysBetween('2026-03-01', '2026-11-01')).toBe(245)
  })

  it('knows its weekday', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7])
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  it('goes by months to the corresponding day, or to the last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2025-12-15', 3)).toBe('2026-03-15')
  })

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '18.11.2025', ''])('%s does not exist', (text) =>
    expect(isDay(text)).toBe(false),
  )
  it('exists on 29 February of a leap year', () => expect(isDay('2024-02-29')).toBe(true))
})

describe('Orthodox Easter', () => {
  it.each([
    [2010, '2010-04-04'],
    [2018, '2018-04-08'],
    [2023, '2023-04-16'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
    [2028, '2028-04-16'],
    [2029, '2029-04-08'],
    [2030, '2030-04-28'],
  ])('of %i is on %s', (year, day) => expect(orthodoxEaster(year)).toBe(day))

  it('is always a Sunday', () => {
    for (let year = 1990; year < 2100; year++) expect(weekdayOf(orthodoxEaster(year))).toBe(7)
  })
})

describe('the legal holidays', () => {
  it('of 2026 are these, 1 June once though it is Children’s Day and the Monday of Pentecost', () => {
    expect(days(2026)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-06',
      '2026-01-07',
      '2026-01-24',
      '2026-04-10',
      '2026-04-12',
      '2026-04-13',
      '2026-05-01',
      '2026-05-31',
      '2026-06-01',
      '2026-08-15',
      '2026-11-30',
      '2026-12-01',
      '2026-12-25',
      '2026-12-26',
    ])
    expect(workingDaysBetween('2026-05-29', '2026-06-02', plain)).toBe(1)
  })

  it('hold from the year that brought them', () => {
    const has = (day: string) => days(Number(day.slice(0, 4))).includes(day)
    expect(['2008-08-15', '2009-08-15'].map(has)).toEqual([false, true])
    expect(['2008-06-16', '2009-06-08'].map(has)).toEqual([false, true])
    expect(['2011-11-30', '2012-11-30'].map(has)).toEqual([false, true])
    expect(['2016-01-24', '2017-01-24'].map(has)).toEqual([false, true])
    expect(['2016-06-01', '2017-06-01'].map(has)).toEqual([false, true])
    expect(['2017-04-14', '2018-04-06'].map(has)).toEqual([false, true])
    expect(['2023-01-06', '2024-01-06', '2024-01-07'].map(has)).toEqual([false, true, true])
  })

  it('say why a day is free: the feast before the weekend, then the bridge', () => {
    expect(whyFree('2026-04-10', plain)).toEqual({ kind: 'holiday', holiday: 'goodFriday' })
    expect(whyFree('2026-04-12', plain)).toEqual({ kind: 'holiday', holiday: 'easter' })
    expect(whyFree('2026-01-10', plain)).toEqual({ kind: 'weekend' })
    expect(whyFree('2026-01-05', plain)).toBeNull()
    expect(whyFree('2026-01-05', bridged)).toMatchObject({ kind: 'bridge', basis: 'HG nr. 1/2026' })
  })
})

describe('working days', () => {
  it('are counted over feasts, weekends and bridges', () => {
    expect(addWorkingDays('2025-12-31', 2, plain)).toBe('2026-01-08')
    expect(addWorkingDays('2025-12-31', 2, bridged)).toBe('2026-01-09')
    expect(addWorkingDays('2026-04-09', 1, plain)).toBe('2026-04-14')
  })

  it('are found forwards and backwards', () => {
    expect(workingDayFrom('2026-04-10', plain)).toBe('2026-04-14')
    expect(workingDayUpTo('2026-04-13', plain)).toBe('2026-04-09')
    expect(workingDayFrom('2026-04-14', plain)).toBe('2026-04-14')
  })

  it('agree forwards and backwards for any start and any count', () => {
    for (let offset = 0; offset < 800; offset += 7) {
      const start = addDays('2025-01-01', offset)
      for (const count of [1, 2, 15, 45]) {
        const end = addWorkingDays(start, count, bridged)
        expect(isWorkingDay(end, bridged)).toBe(true)
        expect(workingDaysBetween(start, end, bridged)).toBe(count)
      }
    }
  })
})
