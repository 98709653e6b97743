import { describe, expect, it } from 'vitest'
import { nameFrom, withNames } from './derive-names.ts'
import type { FormDocument } from './form-document.ts'

describe('a name', () => {
  it.each([
    ['Numărul cadastral', 'numarul_cadastral'],
    ['Unde este casa sau terenul?', 'unde_este_casa_sau_terenul'],
    ['2. Telefonul', 'telefonul'],
    ['Ştiinţa', 'stiinta'],
    ['???', ''],
    ['Numele și prenumele reprezentantului legal al firmei', 'numele_si_prenumele_reprezentantului'],
  ])('of %s', (label, name) => {
    expect(nameFrom(label)).toBe(name)
  })

  it('is given to whatever has none, different from all others, and never taken away', () => {
    const { steps } = withNames<Partial<FormDocument>>({
      steps: [
        { title: 'Cine?', fields: [{ label: 'Numele' }, { label: 'Numele', name: 'altul' }] },
        {
          title: 'Cine?',
          fields: [
            { label: 'Numele' },
            { label: '' },
            { label: 'Felul', type: 'choice', options: [{ label: 'Da, pe e-mail' }, { label: 'Nu', value: 'n' }] },
          ],
        },
      ],
    })
    expect((steps ?? []).map(({ name, fields }) => [name, (fields ?? []).map((field) => field.name)])).toEqual([
      ['cine', ['numele', 'altul']],
      ['cine_2', ['numele_2', 'raspuns', 'felul']],
    ])
    expect(steps?.[1]?.fields?.[2]?.options?.map(({ value }) => value)).toEqual(['da_pe_e_mail', 'n'])
  })
})
