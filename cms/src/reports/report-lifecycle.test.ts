import { describe, expect, it } from 'vitest'
import type { ReportState } from './contract.ts'
import {
  afterVerb,
  isPublicState,
  maySeeReporter,
  type ReportCase,
  type ReportVerb,
  type ReportWorker,
  reportStates,
  reportStepOf,
  reportStepsFor,
  staffVerbs,
} from './report-lifecycle.ts'

const verbs: ReportVerb[] = [...staffVerbs, 'confirm', 'reopen', 'close']

/** From each state, where each verb leads; what is not named cannot be done. */
const table: Record<ReportState, Partial<Record<ReportVerb, ReportState>>> = {
  received: {
    publish: 'published',
    edit: 'received',
    hold: 'held',
    refuse: 'refused',
    note: 'received',
    merge: 'merged',
  },
  held: { publish: 'published', edit: 'held', refuse: 'refused', note: 'held', merge: 'merged' },
  refused: { publish: 'published' },
  published: {
    edit: 'published',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    note: 'published',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  routed: {
    edit: 'routed',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    plan: 'planned',
    start: 'inWork',
    note: 'routed',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  forwarded: {
    edit: 'forwarded',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    plan: 'planned',
    note: 'forwarded',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  planned: {
    edit: 'planned',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    plan: 'planned',
    start: 'inWork',
    note: 'planned',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  inWork: {
    edit: 'inWork',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    plan: 'planned',
    note: 'inWork',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  reopened: {
    edit: 'reopened',
    takeDown: 'held',
    route: 'routed',
    forward: 'forwarded',
    plan: 'planned',
    start: 'inWork',
    note: 'reopened',
    finish: 'done',
    decline: 'declined',
    merge: 'merged',
  },
  done: { edit: 'done', takeDown: 'held', note: 'done', confirm: 'confirmed', reopen: 'reopened', close: 'closed' },
  confirmed: { edit: 'confirmed', takeDown: 'held', note: 'confirmed', reopen: 'reopened' },
  closed: { edit: 'closed', takeDown: 'held', note: 'closed' },
  declined: { edit: 'declined', takeDown: 'held', note: 'declined', reopen: 'reopened' },
  merged: {},
}

describe('the life of a report', () => {
  for (const state of reportStates)
    it(`from ${state} leads where the table says, and nowhere else`, () => {
      const found = Object.fromEntries(
        verbs.flatMap((verb) => {
          const to = afterVerb(verb, state)
          return to === null ? [] : [[verb, to]]
        }),
      )
      expect(found).toEqual(table[state])
    })

  it('is public from publishing on, and not before', () => {
    expect(reportStates.filter((state) => !isPublicState(state))).toEqual(['received', 'held', 'refused'])
  })
})

const worker = (roles: ReportWorker['roles'], departmentIds: number[] = []): ReportWorker => ({
  id: 1,
  roles,
  departmentIds,
})
const people = {
  mayor: worker(['mayor']),
  registrar: worker(['registrar']),
  'clerk of the department': worker(['clerk'], [7]),
  'clerk of another': worker(['clerk'], [8]),
  'head of the department': worker(['departmentHead'], [7]),
  'head of another': worker(['departmentHead'], [8]),
  editor: worker(['editor']),
  administrator: worker(['admin']),
  auditor: worker(['auditor']),
} as const
type Person = keyof typeof people
const at = (state: ReportState): ReportCase => ({ state, departmentId: 7, wasPublished: true })
const who = (verb: (typeof staffVerbs)[number], state: ReportState): Person[] =>
  (Object.keys(people) as Person[]).filter((name) => reportStepOf(verb, at(state), people[name]).kind === 'allowed')

describe('who may do what', () => {
  const moderators: Person[] = [
    'mayor',
    'registrar',
    'clerk of the department',
    'clerk of another',
    'head of the department',
    'head of another',
    'editor',
  ]
  it.each([
    ['publish', 'received', moderators],
    ['refuse', 'held', moderators],
    ['route', 'published', moderators],
    ['plan', 'routed', ['mayor', 'clerk of the department', 'head of the department']],
    ['finish', 'inWork', ['mayor', 'clerk of the department', 'head of the department']],
    ['start', 'reopened', ['mayor', 'head of the department']],
    ['finish', 'reopened', ['mayor', 'head of the department']],
    ['route', 'reopened', ['mayor', 'head of the department']],
    ['takeDown', 'reopened', moderators],
  ] as const)('%s of a report that is %s', (verb, state, allowed) => {
    expect(who(verb, state)).toEqual(allowed)
  })

  it('nothing is open to who only looks after accounts, or only audits', () => {
    for (const state of reportStates)
      for (const name of ['administrator', 'auditor'] as const)
        expect(reportStepsFor(at(state), people[name])).toEqual([])
  })

  it('the reporter is seen by who works on it or leads, and not by another department', () => {
    const seen = (Object.keys(people) as Person[]).filter((name) => maySeeReporter(people[name], at('routed')))
    expect(seen).toEqual(['mayor', 'registrar', 'clerk of the department', 'head of the department'])
  })
})
