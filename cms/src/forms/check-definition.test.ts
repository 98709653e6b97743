import { describe, expect, it } from 'vitest'
import { checkDefinition, type Draft, type DraftField } from './check-definition.ts'

const field = (name: string, given: Partial<DraftField> = {}): DraftField => ({
  name,
  type: 'text',
  showIf: null,
  options: [],
  text: '',
  min: null,
  max: null,
  ...given,
})
const draft = (...pages: DraftField[][]): Draft => ({
  steps: pages.map((fields, index) => ({ name: `pagina_${index}`, showIf: null, fields })),
  atLeastOne: [],
  documents: [],
})
const told = (form: Draft, publishing = true) =>
  checkDefinition(form, { publishing }).map(({ path, code }) => `${path} ${code}`)
const when = (name: string, ...values: string[]) => ({ rules: [{ field: name, is: 'oneOf' as const, values }] })
const colours = { type: 'choice' as const, options: [{ value: 'alb' }, { value: 'negru' }] }

describe('a definition', () => {
  it('that is whole is let out', () => {
    const whole = draft(
      [field('nume'), field('culoare', colours)],
      [field('nuanta', { showIf: when('culoare', 'alb') })],
    )
    expect(told({ ...whole, atLeastOne: [{ fields: ['nume', 'culoare'] }] })).toEqual([])
  })

  it.each<[string, Draft, string]>([
    ['no page', draft(), 'steps no-steps'],
    ['a page of nothing', draft([]), 'steps.0.fields step-empty'],
    ['a name that the language has', draft([field('constructor')]), 'steps.0.fields.0.name name-reserved'],
    ['a prototype', draft([field('__proto__')]), 'steps.0.fields.0.name name-malformed'],
    ['a name on two pages', draft([field('nume')], [field('nume')]), 'steps.1.fields.0.name name-doubled'],
    [
      'an option twice',
      draft([field('a', { type: 'choice', options: [{ value: 'x' }, { value: 'x' }] })]),
      'steps.0.fields.0.options.1.value option-doubled',
    ],
    ['a text of nothing', draft([field('a', { type: 'information' })]), 'steps.0.fields.0.text text-missing'],
    [
      'bounds that cross',
      draft([field('a', { type: 'number', min: 3, max: 2 })]),
      'steps.0.fields.0.max bounds-crossed',
    ],
    [
      'a condition on itself',
      draft([field('a', { showIf: when('a', 'x') })]),
      'steps.0.fields.0.showIf.rules.0.field rule-field-later',
    ],
    [
      'a condition on an answer that cannot be given',
      draft([field('culoare', colours), field('b', { showIf: when('culoare', 'verde') })]),
      'steps.0.fields.1.showIf.rules.0.values rule-value-unknown',
    ],
    [
      'a condition on nothing in particular',
      draft([field('a'), field('b', { showIf: when('a') })]),
      'steps.0.fields.1.showIf.rules.0.values rule-incomplete',
    ],
    [
      'a group of one',
      { ...draft([field('a')]), atLeastOne: [{ fields: ['a'] }] },
      'atLeastOne.0.fields group-too-small',
    ],
    [
      'a group over two pages',
      { ...draft([field('a')], [field('b')]), atLeastOne: [{ fields: ['a', 'b'] }] },
      'atLeastOne.0.fields group-across-steps',
    ],
    [
      'a paper for a text',
      { ...draft([field('a')]), documents: [{ field: 'a' }] },
      'documents.0.field document-field-unknown',
    ],
  ])('with %s is told so at its place', (_, form, refusal) => {
    expect(told(form)).toEqual([refusal])
  })

  it('of a page that depends on a question of its own is told so', () => {
    const form = draft([field('a')])
    form.steps[0] = { ...form.steps[0], name: 'pagina', fields: [field('a')], showIf: when('a', 'x') }
    expect(told(form)).toEqual(['steps.0.showIf.rules.0.field rule-field-later'])
  })

  it('may be unfinished as a draft, but not wrong', () => {
    expect(told(draft([]), false)).toEqual([])
    expect(told(draft([field('a', { type: 'choice' })]), false)).toEqual([])
    expect(told(draft([field('a'), field('a')]), false)).toEqual(['steps.0.fields.1.name name-doubled'])
  })
})
