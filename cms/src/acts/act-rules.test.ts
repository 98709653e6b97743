import { describe, expect, it } from 'vitest'
import { type ActDraft, changedFrozenFields, checkAct } from './act-rules.ts'

const act = (given: Partial<ActDraft> = {}): ActDraft => ({
  id: '1',
  kind: 'decision',
  number: 45,
  adoptedOn: '2024-03-28',
  inForceFrom: null,
  character: 'normative',
  relations: [],
  endedKind: null,
  endedOn: null,
  ...given,
})
const codes = (given: Partial<ActDraft>, publishing = true) =>
  checkAct(act(given), { publishing, today: '2026-03-10' }).map(({ path, code }) => `${path}: ${code}`)

describe('an act', () => {
  it.each<[string, Partial<ActDraft>, string[]]>([
    ['whole', {}, []],
    [
      'without number and date',
      { number: null, adoptedOn: null },
      ['number: number-missing', 'adoptedOn: date-missing'],
    ],
    ['with half a number', { number: 4.5 }, ['number: number-malformed']],
    ['with number 0', { number: 0 }, ['number: number-malformed']],
    ['of tomorrow', { adoptedOn: '2026-03-11' }, ['adoptedOn: date-in-future']],
    ['of today', { adoptedOn: '2026-03-10' }, []],
    ['in force before it was adopted', { inForceFrom: '2024-03-27' }, ['inForceFrom: in-force-before-adoption']],
    ['ended on no day', { endedKind: 'lapsed' }, ['endedOn: ending-without-date']],
    [
      'that amends itself',
      { relations: [{ kind: 'amends', act: '1', effectiveOn: null }] },
      ['relations.0.act: relation-to-itself'],
    ],
    [
      'with a relation to nothing',
      { relations: [{ kind: 'amends', act: null, effectiveOn: null }] },
      ['relations.0.act: relation-incomplete'],
    ],
  ])('%s', (_, given, expected) => expect(codes(given)).toEqual(expected))

  it('as a draft may lack what publishing needs', () =>
    expect(codes({ number: null, adoptedOn: null }, false)).toEqual([]))
})

describe('what changed of a published act', () => {
  const published = {
    title: 'T',
    votes: { for: 12, against: 0, abstained: 2 },
    signatures: [{ id: 'a', office: 'Primar', name: 'X' }],
    annexes: [],
    signedOriginal: null,
    body: { root: { type: 'root', children: [{ type: 'paragraph', version: 1 }] } },
  }

  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['the row ids of the editor', { signatures: [{ office: 'Primar', name: 'X', id: 'b' }] }, []],
    ['empty instead of missing', { annexes: null, signedOriginal: undefined, inForceFrom: '' }, []],
    [
      'the order of keys in the editor’s JSON',
      { body: { root: { children: [{ version: 1, type: 'paragraph' }], type: 'root' } } },
      [],
    ],
    ['the title', { title: 'U' }, ['title']],
    ['a vote', { votes: { for: 11, against: 1, abstained: 2 } }, ['votes']],
    ['a signature', { signatures: [{ id: 'a', office: 'Primar', name: 'Y' }] }, ['signatures']],
    [
      'a word of the text',
      { body: { root: { type: 'root', children: [{ type: 'paragraph', version: 1, text: 'x' }] } } },
      ['body'],
    ],
  ])('%s', (_, saved, expected) => expect(changedFrozenFields(published, { ...published, ...saved })).toEqual(expected))
})
