import { describe, expect, it } from 'vitest'
import { seeded } from '../../test/seeded.ts'
import { addDays, type Day, daysBetween } from './calendar-days.ts'
import { type DeadlineKey, deadlineKeys, ruleOf } from './deadline-rules.ts'
import { dueDate, judgeExtension, type Wait } from './due-date.ts'
import { isWorkingDay } from './romanian-calendar.ts'
import { explainTerm } from './term-explanation.ro.ts'

const calendar = { bridgeDays: [] }
const due = (key: DeadlineKey, from: Day, more: { waits?: Wait[]; isExtended?: boolean } = {}) =>
  dueDate({ rule: ruleOf(key), from, calendar, ...more })
const say = (key: DeadlineKey, from: Day, more: { waits?: Wait[]; isExtended?: boolean } = {}) =>
  explainTerm({ rule: ruleOf(key), due: due(key, from, more), isExtended: more.isExtended ?? false })

describe('the term of a petition', () => {
  it('is 30 days, the day of registration not counted', () => {
    expect(due('petition.answer', '2025-11-18')).toMatchObject({ dueOn: '2025-12-18', moved: null })
    expect(say('petition.answer', '2025-11-18')).toBe(
      'Termenul este de 30 de zile de la înregistrare, 18\u00a0noiembrie 2025 (OG nr. 27/2002, art. 8 alin. (1)) și se împlinește joi, 18\u00a0decembrie 2025.',
    )
  })

  it('moves over Good Friday and Easter to the Tuesday, and says why', () => {
    const petition = due('petition.answer', '2026-03-11')
    expect(petition).toMatchObject({ lastDay: '2026-04-10', dueOn: '2026-04-14', targetOn: '2026-04-09' })
    expect(say('petition.answer', '2026-03-11')).toContain(
      'vineri, 10\u00a0aprilie 2026 este zi liberă legală (Vinerea Mare), deci se împlinește în prima zi lucrătoare, marți, 14\u00a0aprilie 2026 (Codul de procedură civilă, art. 181 alin. (2)).',
    )
  })

  it('falls after the Monday of Pentecost that is also Children’s Day', () =>
    expect(due('petition.answer', '2026-05-02')).toMatchObject({ lastDay: '2026-06-01', dueOn: '2026-06-02' }))

  it('crosses the change of the clock without losing a day', () => {
    expect(due('petition.answer', '2026-03-04').dueOn).toBe('2026-04-03')
    expect(due('petition.answer', '2026-10-05').dueOn).toBe('2026-11-04')
  })

  it('crosses 29 February only where there is one', () => {
    expect(due('petition.answer', '2024-02-05').lastDay).toBe('2024-03-06')
    expect(due('petition.answer', '2026-02-05').lastDay).toBe('2026-03-07')
  })

  it('is at most 45 days when extended, counted before a free day moves it', () => {
    expect(due('petition.answer', '2025-11-18', { isExtended: true })).toMatchObject({
      lastDay: '2026-01-02',
      dueOn: '2026-01-05',
    })
    expect(say('petition.answer', '2025-11-18', { isExtended: true })).toContain(
      'prelungit cu 15 zile (OG nr. 27/2002, art. 9)',
    )
  })

  it('runs on while a completion is awaited: the ordinance does not stop it', () =>
    expect(due('petition.answer', '2025-11-18', { waits: [{ from: '2025-11-20', to: null }] }).dueOn).toBe(
      '2025-12-18',
    ))
})

describe('the extension', () => {
  const judge = (key: DeadlineKey, isExtended: boolean, today: Day) =>
    judgeExtension({ rule: ruleOf(key), isExtended, dueOn: '2025-12-18', today })
  it('is allowed once, while the term runs, where the law knows it', () => {
    expect(judge('petition.answer', false, '2025-12-18')).toEqual({ kind: 'allowed' })
    expect(judge('petition.answer', false, '2025-12-19')).toMatchObject({ code: 'term-over' })
    expect(judge('petition.answer', true, '2025-12-01')).toMatchObject({ code: 'extended-already' })
    expect(judge('taxClearance.issue', false, '2025-12-01')).toMatchObject({ code: 'extension-not-in-law' })
  })
})

describe('the terms of Law 544', () => {
  it('are shown in both readings, the calendar one being due', () => {
    expect(due('foi.answer', '2026-11-24')).toMatchObject({ dueOn: '2026-12-04', otherwiseOn: '2026-12-10' })
    expect(due('foi.answer', '2026-11-24', { isExtended: true }).lastDay).toBe('2026-12-24')
  })
  it('switch to those of a petition, counted from the same registration', () => {
    expect(due('foi.answer', '2026-03-02').dueOn).toBe('2026-03-12')
    expect(due('petition.answer', '2026-03-02').dueOn).toBe('2026-04-01')
  })
})

describe('other terms', () => {
  it('before a court leave out both ends (Civil Procedure Code, art. 181)', () =>
    expect(due('fine.contest', '2026-11-02').dueOn).toBe('2026-11-18'))

  it('of working days skip feasts: 10 for the prefect over New Year', () =>
    expect(due('prefect.communicate', '2025-12-23').dueOn).toBe('2026-01-14'))

  it('of a month end on its last day where the day is missing', () => {
    expect(due('gdpr.answer', '2026-01-31')).toMatchObject({ lastDay: '2026-02-28', dueOn: '2026-03-02' })
    expect(due('gdpr.answer', '2024-01-31').lastDay).toBe('2024-02-29')
  })

  it('of five days to forward stay where they fall', () =>
    expect(due('petition.forward', '2026-11-24')).toMatchObject({ dueOn: '2026-11-29', targetOn: '2026-11-27' }))

  it('of a licence land on the third working day', () =>
    expect(due('fine.licence', '2026-05-17')).toMatchObject({ lastDay: '2026-08-15', dueOn: '2026-08-19' }))
})

describe('a wait for the applicant', () => {
  it('stops the clock and gives the days back, shared ones once', () => {
    const waits = [
      { from: '2026-02-10', to: '2026-02-20' },
      { from: '2026-02-15', to: '2026-02-22' },
    ]
    expect(due('application.answer', '2026-02-02', { waits })).toMatchObject({
      stoppedFor: 12,
      lastDay: '2026-03-16',
    })
    expect(say('application.answer', '2026-02-02', { waits })).toContain('fără 12 zile în care am așteptat')
  })

  it('leaves no due day while it lasts', () => {
    const waits = [{ from: '2026-02-10', to: null }]
    expect(due('application.answer', '2026-02-02', { waits })).toMatchObject({ isStopped: true, dueOn: null })
    expect(say('application.answer', '2026-02-02', { waits })).toContain('stă pe loc')
  })

  it('lets the term of a certificate begin with the complete file', () =>
    expect(
      due('planningCertificate.issue', '2026-02-02', { waits: [{ from: '2026-02-04', to: '2026-02-16' }] }),
    ).toMatchObject({ countedFrom: '2026-02-16', dueOn: '2026-03-09' }))
})

describe('any term', () => {
  const seed = Date.now() % 1_000_000
  const random = seeded(seed)
  it(`is due on or after its last day, on a working one unless it stays, and never later by an earlier start (seed ${seed})`, () => {
    for (let round = 0; round < 2_000; round++) {
      const key = deadlineKeys[Math.floor(random() * deadlineKeys.length)] as DeadlineKey
      const rule = ruleOf(key)
      const from = addDays('2024-01-01', Math.floor(random() * 1500))
      const term = due(key, from)
      const dueOn = term.dueOn as Day
      expect(dueOn >= term.lastDay, key).toBe(true)
      expect(term.lastDay > from, key).toBe(true)
      if (rule.onFreeDay !== 'stays') expect(isWorkingDay(dueOn, calendar), `${key} from ${from}`).toBe(true)
      expect((due(key, addDays(from, 1)).dueOn as Day) >= dueOn, `${key} from ${from}`).toBe(true)
      expect(explainTerm({ rule, due: term, isExtended: false })).toContain(rule.basis)
    }
  })

  it(`that stops is later by exactly the days it stood still (seed ${seed})`, () => {
    for (let round = 0; round < 500; round++) {
      const from = addDays('2025-01-01', Math.floor(random() * 600))
      const asked = addDays(from, Math.floor(random() * 20))
      const waited = Math.floor(random() * 40)
      const waits = [{ from: asked, to: addDays(asked, waited) }]
      const shift = daysBetween(
        due('application.answer', from).lastDay,
        due('application.answer', from, { waits }).lastDay,
      )
      expect(shift).toBe(waited)
    }
  })
})
