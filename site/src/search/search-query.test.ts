import { describe, expect, it } from 'vitest'
import { isAsked, readSearchQuery, searchAddress } from './search-query.ts'

const read = (query: string) => readSearchQuery(new URLSearchParams(query))

describe('readSearchQuery', () => {
  it('reads every part, values of a facet repeated or separated by commas', () => {
    expect(
      read('q=buget&tip=hotarare&tip=anunt&an=2024,2025&categorie=taxe&stare=abrogata&ordine=data&pagina=3&exact=da'),
    ).toEqual({
      words: 'buget',
      kinds: ['hotarare', 'anunt'],
      years: [2024, 2025],
      categories: ['taxe'],
      states: ['abrogata'],
      order: 'date',
      page: 3,
      asTyped: true,
    })
  })

  it.each([
    ['', { words: '', page: 1, order: 'relevance' }],
    ['q=%00buget%0A', { words: 'buget' }],
    [`q=${'a'.repeat(10_000)}`, { words: 'a'.repeat(500) }],
    ['tip=constructor&tip=__proto__&categorie=toString', { kinds: [], categories: [] }],
    ['an=abc&an=&an=99999&an=2024', { years: [2024] }],
    ['pagina=0', { page: 1 }],
    ['pagina=-4', { page: 1 }],
    ['pagina=1000000000', { page: 1_000_000_000 }],
    ['pagina=2e99', { page: 1 }],
    ['ordine=altfel', { order: 'relevance' }],
  ])('makes sense of "%.40s"', (query, expected) => expect(read(query)).toMatchObject(expected))

  it('takes a limited number of values', () => {
    const forty = Array.from({ length: 40 }, (_, index) => `an=${1990 + index}`).join('&')
    expect(read(forty).years).toHaveLength(20)
  })
})

describe('searchAddress', () => {
  it('says again what was read', () => {
    const address = '/cautare?q=taxe+%C8%99i+impozite&tip=hotarare&an=2024&an=2025&ordine=data&pagina=2'
    expect(searchAddress('/cautare', read(address.split('?')[1] ?? ''))).toBe(address)
  })
  it('leaves out what says nothing', () => expect(searchAddress('/cautare', read('q=&pagina=1'))).toBe('/cautare'))
})

describe('isAsked', () => {
  it.each([
    ['', false],
    ['q=+', false],
    ['ordine=data', false],
    ['tip=anunt', true],
    ['q=apa', true],
  ])('"%s": %s', (query, expected) => expect(isAsked(read(query))).toBe(expected))
})
