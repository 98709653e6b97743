import { describe, expect, it } from 'vitest'
import type { ArchiveRow } from './archive-row.ts'
import { columnOf } from './extract.ts'
import { objectOf, readDay, transform } from './transform.ts'

const today = '2026-03-10'
const row = (given: Partial<ArchiveRow> = {}): ArchiveRow => ({
  row: 2,
  number: '45',
  date: '2024-03-28',
  title: 'Rectificarea bugetului local',
  character: 'Normativ',
  ...given,
})
const read = (given: Partial<ArchiveRow> = {}) => transform(row(given), { origin: 'arhiva', today })
const act = (given: Partial<ArchiveRow> = {}) => {
  const result = read(given)
  if (result.kind !== 'record' || result.record.noun !== 'acts')
    throw new Error(`not an act: ${JSON.stringify(result)}`)
  return result.record
}

describe('a title', () => {
  it.each([
    ['Proiect de hotărâre privind aprobarea bugetului', 'Aprobarea bugetului', null],
    ['PROIECT DE HOTĂRÂRE nr. 12 privind taxele', 'Taxele', null],
    ['Hotărârea nr. 45 din 28 martie 2024 privind rectificarea bugetului', 'Rectificarea bugetului', 45],
    ['HCL nr. 45/2024 privind rectificarea bugetului', 'Rectificarea bugetului', 45],
    ['H.C.L. nr. 45/28.03.2024 - salubrizare', 'Salubrizare', 45],
    ['Hotărârea Consiliului Local nr. 45/2024 privind salubrizarea', 'Salubrizarea', 45],
    ['Dispoziția nr. 7/2024 privind convocarea', 'Convocarea', 7],
    ['Hotărâre privind impozitele', 'Impozitele', null],
    ['Acordarea AUTORIZAȚIEI DE FUNCȚIONARE', 'Acordarea AUTORIZAȚIEI DE FUNCȚIONARE', null],
    ['Aplicarea Hotărârii Guvernului nr. 923/2025', 'Aplicarea Hotărârii Guvernului nr. 923/2025', null],
    ['țarcul de animale', 'Țarcul de animale', null],
  ])('%s', (written, title, number) => expect(objectOf(written)).toMatchObject({ title, number }))
})

describe('a day', () => {
  it.each([
    ['2024-03-28', '2024-03-28'],
    ['28.03.2024', '2024-03-28'],
    ['8/3/2024', '2024-03-08'],
    ['28 martie 2024', '2024-03-28'],
    ['29.02.2023', null],
    ['31.04.2024', null],
    ['ieri', null],
    ['2024-13-01', null],
  ])('%s', (written, day) => expect(readDay(written)).toBe(day))
})

describe('a row', () => {
  it.each<[string, Partial<ArchiveRow>, string]>([
    ['without a number', { number: '' }, 'number-missing'],
    ['with words for a number', { number: 'patru' }, 'number-malformed'],
    ['with another number in its title', { title: 'HCL nr. 46/2024 privind x' }, 'number-contradicts-title'],
    ['with another year in its number', { number: '45/2023' }, 'year-contradicts-date'],
    ['without a date', { date: '' }, 'date-missing'],
    ['with a date that is none', { date: '31.02.2024' }, 'date-malformed'],
    ['of tomorrow', { date: '2026-03-11' }, 'date-in-future'],
    ['without a title', { title: '  ' }, 'title-missing'],
    ['of an unknown kind', { type: 'poezie' }, 'type-unknown'],
  ])('%s is refused', (_, given, code) => expect(read(given)).toMatchObject({ kind: 'refused', code, row: 2 }))

  it.each(['45', '45/2024', '45/28.03.2024', '1.045'])('reads the number %s', (number) =>
    expect(act({ number }).number).toBe(number === '1.045' ? 1045 : 45),
  )

  it('is spelled with comma letters and without HTML entities', () => {
    expect(act({ title: 'Amenajarea ţarcurilor &amp; a pie&#355;ei' })).toMatchObject({
      title: 'Amenajarea țarcurilor & a pieței',
      flags: ['spelling-corrected'],
    })
  })

  it('keeps its votes, and none when they are not numbers', () => {
    expect(act({ votesFor: '12', votesAgainst: '1', votesAbstained: '2' }).votes).toEqual({
      for: 12,
      against: 1,
      abstained: 2,
    })
    expect(act({ votesFor: 'unanimitate' }).votes).toBeNull()
    expect(act().votes).toBeNull()
  })

  it('without a character gets the likely one, and says so', () => {
    expect(act({ character: '', title: 'Alegerea președintelui de ședință' })).toMatchObject({
      character: 'individual',
      flags: ['character-assumed'],
    })
    expect(act({ character: '' })).toMatchObject({ character: 'normative', flags: ['character-assumed'] })
  })

  it('that is a draft, or holds personal data, is not published', () => {
    expect(act({ status: 'proiect' })).toMatchObject({ isDraft: true, flags: ['kept-as-draft'] })
    expect(act({ body: 'persoana cu CNP 1800101350018' })).toMatchObject({ isDraft: true, flags: ['personal-data'] })
  })

  it('called repealed is published so, with a word to the clerk', () => {
    expect(act({ status: 'abrogata' })).toMatchObject({ isDraft: false, isEnded: true, flags: ['ended-without-cause'] })
  })

  it('has one id in one archive, whatever order it comes in', () => {
    expect(act().sourceId).toBe(act({ row: 99 }).sourceId)
    expect(act({ id: 'd7' }).sourceId).toBe('d7')
  })

  it.each(['anunt', 'document'])('of kind %s needs no number', (type) =>
    expect(read({ type, number: '' })).toMatchObject({
      kind: 'record',
      record: { noun: type === 'anunt' ? 'announcements' : 'documents' },
    }),
  )
})

describe('a column', () => {
  it.each([
    ['Număr', 'number'],
    ['NR.', 'number'],
    ['Titlu', 'title'],
    ['împotrivă', 'votesAgainst'],
    ['Abțineri', 'votesAbstained'],
    ['ceva', null],
  ])('%s', (name, column) => expect(columnOf(name)).toBe(column))
})
