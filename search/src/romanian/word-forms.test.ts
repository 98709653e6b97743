import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { doFormsMeet } from './word-forms.ts'

const linesOf = (name: string) =>
  readFileSync(new URL(`../../test/word-forms/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

const pairsOf = (words: readonly (readonly string[])[]) =>
  words.flatMap((forms) => forms.flatMap((one, at) => forms.slice(at + 1).map((other) => [one, other] as const)))

const share = (pairs: readonly (readonly [string, string])[]) =>
  pairs.filter(([one, other]) => doFormsMeet(one, other) && doFormsMeet(other, one)).length / pairs.length

describe('Forms of one word', () => {
  it('meet, on the list that the endings were made from', () => {
    expect(share(pairsOf(linesOf('tuned')))).toBeGreaterThan(0.99)
  })

  it('meet, on a list that nothing was tuned on', () => {
    const pairs = pairsOf(linesOf('held-out'))
    expect(pairs.length).toBeGreaterThan(600)
    const met = share(pairs)
    console.log(`word forms, held out: ${(100 * met).toFixed(2)} % of ${pairs.length} pairs meet`)
    expect(met).toBeGreaterThan(0.97)
  })

  it('has no word in both lists', () => {
    const tuned = new Set(linesOf('tuned').map(([lemma]) => lemma))
    expect(linesOf('held-out').flatMap(([lemma]) => (tuned.has(lemma) ? [lemma] : []))).toEqual([])
  })
})

it.each(linesOf('apart'))('%s and %s stay apart', (one = '', other = '') => {
  expect(doFormsMeet(one, other)).toBe(false)
  expect(doFormsMeet(other, one)).toBe(false)
})
