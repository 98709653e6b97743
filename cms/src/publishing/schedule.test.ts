import { describe, expect, it } from 'vitest'
import { dayOf, momentOfDay } from './calendar.ts'
import { checkSchedule, checkSlug } from './schedule.ts'
import { spelled } from './spelling.ts'

const now = new Date('2026-03-10T10:00:00Z')
const codes = (scheduled: object, publishing: boolean) =>
  checkSchedule(scheduled, { publishing, now }).map(({ path, code }) => `${path}: ${code}`)

describe('a schedule', () => {
  it.each<[string, object, boolean, string[]]>([
    ['none', {}, true, []],
    ['starts and ends in order', { publishAt: '2026-03-11T10:00:00Z', takeDownAt: '2026-03-12T10:00:00Z' }, false, []],
    [
      'ends before it starts',
      { publishAt: '2026-03-11T10:00:00Z', takeDownAt: '2026-03-11T09:00:00Z' },
      false,
      ['takeDownAt: take-down-before-publish'],
    ],
    [
      'ends as it starts',
      { publishAt: '2026-03-11T10:00:00Z', takeDownAt: '2026-03-11T10:00:00Z' },
      false,
      ['takeDownAt: take-down-before-publish'],
    ],
    [
      'is published now and ends in the past',
      { takeDownAt: '2026-03-10T09:59:00Z' },
      true,
      ['takeDownAt: take-down-before-publish'],
    ],
    [
      'is published now although it has an hour to come',
      { publishAt: '2026-03-11T10:00:00Z' },
      true,
      ['publishAt: schedule-on-published'],
    ],
    ['a draft that only ends', { takeDownAt: '2026-03-01T10:00:00Z' }, false, []],
  ])('%s', (_, scheduled, publishing, expected) => expect(codes(scheduled, publishing)).toEqual(expected))
})

describe('an address', () => {
  it.each([
    ['taxe-locale-2026', []],
    ['Taxe', ['slug-malformed']],
    ['taxe--locale', ['slug-malformed']],
    ['../admin', ['slug-malformed']],
    ['2026', ['slug-reserved']],
    ['cautare', ['slug-reserved']],
  ])('%s', (slug, expected) => expect(checkSlug(slug, new Set(['cautare'])).map(({ code }) => code)).toEqual(expected))
})

describe('a calendar day', () => {
  it.each([
    ['2024-12-31T22:30:00.000Z', '2025-01-01'],
    ['2024-12-31T21:59:59.000Z', '2024-12-31'],
    ['2025-06-30T21:00:00.000Z', '2025-07-01'],
    ['2025-03-30T00:30:00.000Z', '2025-03-30'],
    ['2025-10-26T00:30:00.000Z', '2025-10-26'],
  ])('of %s in Bucharest is %s', (moment, day) => expect(dayOf(moment)).toBe(day))

  it.each(['2025-03-30', '2025-10-26', '2024-02-29', '2025-12-31'])('%s survives being stored', (day) =>
    expect(dayOf(momentOfDay(day))).toBe(day),
  )
})

describe('spelled', () => {
  it('reaches every text of a document and nothing else', () => {
    const date = new Date()
    expect(spelled({ title: 'şi', rows: [{ text: 'ţ', count: 3 }], date, none: null })).toEqual({
      title: 'și',
      rows: [{ text: 'ț', count: 3 }],
      date,
      none: null,
    })
  })
})
