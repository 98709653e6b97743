import { describe, expect, it } from 'vitest'
import type { Condition } from './contract.ts'
import { isShown } from './show-if.ts'

const village = { field: 'sat', is: 'oneOf', values: ['Săcălaz', 'Beregsău Mic'] } as const
const files = { field: 'acte', is: 'answered' } as const
const when = (match: 'all' | 'any', ...rules: Condition['rules']): Condition => ({ match, rules })

describe('a condition', () => {
  it.each([
    ['none', null, {}, true],
    ['one of, equal', when('all', { ...village, values: [...village.values] }), { sat: 'Săcălaz' }, true],
    ['one of, other', when('all', { ...village, values: [...village.values] }), { sat: 'Beregsău Mare' }, false],
    ['one of, unanswered', when('all', { ...village, values: [...village.values] }), {}, false],
    ['one of, ticked', when('all', { field: 'scop', is: 'oneOf', values: ['b'] }), { scop: ['a', 'b'] }, true],
    ['one of, not ticked', when('all', { field: 'scop', is: 'oneOf', values: ['c'] }), { scop: ['a', 'b'] }, false],
    ['one of, a number', when('all', { field: 'ani', is: 'oneOf', values: ['3'] }), { ani: 3 }, true],
    ['one of, consent', when('all', { field: 'acord', is: 'oneOf', values: ['da'] }), { acord: true as const }, true],
    ['answered', when('all', files), { acte: [] }, true],
    ['not answered', when('all', files), { sat: 'Săcălaz' }, false],
    ['an inherited name', when('all', { field: 'constructor', is: 'answered' }), {}, false],
    ['all of two', when('all', files, { ...village, values: ['Săcălaz'] }), { sat: 'Săcălaz' }, false],
    ['any of two', when('any', files, { ...village, values: ['Săcălaz'] }), { sat: 'Săcălaz' }, true],
  ] as const)('%s', (_, condition, answers, expected) => {
    expect(isShown(condition, answers as never)).toBe(expected)
  })
})
