import { describe, expect, it } from 'vitest'
import { type Line, lettersIn, textOfLines, tidy } from './page-text.ts'

/** Lines of one height, each at `y`, from the left edge to `right`. */
const lines = (...given: [text: string, y: number, right?: number][]): Line[] =>
  given.map(([text, bottom, right = 500]) => ({ text, left: 50, right, bottom, height: 11 }))

describe('textOfLines', () => {
  it('runs the lines of a paragraph on and keeps paragraphs apart', () => {
    const page = lines(
      ['Se aprobă regulamentul', 100],
      ['serviciului de salubrizare.', 114, 300],
      ['Art. 2. Primarul', 142],
      ['duce la îndeplinire.', 156, 200],
    )
    expect(textOfLines(page)).toBe(
      'Se aprobă regulamentul serviciului de salubrizare.\n\nArt. 2. Primarul duce la îndeplinire.',
    )
  })

  it('keeps the break after a short line, as in a letterhead', () => {
    const page = lines(
      ['ROMÂNIA', 100, 120],
      ['JUDEȚUL TIMIȘ', 114, 160],
      ['o linie până la marginea din dreapta', 128],
    )
    expect(textOfLines(page)).toBe('ROMÂNIA\nJUDEȚUL TIMIȘ\no linie până la marginea din dreapta')
  })

  it.each([
    ['hotă-', 'rârea', 'hotărârea'],
    ['nu s-', 'a prezentat', 'nu s-a prezentat'],
    ['într-', 'un termen', 'într-un termen'],
    ['Timiș-', 'Torontal', 'Timiș-Torontal'],
    ['anii 2024-', '2026', 'anii 2024-2026'],
    ['un de-', 'partament', 'un departament'],
    ['de-', 'a lungul', 'de-a lungul'],
  ])('joins %s and %s', (first, second, joined) => expect(textOfLines(lines([first, 100], [second, 114]))).toBe(joined))

  it('begins a paragraph at the top of the next column', () => {
    expect(textOfLines(lines(['coloana întâi', 100], ['sfârșit', 114], ['coloana a doua', 100]))).toBe(
      'coloana întâi sfârșit\n\ncoloana a doua',
    )
  })

  it('is empty without lines', () => expect(textOfLines([])).toBe(''))
})

describe('tidy', () => {
  it.each([
    ['Şedinţa  a  avut   loc', 'Ședința a avut loc'],
    ['s\u0326edint\u0326a', 'ședința'],
    ['con\ufb01nanțare', 'confinanțare'],
    ['ho\u00adtă\u200brâre', 'hotărâre'],
    ['un\u0000u\u0007', 'unu'],
    ['a\r\n\r\n\r\n\r\nb', 'a\n\nb'],
    ['stânga\u202e dreapta', 'stânga dreapta'],
    ['jumătate \ud800 de semn', 'jumătate de semn'],
  ])('%j', (text, clean) => expect(tidy(text)).toBe(clean))
})

describe('lettersIn', () => {
  it.each([
    ['Hotărârea nr. 45', 11],
    ['12.03.2024', 0],
    ['\ue001\ue002\ue003 \ue004\ue005 ab', 0],
    ['', 0],
  ])('%j', (text, count) => expect(lettersIn(text)).toBe(count))
})
