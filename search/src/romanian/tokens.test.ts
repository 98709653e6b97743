import { expect, it } from 'vitest'
import { tokensOf } from './tokens.ts'

const formsOf = (text: string) => tokensOf(text).map(({ form }) => form)

it.each([
  ['S.R.L. și U.A.T.', ['srl', 'si', 'uat']],
  ['art. 2 lit.a) nr.14', ['art', '2', 'lit', 'a', 'nr', '14']],
  ['2.006.691,00 lei', ['2006691', '0', 'lei']],
  ['98765432-C1-U7', ['98765432', 'c1', 'u7']],
  ['28.03.2024', ['28', '3', '2024']],
  ['Beregsău-Mare', ['beregsau', 'mare']],
  ['HOTĂRÎREA', ['hotararea']],
  ['hotarirea', ['hotararea']],
  ['pamint, cimp, invatamint', ['pamant', 'camp', 'invatamant']],
  ['Petőfi Sándor', ['petofi', 'sandor']],
  ['🙂 … — „”', []],
])('%s', (text, forms) => expect(formsOf(text)).toEqual(forms))

it('reads an ordinal in Roman figures as the number as well', () => {
  expect(tokensOf('strada a IV-a').find(({ form }) => form === 'iv')?.stems).toContain('4')
  expect(tokensOf('ediția a XX-a').find(({ form }) => form === 'xx')?.stems).toContain('20')
  expect(tokensOf('I. Popescu, IIII, VX').flatMap(({ stems }) => stems)).not.toContain('1')
})

it('says where each token stands', () => {
  const text = 'Se aprobă, azi.'
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Se', 'aprobă', 'azi'])
})
