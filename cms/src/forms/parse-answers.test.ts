import { describe, expect, it } from 'vitest'
import { aDefinition, at } from '../../test/forms.ts'
import type { AnswerFault } from './contract.ts'
import { sentenceOfFault, summaryOfFaults } from './forms.ro.ts'
import { answersSoFar, parseAnswers, parseStep, rawFromEntries } from './parse-answers.ts'
import { showAnswers } from './show-answers.ts'

const definition = aDefinition()
const person = { calitate: 'persoana', nume: 'Ana Pop', email: 'ana@posta.ro' }
const company = { calitate: 'firma', nume: 'Ana Pop', denumire: 'Morărit SRL', cui: '18547290', telefon: '0722000100' }
const rest = { adresa: { localitate: 'Săcălaz', numar: '214' }, descriere: 'Cer o copie.', acord: 'on' }
const faultsOf = (raw: unknown) => {
  const parsed = parseAnswers(definition, raw, at)
  return parsed.kind === 'refused' ? parsed.faults.map(({ field, code }) => `${field} ${code}`) : []
}

describe('parseAnswers', () => {
  it('accepts what is asked, in clean form, and ignores what is not', () => {
    expect(parseAnswers(definition, { ...person, ...rest, telefon: '', altceva: 'x', website: 'spam' }, at)).toEqual({
      kind: 'accepted',
      answers: {
        calitate: 'persoana',
        nume: 'Ana Pop',
        email: 'ana@posta.ro',
        adresa: { judet: '', localitate: 'Săcălaz', strada: '', numar: '214', bloc: '', cod_postal: '' },
        descriere: 'Cer o copie.',
        acord: true,
      },
    })
  })

  it('tells every fault at once, in the order of the form', () => {
    expect(faultsOf({})).toEqual([
      'calitate missing',
      'nume missing',
      'email one-of-missing',
      'adresa.localitate village-missing',
      'adresa.numar house-number-missing',
      'descriere missing',
      'acord consent-missing',
    ])
  })

  it('asks a hidden field of nobody and drops what was left in it', () => {
    expect(parseAnswers(definition, { ...person, ...rest, denumire: 'Rămas', cui: 'xx' }, at)).toMatchObject({
      kind: 'accepted',
      answers: expect.not.objectContaining({ denumire: expect.anything() }),
    })
    expect(faultsOf({ ...rest, ...company, denumire: '', cui: 'xx' })).toEqual([
      'denumire missing',
      'cui cui-malformed',
    ])
  })

  it('is content with one of a group, and says a fault of it once', () => {
    expect(faultsOf({ ...person, ...rest, email: '', telefon: '0722 000 100' })).toEqual([])
    expect(faultsOf({ ...person, ...rest, email: 'ana' })).toEqual(['email email-malformed'])
  })

  it('reads an address from a form post', () => {
    const raw = rawFromEntries([
      ...Object.entries({ ...person, ...rest, adresa: '' }),
      ['adresa.localitate', 'Beregsău Mic'],
      ['adresa.numar', '3'],
    ])
    expect(parseAnswers(definition, raw, at)).toMatchObject({
      answers: { adresa: { localitate: 'Beregsău Mic', numar: '3' } },
    })
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'nume=Ana'],
    ['a list', [person]],
    ['inherited answers', Object.create({ ...person, ...rest })],
    ['a prototype', JSON.parse('{"__proto__": {"nume": "Ana", "descriere": "x"}, "constructor": {"name": "x"}}')],
    ['numbers as keys', { 0: 'a', 1: 'b' }],
  ])('takes %s for no answers', (_, raw) => {
    expect(faultsOf(raw)).toEqual(faultsOf({}))
    expect(({} as Record<string, unknown>)['nume']).toBeUndefined()
  })

  it('judges 10 MB in every field within half a second', () => {
    const flood = 'ș'.repeat(10_000_000)
    const raw = Object.fromEntries(definition.steps.flatMap(({ fields }) => fields.map(({ name }) => [name, flood])))
    const start = performance.now()
    expect(parseAnswers(definition, { ...raw, calitate: 'firma' }, at).kind).toBe('refused')
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('keeps repeated names of a post apart from a list that would stand for a text', () => {
    const raw = rawFromEntries([...Object.entries({ ...person, ...rest }), ['nume', 'Altcineva']])
    expect(faultsOf(raw)).toContain('nume not-text')
  })
})

describe('parseStep', () => {
  it('judges one page, knowing what the pages before it said', () => {
    expect(parseStep(definition, 'cine', { calitate: 'firma' }, at)).toEqual({
      kind: 'refused',
      faults: [
        { field: 'nume', code: 'missing' },
        { field: 'denumire', code: 'missing' },
        { field: 'cui', code: 'missing' },
        { field: 'email', code: 'one-of-missing' },
      ],
    })
    expect(parseStep(definition, 'cine', company, at).kind).toBe('accepted')
    expect(parseStep(definition, 'ce', { ...company, ...rest }, at)).toEqual({
      kind: 'accepted',
      answers: { descriere: 'Cer o copie.', acord: true },
    })
  })

  it('leaves the good answers of a page standing beside the faults', () => {
    expect(answersSoFar(definition, { ...person, email: 'ana' }, at)).toEqual({ calitate: 'persoana', nume: 'Ana Pop' })
  })
})

describe('the sentences', () => {
  const say = (fault: AnswerFault) => sentenceOfFault(definition, fault)
  it.each([
    [{ field: 'nume', code: 'missing' }, 'Scrieți numele și prenumele.'],
    [{ field: 'calitate', code: 'missing' }, 'Alegeți calitatea.'],
    [{ field: 'cui', code: 'missing' }, 'Scrieți CUI-ul firmei.'],
    [{ field: 'email', code: 'one-of-missing' }, 'Scrieți o adresă de e-mail sau un telefon, ca să vă putem răspunde.'],
    [{ field: 'adresa.numar', code: 'house-number-missing' }, 'Scrieți numărul casei sau cuvântul „fără”.'],
    [{ field: 'adresa.localitate', code: 'village-unknown' }, 'Alegeți un sat al comunei: Săcălaz sau Beregsău Mic.'],
    [{ field: 'descriere', code: 'too-long' }, 'Scurtați textul: cel mult 1.000 de caractere.'],
    [{ field: 'acord', code: 'consent-missing' }, 'Bifați „Datele sunt adevărate” ca să puteți trimite.'],
    [{ field: 'dispărut', code: 'missing' }, 'Verificați răspunsul.'],
  ] as [AnswerFault, string][])('%j', (fault, sentence) => {
    expect(say(fault)).toBe(sentence)
  })

  it.each([
    [1, 'Mai este un răspuns de completat'],
    [2, 'Mai sunt două răspunsuri de completat'],
    [10, 'Mai sunt zece răspunsuri de completat'],
    [11, 'Mai sunt 11 răspunsuri de completat'],
    [19, 'Mai sunt 19 răspunsuri de completat'],
    [20, 'Mai sunt 20 de răspunsuri de completat'],
    [101, 'Mai sunt 101 răspunsuri de completat'],
    [120, 'Mai sunt 120 de răspunsuri de completat'],
  ])('%i faults', (count, sentence) => {
    expect(summaryOfFaults(count)).toBe(sentence)
  })
})

describe('showAnswers', () => {
  it('shows what was asked, in words, and what was left open as nothing', () => {
    const answers = answersSoFar(definition, { ...person, ...rest }, at)
    expect(showAnswers(definition, answers).map(({ name, text }) => [name, text])).toEqual([
      ['calitate', 'Persoană fizică'],
      ['nume', 'Ana Pop'],
      ['email', 'ana@posta.ro'],
      ['telefon', ''],
      ['adresa', 'nr.\u00a0214, Săcălaz'],
      ['descriere', 'Cer o copie.'],
      ['acord', 'da'],
    ])
  })
})
