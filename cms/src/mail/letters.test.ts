import { describe, expect, it } from 'vitest'
import { type LetterFacts, letterKinds, letterOf } from './letters.ro.ts'
import { judgeFailure, retryAfterMinutes } from './retry-schedule.ts'

const facts: LetterFacts = {
  kind: 'registered',
  number: '4812/18.11.2025',
  code: '7KQ2MXB4TN',
  statusAddress: 'https://sacalaz.example/stare/',
  townHall: 'Primăria Săcălaz',
  phone: '0256 000 101',
  department: 'la urbanism',
  termExplanation: 'Termenul este de 30 de zile.',
  data: { what: 'Extrasul de carte funciară', reason: 'Cercetare', to: 'petition', by: 'post' },
}

describe('a letter', () => {
  it.each(letterKinds)('of the kind %s names the number, the code and the place to follow it', (kind) => {
    const { subject, text } = letterOf({ ...facts, kind })
    expect(subject).toContain('4812/18.11.2025')
    expect(subject).not.toMatch(/[\r\n]/)
    for (const part of ['7KQ2MXB4TN', 'https://sacalaz.example/stare/', 'Primăria Săcălaz', '0256 000 101'])
      expect(text).toContain(part)
    expect(`${subject}${text}`).not.toMatch(/[şţŞŢ]|undefined|null/)
  })

  it('says what is missing, and the term', () => {
    const { text } = letterOf({ ...facts, kind: 'completionAsked' })
    expect(text).toContain('Extrasul de carte funciară')
    expect(text).toContain('Termenul este de 30 de zile.')
  })
})

describe('a letter that was not taken', () => {
  it('waits longer each time, and is given up after about three days', () => {
    const waits = Array.from({ length: 12 }, (_, index) => retryAfterMinutes(index + 1) ?? 0)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3 * 24 * 60)
    expect(retryAfterMinutes(13)).toBeNull()
  })

  it('is given up at once only where the other side says so for good', () => {
    expect(judgeFailure({ responseCode: 550, response: '550 no such user' }).kind).toBe('forGood')
    expect(judgeFailure({ responseCode: 451, response: '451 later' }).kind).toBe('forNow')
    expect(judgeFailure(new Error('connect ECONNREFUSED')).kind).toBe('forNow')
  })
})
