import { describe, expect, it } from 'vitest'
import { judgeReport } from './judge-report.ts'
import { submissionOf } from './submission.ts'

const known = { categories: ['gropi', 'iluminat'], villages: ['Probă', 'Satu Nou'], hasMedia: false }
const right = { categorie: 'gropi', descriere: 'Groapă.', sat: 'Probă', loc: 'Strada Morii' }
const faultsOf = (given: Record<string, string>, hasMedia = false) => {
  const judged = judgeReport({ ...right, ...given }, { ...known, hasMedia })
  return judged.kind === 'wrong' ? judged.faults.map(({ field, code }) => `${field} ${code}`) : []
}

describe('a report', () => {
  it.each([
    [{}, []],
    [{ sat: '', loc: '' }, ['sat place-missing']],
    [{ loc: '' }, ['loc place-short']],
    [{ sat: '', loc: 'lângă biserică' }, []],
    [{ sat: 'Alt sat', loc: '' }, ['sat place-missing']],
    [{ sat: '', loc: '', lat: '45.76', lng: '21.11' }, []],
    [{ sat: '', loc: '', lat: '95', lng: '21.11' }, ['sat place-missing']],
    [{ sat: '', loc: '', lat: '45.76', lng: '' }, ['sat place-missing']],
    [{ categorie: 'zmei' }, ['categorie category-missing']],
    [{ descriere: ' ' }, ['descriere words-missing']],
    [{ descriere: 'x'.repeat(2_001) }, ['descriere words-too-long']],
    [{ email: 'ana@' }, ['email email-wrong']],
    [{ telefon: '12' }, ['telefon phone-wrong']],
    [{ raspuns: 'da' }, ['nume name-missing', 'email contact-missing']],
    [{ raspuns: 'da', nume: 'Ana Pop', telefon: '0722 000 100' }, []],
  ])('with %j lacks %j', (given, faults) => {
    expect(faultsOf(given as Record<string, string>)).toEqual(faults)
  })

  it('needs no words where there is a photo', () => {
    expect(faultsOf({ descriere: '' }, true)).toEqual([])
  })

  it('keeps lines, and nothing that cannot be seen', () => {
    const judged = judgeReport({ ...right, descriere: 'Una\r\ndouă\u0000\u202e' }, known)
    expect(judged).toMatchObject({ report: { description: 'Una\ndouă' } })
  })

  it('is anonymous unless somebody says otherwise, and wants news with an address alone', () => {
    const submissionFor = (given: object) => {
      const judged = judgeReport({ ...right, ...given }, known)
      if (judged.kind === 'wrong') throw new Error('a right report')
      const categories = [{ slug: 'gropi', name: 'Gropi', group: '', hint: '', expectedDays: null, handledBy: null }]
      return submissionOf(judged.report, {
        ...{ key: 'x'.repeat(22), files: [], categories, source: 'site', review: [], visitor: 'vvvvvvvv' },
      })
    }
    expect(submissionFor({})).toMatchObject({ reporter: { name: null, email: null, phone: null }, wantsNews: false })
    expect(submissionFor({ email: 'a@b.example' })).toMatchObject({ reporter: { name: null }, wantsNews: true })
  })
})
