import { describe, expect, it } from 'vitest'
import { checkGroup, readGroup } from './synonym-groups.ts'

describe('readGroup', () => {
  it.each([
    ['PUG, plan urbanistic general', ['PUG', 'plan urbanistic general']],
    ['  gunoi ;  deşeuri,\nsalubrizare ', ['gunoi', 'deșeuri', 'salubrizare']],
    ['groapă, groapă', ['groapă']],
    ['', []],
  ])('reads "%s"', (written, words) => expect(readGroup(written)).toEqual(words))
})

describe('checkGroup', () => {
  it.each([
    ['PUG, plan urbanistic general', null],
    ['PUG', 'one-word'],
    ['PUG, PUG', 'one-word'],
    [`a, ${'b'.repeat(61)}`, 'too-long'],
    [Array.from({ length: 21 }, (_, index) => `cuvânt${index}`).join(','), 'too-many'],
  ])('judges "%s"', (written, fault) => expect(checkGroup(written)).toBe(fault))
})
