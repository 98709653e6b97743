import { describe, expect, it } from 'vitest'
import { questionsBefore, questionsIn } from './listed-questions.ts'

/** Payload's form state of two pages: the second question of the first page is not saved yet, so it has no name. */
const state = Object.fromEntries(
  Object.entries({
    'steps.1.fields.0.label': 'Descrierea',
    'steps.1.fields.0.name': 'descriere',
    'steps.0.fields.1.label': 'Felul răspunsului',
    'steps.0.fields.1.type': 'choice',
    'steps.0.fields.1.options.0.label': 'Pe e-mail',
    'steps.0.fields.1.options.1.label': 'Prin poștă',
    'steps.0.fields.1.options.1.value': 'posta',
    'steps.0.fields.0.label': 'Numele',
    'steps.0.fields.0.name': 'nume',
    'steps.0.fields.2.label': '',
    'steps.0.fields.10.label': 'De citit',
    'steps.0.fields.10.type': 'information',
    'steps.0.title': 'Cine?',
  }).map(([path, value]) => [path, { value }]),
)

describe('the questions of a form that is being edited', () => {
  it('stand in the order of the form, with the names they have or will have', () => {
    expect(questionsIn(state).map(({ name }) => name)).toEqual(['nume', 'felul_raspunsului', 'de_citit', 'descriere'])
    expect(questionsIn(state)[1]?.options).toEqual([
      { value: 'pe_e_mail', label: 'Pe e-mail' },
      { value: 'posta', label: 'Prin poștă' },
    ])
  })

  it.each([
    ['steps.0.showIf.rules.0.field', []],
    ['steps.0.fields.1.showIf.rules.0.field', ['nume']],
    ['steps.1.showIf.rules.0.field', ['nume', 'felul_raspunsului']],
    ['steps.1.fields.0.showIf.rules.2.field', ['nume', 'felul_raspunsului']],
  ])('on which %s may depend stand before it and have answers', (path, names) => {
    expect(questionsBefore(path, questionsIn(state)).map(({ name }) => name)).toEqual(names)
  })
})
