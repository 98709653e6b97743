import { describe, expect, it } from 'vitest'
import { cleanText, modernSpelling } from './orthography.ts'

describe('cleanText', () => {
  it.each([
    ['ţarcuri şi pieţe', 'țarcuri și piețe'],
    ['hotãrâre', 'hotărâre'],
    ['ºcoala din þarã', 'școala din țară'],
    ['la 20º, art. 1º', 'la 20º, art. 1º'],
    ['moderni-\nzarea drumului', 'modernizarea drumului'],
    ['MODERNI-\nZAREA', 'MODERNIZAREA'],
    ['Beregsău-\nMare', 'Beregsău-Mare'],
    ['într-\nun an', 'într-un an'],
    ['o\u00adrâ\u00adnduire', 'orânduire'],
    ['un\u0000 nul și un \ud800 singur', 'un nul și un \ufffd singur'],
    ['rând\r\nnou', 'rând\nnou'],
  ])('%j → %j', (text, clean) => expect(cleanText(text)).toBe(clean))
})

describe('modernSpelling', () => {
  it.each([
    ['mormîntul', 'mormântul'],
    ['Hotărîre', 'hotărâre'],
    ['sînt', 'sunt'],
    ['sîntem', 'suntem'],
    ['început', 'început'],
    ['reîncadrare', 'reîncadrare'],
    ['neînsemnat', 'neînsemnat'],
    ['coborî', 'coborî'],
    ['CÎMPENI', 'câmpeni'],
    ['în', 'în'],
  ])('%s → %s', (old, modern) => expect(modernSpelling(old)).toBe(modern))
})
