import { describe, expect, it } from 'vitest'
import { reportFeedPath, reportListPath } from '../paths.ts'
import { headingOfList, narrowings } from './narrowing.ts'
import { feedsOfReport, keyOfList, listOfKey, listsOfReport, villageSlug } from './report-lists.ts'

const known = {
  villages: ['Săcălaz', 'Beregsău Mare'],
  categories: [
    { slug: 'gropi', name: 'Gropi în drum' },
    { slug: 'iluminat', name: 'Iluminat public' },
  ],
}
const all = { village: null, category: null, stage: null }

describe('the lists of a report', () => {
  it('are eight, each filter set or not', () => {
    const lists = listsOfReport({ place: 'sacalaz', kind: 'gropi', stage: 'deschise' }).map(keyOfList)
    expect(new Set(lists).size).toBe(8)
    expect(lists).toEqual(expect.arrayContaining(['toate:toate:toate', 'sacalaz:gropi:deschise']))
  })

  it('are four where no village is known, and two of them have feeds', () => {
    expect(listsOfReport({ place: '', kind: 'gropi', stage: 'deschise' })).toHaveLength(4)
    expect(feedsOfReport({ place: '', kind: 'gropi' })).toHaveLength(2)
  })

  it('are named by addresses that name them', () => {
    const list = { village: villageSlug('Beregsău Mare'), category: 'gropi', stage: null }
    expect(reportListPath(list)).toBe('/sesizari/lista/beregsau-mare/gropi/toate/')
    expect(listOfKey(keyOfList(list))).toEqual(list)
    expect(reportListPath(all)).toBe('/sesizari/')
    expect(reportListPath(all, 3)).toBe('/sesizari/lista/toate/toate/toate/3/')
    expect(reportFeedPath(all)).toBe('/sesizari/atom.xml')
  })

  it('take no stage that is none', () => {
    expect(listOfKey('toate:gropi:altele')).toEqual({ village: null, category: 'gropi', stage: null })
  })
})

describe('the filters', () => {
  const inUse = listsOfReport({ place: 'sacalaz', kind: 'gropi', stage: 'deschise' })

  it('lead only where something is, and say where the reader stands', () => {
    const [stage, village, kind] = narrowings({ ...all, village: 'sacalaz' }, { ...known, inUse })
    expect(stage?.choices.map(({ href }) => href)).toEqual([
      '/sesizari/lista/sacalaz/toate/toate/',
      '/sesizari/lista/sacalaz/toate/deschise/',
      null,
      null,
    ])
    expect(village?.choices.filter(({ isChosen }) => isChosen).map(({ label }) => label)).toEqual(['Săcălaz'])
    expect(kind).toBeUndefined()
    expect(narrowings(all, { ...known, inUse: [] })).toEqual([])
  })

  it('are said in the heading', () => {
    expect(headingOfList({ village: 'sacalaz', category: 'gropi', stage: 'rezolvate' }, known)).toBe(
      'Sesizări: Gropi în drum, Săcălaz, rezolvate',
    )
  })
})
