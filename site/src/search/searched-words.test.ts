import type { Searches } from '@avizier/cms/search'
import { describe, expect, it } from 'vitest'
import { SearchedWords } from './searched-words.ts'

describe('SearchedWords', () => {
  it('adds up the same words, however they are written, and tells them once', async () => {
    const told: Searches[] = []
    const words = new SearchedWords(async (searches) => void told.push(searches))
    words.note('Teren  de fotbal', false)
    words.note('teren de fotbal ', false)
    words.note('buget', true)
    await words.flush()
    await words.flush()
    expect(told).toEqual([
      [
        { words: 'teren de fotbal', found: false, count: 2 },
        { words: 'buget', found: true, count: 1 },
      ],
    ])
  })

  it('keeps what could not be told, and no more than it can hold', async () => {
    let isUp = false
    let told: Searches = []
    const words = new SearchedWords(async (searches) => {
      if (!isUp) throw new Error('the record is down')
      told = searches
    })
    for (let index = 0; index < 700; index++) words.note(`cuvânt ${index}`, false)
    await words.flush()
    words.note('cuvânt 0', true)
    isUp = true
    await words.flush()
    expect(told).toHaveLength(500)
    expect(told.find((each) => each.words === 'cuvânt 0')).toEqual({ words: 'cuvânt 0', found: true, count: 2 })
  })
})
