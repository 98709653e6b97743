import { FormDefinition, PublicForm } from '@avizier/cms/forms'
import { parseAnswers } from '@avizier/cms/forms-answers'
import { firstStep, firstUnfinished, isComplete, nextStep, stepsOf } from '@avizier/cms/forms-journey'
import { sentenceOfFault } from '@avizier/cms/forms-sentences'
import { showAnswers } from '@avizier/cms/forms-shown'
import { deadlineKeys } from '@avizier/cms/registry-terms'
import { openTestRecord, type TestRecord } from '@avizier/cms/test-record'
import { beforeAll, describe, expect, it } from 'vitest'
import { departments } from '../departments.ts'
import { institution } from '../institution.ts'
import { publishForms } from '../load.ts'
import { forms } from './all-forms.ts'
import { answered } from './answered.ts'

let record: TestRecord
const definitions = new Map<string, FormDefinition>()
const at = { today: '2026-11-24' }
const definitionOf = (slug: string) => {
  const definition = definitions.get(slug)
  if (!definition) throw new Error(`There is no form ${slug}`)
  return definition
}

beforeAll(async () => {
  record = await openTestRecord()
  await record.payload.updateGlobal({ slug: 'institution', data: institution as never, overrideAccess: true })
  await publishForms(record.payload, () => undefined)
  const { rows } = await record.pool.query(`select record from avizier.changes where noun = 'forms' order by position`)
  for (const row of rows) {
    const form = PublicForm.parse(row.record)
    definitions.set(form.slug, form.definition)
  }
})

const slugs = forms.map(({ slug }) => slug)

describe('the sample town', () => {
  it('offers the twelve forms that citizens ask for most', () => {
    expect([...definitions.keys()].sort()).toEqual(
      [
        'adeverinta-registrul-agricol',
        'audienta',
        'bransament-apa',
        'cerere-544',
        'certificat-fiscal',
        'certificat-urbanism',
        'copii-arhiva',
        'date-personale',
        'duplicat-stare-civila',
        'nomenclatura-stradala',
        'petitie',
        'propunere-proiect',
      ].sort(),
    )
  })

  it('promises terms of the table, and is answered by departments that are there', () => {
    const codes = [null, ...departments.map(({ code }) => code)]
    for (const { slug, term, departmentCode } of definitions.values()) {
      expect([slug, deadlineKeys]).toEqual([slug, expect.arrayContaining([term.key])])
      expect([slug, codes]).toEqual([slug, expect.arrayContaining([departmentCode])])
    }
  })

  it('has a petition answered by exactly these names, of which few are required', () => {
    const { steps } = definitionOf('petitie')
    const fields = steps.flatMap((step) => step.fields)
    expect(fields.map(({ name }) => name)).toEqual([
      'nume',
      'email',
      'telefon',
      'localitate',
      'adresa',
      'obiect',
      'descriere',
      'fisiere',
    ])
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['nume', 'obiect', 'descriere'])
    const petition = { nume: 'Ana Pop', obiect: 'Drum', descriere: 'Groapă.' }
    expect(parseAnswers(definitionOf('petitie'), petition, at)).toEqual({
      kind: 'refused',
      faults: [{ field: 'email', code: 'one-of-missing' }],
    })
    for (const way of [{ email: 'ana@posta.ro' }, { telefon: '0722000100' }, { adresa: 'Strada Morii 3, Săcălaz' }])
      expect(isComplete(definitionOf('petitie'), { ...petition, ...way }, at)).toBe(true)
  })

  it('asks for personal numbers only where the law has the paper name them', () => {
    const asking = slugs.filter((slug) =>
      definitionOf(slug).steps.some((step) => step.fields.some(({ type }) => type === 'cnp')),
    )
    expect(asking.sort()).toEqual([
      'adeverinta-registrul-agricol',
      'bransament-apa',
      'certificat-fiscal',
      'certificat-urbanism',
      'duplicat-stare-civila',
    ])
  })
})

describe.each(slugs)('%s', (slug) => {
  it('is whole: no gap, every paper has its question, every page is reached by example answers', () => {
    const definition = FormDefinition.parse(definitionOf(slug))
    expect(JSON.stringify(definition)).not.toContain('(de completat)')
    const reached = new Set<string>()
    for (const raw of answered[slug] ?? []) {
      const parsed = parseAnswers(definition, raw, at)
      expect(parsed, slug).toMatchObject({ kind: 'accepted' })
      if (parsed.kind !== 'accepted') return
      let step = firstStep(definition, parsed.answers)
      for (; step; step = nextStep(definition, parsed.answers, step.name)) reached.add(step.name)
      expect(firstUnfinished(definition, raw, at)).toBeNull()
      expect(showAnswers(definition, parsed.answers).some(({ text }) => text.includes('undefined'))).toBe(false)
    }
    expect([...reached].sort()).toEqual(definition.steps.map(({ name }) => name).sort())
  })

  it('shows every question to some example', () => {
    const shown = new Set<string>()
    for (const raw of answered[slug] ?? []) {
      const parsed = parseAnswers(definitionOf(slug), raw, at)
      if (parsed.kind === 'accepted')
        for (const { name } of showAnswers(definitionOf(slug), parsed.answers)) shown.add(name)
    }
    const asked = definitionOf(slug).steps.flatMap((step) => step.fields.map(({ name }) => name))
    expect([...shown].sort()).toEqual(asked.sort())
  })

  it('answers an empty post with a sentence for each thing it lacks', () => {
    const parsed = parseAnswers(definitionOf(slug), {}, at)
    if (parsed.kind !== 'refused') throw new Error('An empty post is refused')
    expect(stepsOf(definitionOf(slug), {}).length).toBeGreaterThan(1)
    for (const fault of parsed.faults)
      expect(sentenceOfFault(definitionOf(slug), fault)).toMatch(
        /^(Scrieți|Alegeți|Adăugați|Bifați|Răspundeți) .+[.”?]$|trimite\.$/,
      )
  })
})
