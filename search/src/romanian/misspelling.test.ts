import { expect, it } from 'vitest'
import { misspellingDistance, oneSlipAway } from './misspelling.ts'

it('measures what fingers do: swapped letters and neighbours on the keyboard cost less', () => {
  const swapped = misspellingDistance('adapsot', 'adapost') ?? 9
  const neighbour = misspellingDistance('adapist', 'adapost') ?? 9
  const other = misspellingDistance('adapzst', 'adapost') ?? 9
  const doubled = misspellingDistance('addapost', 'adapost') ?? 9
  expect(Math.max(swapped, neighbour, doubled)).toBeLessThan(other)
  expect(misspellingDistance('adapost', 'adapost')).toBe(0)
  expect(misspellingDistance('zdapost', 'adapost')).toBeGreaterThan(1)
  expect(misspellingDistance('adapost', 'salubrizare')).toBeNull()
})

it('knows every word one slip away', () => {
  const near = new Set(oneSlipAway('taxa'))
  for (const word of ['taxi', 'atxa', 'txa', 'taxal', 'taxaa', 'faxa']) expect(near.has(word)).toBe(true)
  expect(near.has('taxa')).toBe(false)
})
