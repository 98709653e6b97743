import { describe, expect, it } from 'vitest'
import { decimalOfBani, formatLei, isAmount, largestAmountBani, leiToBani, parseDecimal, parseLei } from './money.ts'

describe('an amount that somebody wrote', () => {
  it.each([
    ['12', 1200],
    ['12.34', 1234],
    ['12,34', 1234],
    ['12.3', 1230],
    ['0,01', 1],
    [' 290 ', 29_000],
    ['1.234,50', 123_450],
    ['1.000.000', 100_000_000],
    ['1.234', 123_400],
    ['12.345', 1_234_500],
    ['10000000', largestAmountBani],
  ])('%s is %d bani', (written, bani) => expect(parseLei(written)).toBe(bani))

  it.each([
    '',
    '0',
    '0.00',
    '0.001',
    '12,345',
    '0.010',
    '1e9',
    '-5',
    '+5',
    '1 000',
    '12,34,56',
    '1.23.456',
    '12 lei',
    'NaN',
    '٣',
    '10000000.01',
    '99999999',
  ])('%j is no amount of money', (written) => expect(parseLei(written)).toBeNull())
})

describe('an amount that a gateway wrote', () => {
  it('is read to the ban', () => {
    expect(parseDecimal('12.34')).toBe(1234)
    expect(leiToBani(12.34)).toBe(1234)
    expect(leiToBani(0.29)).toBe(29)
    expect(leiToBani(1.005)).toBeNull()
  })

  it.each([1e21, 1e-7, 0.001, -1, 0, Number.NaN, Number.POSITIVE_INFINITY, '12.34', null, undefined])(
    'is refused when it is %s',
    (lei) => expect(leiToBani(lei)).toBeNull(),
  )

  it('does not group thousands', () => expect(parseDecimal('1.234')).toBeNull())
})

describe('an amount that is written out', () => {
  it('has two places for gateways, and Romanian groups for people', () => {
    expect([1, 1234, 100_000_000].map(decimalOfBani)).toEqual(['0.01', '12.34', '1000000.00'])
    expect([5, 123_450, 100_000_000].map(formatLei)).toEqual(['0,05 lei', '1.234,50 lei', '1.000.000,00 lei'])
  })

  it('comes back the same for every ban', () => {
    for (let bani = 1; bani < 200_000; bani += 7) {
      expect(parseDecimal(decimalOfBani(bani))).toBe(bani)
      expect(leiToBani(Number(decimalOfBani(bani)))).toBe(bani)
      expect(parseLei(formatLei(bani).replace(' lei', ''))).toBe(bani)
    }
  })

  it('is whole, above nothing and not absurd', () => {
    expect([1, largestAmountBani].every(isAmount)).toBe(true)
    expect([0, -1, 1.5, largestAmountBani + 1, Number.NaN].some(isAmount)).toBe(false)
  })
})
