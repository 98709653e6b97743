import { describe, expect, it } from 'vitest'
import { isOlder } from './engine-version.ts'
import { outcomeOf } from './reading-state.ts'

describe('a reading ends', () => {
  const read = (given: object) => ({ pages: 10, faults: 0, costly: 0, letters: 5_000, stopped: null, ...given })
  it.each([
    ['done', read({}), 10, 'done', null],
    ['done, with pages missing', read({ faults: 2 }), 10, 'done', 'pages-skipped'],
    ['done, with the first pages', read({}), 3_000, 'done', 'too-many-pages'],
    ['done, with what was read in time', read({ stopped: 'out-of-time' }), 10, 'done', 'out-of-time'],
    ['empty, when there are no letters', read({ letters: 3 }), 10, 'empty', 'nothing-readable'],
    ['failed, when no page could be read', read({ letters: 0, faults: 10 }), 10, 'failed', 'broken'],
    [
      'failed, when pages cost too much',
      read({ letters: 0, faults: 5, costly: 1, stopped: 'given-up' }),
      9,
      'failed',
      'given-up',
    ],
    [
      'failed, when its time is up without text',
      read({ letters: 0, stopped: 'out-of-time' }),
      10,
      'failed',
      'out-of-time',
    ],
  ] as const)('%s', (_, given, filePages, state, code) => expect(outcomeOf(given, filePages)).toEqual({ state, code }))
})

describe('isOlder', () => {
  it.each([
    ['5.3.0', '5.10.0', true],
    ['5.3.0', '5.3.0', false],
    ['5.3', '5.3.1', true],
    ['7.0.0', '5.3.0', false],
    ['4.1.1-rc2', '5', true],
  ])('%s than %s: %s', (version, than, older) => expect(isOlder(version, than)).toBe(older))
})
