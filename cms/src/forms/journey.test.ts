import { describe, expect, it } from 'vitest'
import { aDefinition, at } from '../../test/forms.ts'
import type { Answers, FormStep } from './contract.ts'
import { firstStep, firstUnfinished, isComplete, nextStep, positionOf, previousStep, stepsOf } from './journey.ts'

const definition = aDefinition()
const person: Answers = { calitate: 'persoana' }
const company: Answers = { calitate: 'firma' }
const names = (steps: (FormStep | null)[]) => steps.map((step) => step?.name ?? null)
const walk = (answers: Answers) => {
  const seen: string[] = []
  for (let step = firstStep(definition, answers); step; step = nextStep(definition, answers, step.name))
    seen.push(step.name)
  return seen
}

describe('a journey', () => {
  it('has the pages that its answers call for', () => {
    expect(names(stepsOf(definition, person))).toEqual(['cine', 'unde', 'ce'])
    expect(names(stepsOf(definition, company))).toEqual(['cine', 'unde', 'firma', 'ce'])
    expect(walk(company)).toEqual(['cine', 'unde', 'firma', 'ce'])
  })

  it('goes back over the same pages, to the start page', () => {
    expect(names(['ce', 'firma', 'unde', 'cine'].map((name) => previousStep(definition, company, name)))).toEqual([
      'firma',
      'unde',
      'cine',
      null,
    ])
    expect(previousStep(definition, person, 'ce')?.name).toBe('unde')
  })

  it('leads on from a page that an earlier answer has closed', () => {
    expect(nextStep(definition, person, 'firma')?.name).toBe('ce')
    expect(previousStep(definition, person, 'firma')?.name).toBe('unde')
    expect(positionOf(definition, person, 'firma')).toBeNull()
  })

  it('ends at the check of the answers', () => {
    expect(nextStep(definition, company, 'ce')).toBeNull()
  })

  it('counts its pages', () => {
    expect(positionOf(definition, person, 'ce')).toEqual({ number: 3, of: 3 })
    expect(positionOf(definition, company, 'ce')).toEqual({ number: 4, of: 4 })
  })

  it('skips a page of which no question is shown', () => {
    const [first, ...rest] = definition.steps
    const hidden = first && {
      ...first,
      name: 'ascuns',
      fields: first.fields.filter(({ showIf }) => showIf !== null),
    }
    const longer = { ...definition, steps: [...(first ? [first] : []), ...(hidden ? [hidden] : []), ...rest] }
    expect(names(stepsOf(longer, person))).not.toContain('ascuns')
  })

  it('leads to the first page that lacks something, and is complete when none does', () => {
    const raw = { ...person, nume: 'Ana Pop', email: 'ana@posta.ro', descriere: 'Cer o copie.', acord: 'on' }
    expect(firstUnfinished(definition, {}, at)?.name).toBe('cine')
    expect(firstUnfinished(definition, raw, at)?.name).toBe('unde')
    expect(isComplete(definition, raw, at)).toBe(false)
    const whole = { ...raw, adresa: { localitate: 'Săcălaz', numar: '1' } }
    expect(firstUnfinished(definition, whole, at)).toBeNull()
    expect(isComplete(definition, whole, at)).toBe(true)
  })
})
