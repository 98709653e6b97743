import { expect, it } from 'vitest'
import { countFacets } from './facet-counts.ts'

const some = [
  { values: { kind: 'hotarare', year: 2024, category: 'buget', state: 'in_vigoare' }, count: 3 },
  { values: { kind: 'hotarare', year: 2023, category: '', state: 'abrogata' }, count: 2 },
  { values: { kind: 'anunt', year: 2024, category: 'buget', state: '' }, count: 5 },
]

it('counts a facet under the filters of the others, and the total under all', () => {
  const { total, facets } = countFacets(some, { kinds: ['hotarare'], years: [2024] })
  expect(total).toBe(3)
  expect(facets.kind).toEqual([
    { value: 'anunt', count: 5 },
    { value: 'hotarare', count: 3 },
  ])
  expect(facets.year).toEqual([
    { value: 2024, count: 3 },
    { value: 2023, count: 2 },
  ])
  expect(facets.category).toEqual([{ value: 'buget', count: 3 }])
})

it('takes an empty filter for none', () => expect(countFacets(some, { kinds: [], years: [] }).total).toBe(10))
