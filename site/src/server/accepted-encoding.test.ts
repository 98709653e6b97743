import { describe, expect, it } from 'vitest'
import { acceptedEncodings, hasSameBytes } from './accepted-encoding.ts'

describe('what a reader accepts', () => {
  it.each([
    ['', []],
    ['gzip, deflate, br, zstd', ['br', 'gzip']],
    ['gzip', ['gzip']],
    ['GZIP;q=0.5', ['gzip']],
    ['br;q=0, gzip', ['gzip']],
    ['br; q=0.0, gzip', ['gzip']],
    ['br;q=0.001', ['br']],
    ['*', ['br', 'gzip']],
    ['*, br;q=0', ['gzip']],
    ['identity', []],
    ['brotli, x-gzip', []],
    ['br;q=nonsense', []],
  ])('%j → %j', (header, names) => {
    expect(acceptedEncodings(header).map(({ name }) => name)).toEqual(names)
  })

  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['', false],
    ['a', false],
  ])('knows by If-None-Match %j whether it has the bytes', (header, isSame) => {
    expect(hasSameBytes(header, '"a"')).toBe(isSame)
  })
})
