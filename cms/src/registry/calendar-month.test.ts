import { describe, expect, it } from 'vitest'
import { lastDayOf, monthAfter, monthOf, weeksOf } from './calendar-month.ts'

const calendar = { bridgeDays: [{ on: '2026-11-27', name: 'Punte', basis: 'HG nr. 1/2026' }] }

describe('a month of the calendar', () => {
  it('is made of whole weeks from Monday on', () => {
    const weeks = weeksOf('2026-11', calendar)
    expect(weeks.map((week) => week[0]?.on)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks.flat().filter(({ isOfMonth }) => isOfMonth)).toHaveLength(30)
    expect(weeksOf('2027-02', calendar)).toHaveLength(4)
  })

  it('says why a day is free: weekend, holiday and bridge', () => {
    const days = new Map(
      weeksOf('2026-11', calendar)
        .flat()
        .map(({ on, free }) => [on, free?.kind ?? null]),
    )
    expect(days.get('2026-11-26')).toBeNull()
    expect(days.get('2026-11-27')).toBe('bridge')
    expect(days.get('2026-11-28')).toBe('weekend')
    expect(days.get('2026-11-30')).toBe('holiday')
    expect(days.get('2026-12-01')).toBe('holiday')
  })

  it('marks the Monday of Pentecost and the children’s day once, in June 2026', () => {
    const free = weeksOf('2026-06', calendar)
      .flat()
      .filter(({ on, free: why }) => on === '2026-06-01' && why !== null)
    expect(free).toHaveLength(1)
  })

  it('has neighbours over the turn of the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01')
    expect(monthAfter('2026-01', -1)).toBe('2025-12')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
  })

  it('is that of today when what was asked is none', () => {
    expect(monthOf('2026-13', '2026-11-25')).toBe('2026-11')
    expect(monthOf('<script>', '2026-11-25')).toBe('2026-11')
    expect(monthOf('2027-02', '2026-11-25')).toBe('2027-02')
  })
})
