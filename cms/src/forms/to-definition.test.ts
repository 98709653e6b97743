import { describe, expect, it } from 'vitest'
import { aForm } from '../../test/forms.ts'
import { FormDefinition } from './contract.ts'
import { withNames } from './derive-names.ts'
import type { FormDocument } from './form-document.ts'
import { isSameForm, toDefinition } from './to-definition.ts'

const town = { townHallName: 'Primăria Săcălaz', villages: ['Săcălaz', 'Beregsău Mic'] }
const document = (given: object = {}) =>
  withNames({
    slug: 'formular',
    termSentence: 'Legea ne dă 30 de zile.',
    ...aForm(),
    ...given,
  } as unknown as FormDocument)
const fieldsOf = (...fields: object[]) =>
  FormDefinition.parse(toDefinition(document({ steps: [{ title: 'Pagina', fields }] }), town, 1)).steps[0]?.fields

describe('the definition of a document', () => {
  it('has of every question the settings of its own type alone', () => {
    const every = {
      label: 'A',
      name: 'a',
      maxLength: 9000,
      min: 1,
      unit: 'm²',
      accepts: 'all',
      days: 'past',
      place: 'country',
    }
    const common = { name: 'a', label: 'A', hint: '', required: false, showIf: null, autocomplete: null }
    const of = (type: string) => fieldsOf({ ...every, type })?.[0]
    expect(of('text')).toEqual({ ...common, type: 'text', maxLength: 500 })
    expect(of('longText')).toEqual({ ...common, type: 'longText', maxLength: 9000 })
    expect(of('number')).toEqual({ ...common, type: 'number', min: 1, max: null, decimals: 0, unit: 'm²' })
    expect(of('date')).toEqual({ ...common, type: 'date', days: 'past' })
    expect(of('address')).toEqual({ ...common, type: 'address', villages: [] })
    expect(of('cnp')).toEqual({ ...common, type: 'cnp' })
    expect(of('file')).toEqual({
      ...common,
      type: 'file',
      kinds: ['pdf', 'image', 'office', 'signed'],
      maxBytes: 10 * 1024 * 1024,
      maxCount: 5,
    })
  })

  it('drops half a condition and keeps a whole one', () => {
    const showIf = {
      match: null,
      rules: [
        { field: 'a', is: 'oneOf', values: [] },
        { field: 'a', is: 'answered' },
      ],
    }
    expect(fieldsOf({ label: 'A', name: 'a' }, { label: 'B', name: 'b', showIf })?.[1]?.showIf).toEqual({
      match: 'all',
      rules: [{ field: 'a', is: 'answered' }],
    })
  })

  it('turns lei into bani without a fraction', () => {
    expect(toDefinition(document({ feeLei: 12.3 }), town, 1).feeBani).toBe(1230)
    expect(toDefinition(document({ feeLei: 0 }), town, 1).feeBani).toBeNull()
  })

  it('of an empty draft can be shown all the same', () => {
    const draft = { title: 'Abia început', slug: 'ciorna' } as FormDocument
    expect(FormDefinition.parse(toDefinition(draft, { townHallName: '', villages: [] }, 1)).steps).toHaveLength(1)
  })

  it('is the same whatever its number, and another when a word changes', () => {
    const one = toDefinition(document(), town, 1)
    expect(isSameForm(one, { ...one, version: 7 })).toBe(true)
    expect(isSameForm(one, { ...one, lead: 'Altfel.' })).toBe(false)
    expect(isSameForm(one, toDefinition(document(), { ...town, villages: ['Săcălaz'] }, 1))).toBe(false)
  })
})
