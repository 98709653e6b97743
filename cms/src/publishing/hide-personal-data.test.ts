import { describe, expect, it } from 'vitest'
import { hidePersonalData } from './hide-personal-data.ts'

describe('hidePersonalData', () => {
  it.each([
    ['domnul X, CNP 1800101350018, domiciliat', 'domnul X, CNP 1***********8, domiciliat'],
    ['(2960229350021)', '(2***********1)'],
    ['CNP: 501 123 135 0031.', 'CNP: 5***********1.'],
    ['C.N.P. 1800101350019', 'C.N.P. 1***********9'],
    ['contul RO49AAAA1B31007593840000 deschis', 'contul RO49******************** deschis'],
    ['contul RO49 AAAA 1B31 0075 9384 0000', 'contul RO49 **** **** **** **** ****'],
    ['cardul 4111 1111 1111 1111, expiră', 'cardul **** **** **** ****, expiră'],
    ['CI seria TZ nr. 123456', 'CI seria TZ nr. ******'],
    ['CNP 1800101350018 și CNP 2960229350021', 'CNP 1***********8 și CNP 2***********1'],
  ])('masks %s', (text, hidden) => expect(hidePersonalData(text)).toBe(hidden))

  it.each([
    'înscris în CF 405512, nr. 1234567890123',
    'contul RO76TREZ999500901XXXXXXX al trezoreriei',
    'Hotărârea nr. 45 din 28 martie 2024, art. 129 alin. (2) lit. b)',
    'telefon 0256 000 100',
    '4111 1111 1111 1112',
    '',
  ])('leaves %s alone', (text) => expect(hidePersonalData(text)).toBe(text))

  it('takes a long text in its stride', () => {
    const began = performance.now()
    hidePersonalData('1 2 3 4 5 6 7 8 9 0 '.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
