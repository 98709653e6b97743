import { describe, expect, it } from 'vitest'
import { announcements } from './announcements.ts'
import { daysFrom, lastThursday } from './calendar.ts'
import { decidedBefore } from './decided.ts'
import { documentsOf } from './documents.ts'
import { officialPaper } from './official-paper.ts'
import { pages } from './pages.ts'

describe('the sample town', () => {
  it.each(['2026-01-05', '2026-06-15', '2027-12-31'])(
    'seen on %s has sixty decisions of three years, none of them to come',
    (today) => {
      const decided = decidedBefore(today, 60)
      expect(decided).toHaveLength(60)
      expect(decided.every(({ adoptedOn }) => adoptedOn < today)).toBe(true)
      expect(new Set(decided.map(({ year, number }) => `${year}/${number}`)).size).toBe(60)
      const keys = new Set(decided.map(({ key }) => key))
      const relations = decided.flatMap(({ relations = [] }) => relations).filter(({ to }) => keys.has(to))
      expect(relations.length).toBeGreaterThanOrEqual(20)
    },
  )

  it('has forty announcements, pages of both sections, and no cedilla anywhere', () => {
    expect(announcements).toHaveLength(40)
    expect(new Set(pages.map(({ section }) => section))).toEqual(new Set(['townHall', 'commune']))
    expect(JSON.stringify([announcements, pages, documentsOf(2026), decidedBefore('2026-06-15', 60)])).not.toMatch(
      /[şŞţŢ]/,
    )
  })

  it('knows its calendar', () => {
    expect(lastThursday(2026, 4)).toBe('2026-04-30')
    expect(lastThursday(2024, 2)).toBe('2024-02-29')
    expect(daysFrom('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('prints papers that are text', async () => {
    const paper = await officialPaper({
      title: 'Șțăîâ',
      letterhead: ['ROMÂNIA'],
      heading: 'Hotărârea',
      lines: ['# Unu', '| a | b', '- listă', 'text'],
      signatures: [{ office: 'Primar', name: 'X' }],
      date: new Date(0),
    })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    expect(paper.includes('/StructTreeRoot')).toBe(true)
  })
})
