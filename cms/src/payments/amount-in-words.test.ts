import { describe, expect, it } from 'vitest'
import { amountInWords, greatestAmountBani } from './amount-in-words.ts'

const written: [lei: number, words: string][] = [
  [0, 'zero lei'],
  [1, 'un leu'],
  [2, 'doi lei'],
  [10, 'zece lei'],
  [12, 'doisprezece lei'],
  [14, 'paisprezece lei'],
  [16, 'șaisprezece lei'],
  [19, 'nouăsprezece lei'],
  [20, 'douăzeci de lei'],
  [21, 'douăzeci și unu de lei'],
  [60, 'șaizeci de lei'],
  [99, 'nouăzeci și nouă de lei'],
  [100, 'una sută de lei'],
  [101, 'una sută unu lei'],
  [112, 'una sută doisprezece lei'],
  [119, 'una sută nouăsprezece lei'],
  [120, 'una sută douăzeci de lei'],
  [200, 'două sute de lei'],
  [725, 'șapte sute douăzeci și cinci de lei'],
  [1_000, 'una mie de lei'],
  [1_001, 'una mie unu lei'],
  [1_200, 'una mie două sute de lei'],
  [2_000, 'două mii de lei'],
  [2_021, 'două mii douăzeci și unu de lei'],
  [12_012, 'douăsprezece mii doisprezece lei'],
  [20_000, 'douăzeci de mii de lei'],
  [21_001, 'douăzeci și una de mii unu lei'],
  [100_000, 'una sută de mii de lei'],
  [101_000, 'una sută una mii de lei'],
  [1_000_000, 'un milion de lei'],
  [2_000_001, 'două milioane unu lei'],
  [21_000_000, 'douăzeci și una de milioane de lei'],
  [
    999_999_999,
    'nouă sute nouăzeci și nouă de milioane nouă sute nouăzeci și nouă de mii nouă sute nouăzeci și nouă de lei',
  ],
]

describe('an amount in words', () => {
  it.each(written)('of %i lei is "%s"', (lei, words) => expect(amountInWords(lei * 100)).toBe(words))

  it.each([
    [1, 'un ban'],
    [2, 'doi bani'],
    [50, 'cincizeci de bani'],
    [101, 'un leu și un ban'],
    [1_234, 'doisprezece lei și treizeci și patru de bani'],
    [10_019, 'una sută de lei și nouăsprezece bani'],
    [202_121, 'două mii douăzeci și unu de lei și douăzeci și unu de bani'],
  ])('of %i bani is "%s"', (bani, words) => expect(amountInWords(bani)).toBe(words))

  it('is another one for another amount', () => {
    const seen = new Map<string, number>()
    for (let bani = 0; bani <= 300_000; bani += 7) {
      const words = amountInWords(bani)
      expect(seen.get(words)).toBeUndefined()
      seen.set(words, bani)
    }
  })

  it.each([-1, 0.5, Number.NaN, greatestAmountBani + 1])('is refused for %d bani', (bani) =>
    expect(() => amountInWords(bani)).toThrow(RangeError),
  )
})
