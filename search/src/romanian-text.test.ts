import { describe, expect, it } from 'vitest'
import { foldRomanian, slugOf, spellRomanian } from './romanian-text.ts'

describe('spellRomanian', () => {
  it.each([
    ['Amenajarea ţarcurilor şi a pieţei', 'Amenajarea țarcurilor și a pieței'],
    ['ŞCOALĂ ŢARĂ', 'ȘCOALĂ ȚARĂ'],
    ['s\u0326t\u0326a\u0306', 'șță'],
    ['s\u0327', 'ș'],
    ['Petőfi Sándor, Müller', 'Petőfi Sándor, Müller'],
    ['', ''],
  ])('%s', (typed, spelled) => expect(spellRomanian(typed)).toBe(spelled))
})

describe('foldRomanian', () => {
  it.each([
    ['Hotărâri ȘI Anexe', 'hotarari si anexe'],
    ['ţară ţară', 'tara tara'],
    ['CÎMPENI', 'cimpeni'],
    ['emoji 🙂', 'emoji 🙂'],
  ])('%s', (text, folded) => expect(foldRomanian(text)).toBe(folded))
})

describe('slugOf', () => {
  it.each([
    ['Hotărâri și anexe, 2024', 'hotarari-si-anexe-2024'],
    ['  „Zilele Comunei”  ', 'zilele-comunei'],
    ['🙂', ''],
    ['', ''],
  ])('%s', (text, slug) => expect(slugOf(text)).toBe(slug))

  it('ends at a whole word, and cuts a word only when there is no other', () => {
    expect(slugOf('unu doi trei', 8)).toBe('unu-doi')
    expect(slugOf('supercalifragilistic', 8)).toBe('supercal')
  })
})
