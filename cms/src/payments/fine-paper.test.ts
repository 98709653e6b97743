import { describe, expect, it } from 'vitest'
import { paperKey, readPaper, writtenPaper } from './fine-paper.ts'

const electronic = '10002026000012345678901'

describe('a paper', () => {
  it.each([
    ['SCZ', '001234'],
    ['scz', ' 1234 '],
    ['SCZ nr. 1234', ''],
    ['S C Z', 'nr. 1.234'],
    ['seria SCZ', '1234'],
    ['SCZ1234', ''],
  ])('typed as "%s" and "%s" is one and the same', (series, number) => {
    const verdict = readPaper({ series, number })
    expect(verdict.kind === 'read' && paperKey(verdict.paper)).toBe('SCZ-1234')
  })

  it.each([
    [electronic, ''],
    ['1000 2026 000 0123456 78901', ''],
    ['1000-2026-000-0123456-78901', ''],
    ['100020260000', '12345678901'],
  ])('of 23 digits typed as "%s" and "%s" is electronic', (series, number) =>
    expect(readPaper({ series, number })).toEqual({ kind: 'read', paper: { kind: 'electronic', series: electronic } }),
  )

  it.each([
    ['', '123', 'serie', 'series-missing'],
    ['1000202600001234567890', '', 'serie', 'series-length'],
    [`${electronic}1`, '', 'serie', 'series-length'],
    ['SCZ', '', 'numar', 'number-missing'],
    ['SCZ', '12a', 'numar', 'number-malformed'],
    ['SCZ', '000', 'numar', 'number-malformed'],
    ['SCZ', '12345678901', 'numar', 'number-malformed'],
    ['<script>', '1', 'serie', 'series-malformed'],
    ['ABCDEFGH', '1', 'serie', 'series-malformed'],
  ])('typed as "%s" and "%s" is refused at %s with %s', (series, number, field, code) =>
    expect(readPaper({ series, number })).toEqual({ kind: 'faulty', field, code }),
  )

  it('is written as it is printed', () => {
    const written = (series: string, number: string) => {
      const verdict = readPaper({ series, number })
      return verdict.kind === 'read' ? writtenPaper(verdict.paper) : ''
    }
    expect(written('scz', '001234')).toBe('SCZ\u00a0nr.\u00a01234')
    expect(written(electronic, '')).toBe('10002 02600 00123 45678 901')
  })
})
