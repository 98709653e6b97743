import { describe, expect, it } from 'vitest'
import { accessCodeOf, cleanCode, codeDigest, groupedCode } from './access-code.ts'
import { formatNumber, parseNumber } from './registration-number.ts'

describe('a registration number', () => {
  it('is written with its day', () => expect(formatNumber(4812, '2025-11-18')).toBe('4812/18.11.2025'))

  it.each([
    ['4812', 4812, null, null],
    ['  4812 ', 4812, null, null],
    ['Nr. 4812', 4812, null, null],
    ['numărul 4812', 4812, null, null],
    ['4812/2025', 4812, 2025, null],
    ['4812 / 25', 4812, 2025, null],
    ['4812/18.11.2025', 4812, 2025, '2025-11-18'],
    ['4812/18.11.25', 4812, 2025, '2025-11-18'],
    ['4812 din 18.11.2025', 4812, 2025, '2025-11-18'],
    ['Nr. 4240 din 29 iunie 2017', 4240, 2017, '2017-06-29'],
    ['nr. 12.650/18.02.2021', 12650, 2021, '2021-02-18'],
    ['R-4812/2025', 4812, 2025, null],
    ['４８１２/2025', 4812, 2025, null],
  ])('is read from „%s”', (typed, number, year, day) => expect(parseNumber(typed)).toEqual({ number, year, day }))

  it.each(['', 'abc', '0', '-3', '4812/', '4812/31.02.2025', '4812/acum', "4812' or 1=1", '99999999999', '1.2'])(
    'is not found in „%s”',
    (typed) => {
      const parsed = parseNumber(typed)
      // A slash with nothing behind it is a number without a date.
      if (typed === '4812/') expect(parsed).toEqual({ number: 4812, year: null, day: null })
      else expect(parsed).toBeNull()
    },
  )

  it('is read back from its own form, whatever it is', () => {
    for (let number = 1; number < 200_000; number += 977)
      expect(parseNumber(formatNumber(number, '2026-02-28'))).toEqual({ number, year: 2026, day: '2026-02-28' })
  })
})

describe('an access code', () => {
  const secret = 'a secret of the test'
  it('has ten characters of thirty, and is the same for the same key', () => {
    const code = accessCodeOf('a key', secret)
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    expect(accessCodeOf('a key', secret)).toBe(code)
    expect(accessCodeOf('a key', 'another secret')).not.toBe(code)
  })

  it('is never given twice, and uses every character about as often', () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => accessCodeOf(`key ${index}`, secret))
    expect(new Set(codes).size).toBe(codes.length)
    const counts = new Map<string, number>()
    for (const letter of codes.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(30)
    for (const count of counts.values()) expect(count).toBeGreaterThan((50_000 / 30) * 0.85)
  })

  it('is recognised as people type it', () => {
    const code = accessCodeOf('a key', secret)
    expect(cleanCode(` ${groupedCode(code).toLowerCase()} `)).toBe(code)
    expect(codeDigest(code, secret)).not.toBe(codeDigest(code, 'another secret'))
  })
})
