import { describe, expect, it } from 'vitest'
import type { Role } from '../staff/roles.ts'
import { type EntryCase, entryStates, entryVerbs, mayRead, stepOf, stepsFor, type Worker } from './entry-lifecycle.ts'

const urbanism = 1
const taxes = 2
const anEntry = (given: Partial<EntryCase> = {}): EntryCase => ({
  state: 'routed',
  departmentId: urbanism,
  responsibleId: 10,
  informedIds: [],
  isConfidential: false,
  voidRequestedById: null,
  draftedById: null,
  ...given,
})
const worker = (id: number, roles: Role[], departmentIds: number[] = []): Worker => ({ id, roles, departmentIds })
const registrar = worker(1, ['registrar'])
const responsible = worker(10, ['clerk'], [urbanism])
const colleague = worker(11, ['clerk'], [urbanism])
const stranger = worker(12, ['clerk', 'departmentHead'], [taxes])
const head = worker(13, ['departmentHead'], [urbanism])
const secretary = worker(14, ['generalSecretary'])
const mayor = worker(15, ['mayor'])
const auditor = worker(16, ['auditor'])
const admin = worker(17, ['admin'])
const editor = worker(18, ['editor'])

describe('reading an entry', () => {
  const everyone = { registrar, responsible, colleague, stranger, head, secretary, mayor, auditor, admin, editor }
  const readers = (entry: EntryCase) =>
    Object.entries(everyone)
      .filter(([, who]) => mayRead(who, entry))
      .map(([name]) => name)

  it('is for its department and the keepers of the book', () =>
    expect(readers(anEntry())).toEqual([
      'registrar',
      'responsible',
      'colleague',
      'head',
      'secretary',
      'mayor',
      'auditor',
    ]))

  it('is for fewer when it is confidential', () =>
    expect(readers(anEntry({ isConfidential: true }))).toEqual([
      'registrar',
      'responsible',
      'head',
      'secretary',
      'mayor',
      'auditor',
    ]))

  it('is for whoever was told of it', () => {
    expect(mayRead(stranger, anEntry({ informedIds: [12] }))).toBe(true)
    expect(stepsFor(anEntry({ informedIds: [12] }), stranger)).toEqual(['note'])
  })
})

describe('what can be done', () => {
  it('with a routed entry, by role', () => {
    expect(stepsFor(anEntry(), responsible)).toEqual([
      'handOver',
      'note',
      'start',
      'askCompletion',
      'forward',
      'link',
      'attach',
      'draftAnswer',
      'close',
      'withdraw',
      'sendLetterAgain',
    ])
    expect(stepsFor(anEntry(), registrar)).toEqual([
      'route',
      'note',
      'forward',
      'reclassify',
      'link',
      'attach',
      'close',
      'withdraw',
      'requestVoid',
      'sendLetterAgain',
    ])
    expect(stepsFor(anEntry(), stranger)).toEqual([])
    expect(stepsFor(anEntry(), auditor)).toEqual([])
    expect(stepsFor(anEntry(), admin)).toEqual([])
  })

  it('needs the entry to stand where the step begins', () => {
    expect(stepOf('dispatch', anEntry(), head)).toEqual({ kind: 'refused', code: 'not-from-this-state' })
    expect(stepOf('dispatch', anEntry({ state: 'approved' }), head)).toEqual({ kind: 'allowed', to: 'dispatched' })
    expect(stepOf('approveAnswer', anEntry({ state: 'inApproval' }), responsible)).toMatchObject({ kind: 'refused' })
    expect(stepOf('approveAnswer', anEntry({ state: 'inApproval' }), head)).toEqual({ kind: 'allowed', to: 'approved' })
  })

  it('voids a number only with a second person', () => {
    const asked = anEntry({ state: 'registered', voidRequestedById: secretary.id })
    expect(stepOf('confirmVoid', anEntry({ state: 'registered' }), mayor)).toMatchObject({ code: 'void-not-requested' })
    expect(stepOf('confirmVoid', asked, secretary)).toMatchObject({ code: 'void-needs-another' })
    expect(stepOf('confirmVoid', asked, registrar)).toMatchObject({ code: 'not-entitled' })
    expect(stepOf('confirmVoid', asked, mayor)).toEqual({ kind: 'allowed', to: 'voided' })
  })

  it('never leads out of a voided number, for anybody', () => {
    for (const who of [registrar, responsible, head, secretary, mayor])
      expect(stepsFor(anEntry({ state: 'voided', voidRequestedById: 1 }), who)).toEqual([])
  })

  it('reaches every state but the first from a registered entry', () => {
    const all = worker(99, ['registrar', 'generalSecretary', 'mayor'])
    const reached = new Set<string>(['registered'])
    for (let grown = true; grown; ) {
      const before = reached.size
      for (const state of entryStates.filter((state) => reached.has(state)))
        for (const verb of entryVerbs) {
          const step = stepOf(verb, anEntry({ state, voidRequestedById: 1 }), all)
          if (step.kind === 'allowed') reached.add(step.to)
        }
      grown = reached.size > before
    }
    expect(entryStates.filter((state) => !reached.has(state))).toEqual(['reserved'])
  })
})
