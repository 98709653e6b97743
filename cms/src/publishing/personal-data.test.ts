import { describe, expect, it } from 'vitest'
import { findPersonalData, isCnp, isIban } from './personal-data.ts'

describe('a personal number', () => {
  it.each(['1800101350018', '2960229350021', '5011231350031'])('%s is one', (cnp) => expect(isCnp(cnp)).toBe(true))
  it.each(['1800101350019', '1801301350018', '0800101350018', '180010135001', '4812', '9999999999999'])(
    '%s is none',
    (text) => expect(isCnp(text)).toBe(false),
  )
})

describe('an account', () => {
  it('is told by its check digits', () => {
    expect(isIban('RO49 AAAA 1B31 0075 9384 0000')).toBe(true)
    expect(isIban('RO48 AAAA 1B31 0075 9384 0000')).toBe(false)
  })
})

describe('findPersonalData', () => {
  it.each([
    ['domnul X, CNP 1800101350018, domiciliat', ['cnp']],
    ['în contul RO49AAAA1B31007593840000 deschis', ['iban']],
    ['act de identitate: CI seria TZ nr. 123456', ['idCard']],
    ['cartea de identitate seria TM, numărul 654321', ['idCard']],
    ['înscris în CF 405512, nr. 1234567890123', []],
    ['contul RO76TREZ999500901XXXXXXX al trezoreriei', []],
    ['Hotărârea nr. 45 din 28 martie 2024', []],
    ['telefon 0256 000 100, contact@sacalaz.example', []],
  ])('%s', (text, kinds) => expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(kinds))
})
