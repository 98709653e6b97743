import { describe, expect, it } from 'vitest'
import { linesOf544, linesOfPetitions } from './yearly-reports.ro.ts'
import { type ReportedEntry, report544, reportPetitions } from './yearly-reports.ts'

const anEntry = (given: Partial<ReportedEntry>): ReportedEntry => ({
  kind: 'foi',
  channel: 'site',
  correspondentKind: 'person',
  department: 'Relații publice',
  registeredOn: '2026-03-02',
  answeredOn: null,
  dueOn: '2026-03-12',
  isExtended: false,
  state: 'dispatched',
  outcome: 'favourable',
  outcomeReason: null,
  ...given,
})

describe('the report of Law 544', () => {
  const report = report544([
    anEntry({ answeredOn: '2026-03-12' }),
    anEntry({ answeredOn: '2026-03-30', dueOn: '2026-04-01', isExtended: true, channel: 'counter' }),
    anEntry({ answeredOn: '2026-03-13', correspondentKind: 'firm' }),
    anEntry({ state: 'forwarded', outcome: 'redirected', answeredOn: '2026-03-05' }),
    anEntry({ answeredOn: '2026-03-06', outcome: 'unfavourable', outcomeReason: 'Date personale' }),
    anEntry({ state: 'routed', outcome: null, department: null }),
    anEntry({ state: 'voided', outcome: null }),
    anEntry({ kind: 'foiComplaint', outcome: 'unfavourable' }),
    anEntry({ kind: 'petition' }),
  ])

  it('counts each request once, in the drawer it belongs to', () => {
    expect(report).toMatchObject({
      total: 6,
      persons: 5,
      firms: 1,
      onPaper: 1,
      electronic: 5,
      withinTenDays: 2,
      withinThirtyDays: 1,
      late: 1,
      forwarded: 1,
      refused: 1,
      refusedBecause: [{ label: 'Date personale', count: 1 }],
      withoutAnswer: 1,
      complaints: 1,
      complaintsRejected: 1,
    })
    const { withinTenDays, withinThirtyDays, late, forwarded, withoutAnswer, total } = report
    expect(withinTenDays + withinThirtyDays + late + forwarded + withoutAnswer).toBe(total)
  })

  it('reads as lines', () => expect(linesOf544(report)[0]).toEqual(['Solicitări de informații de interes public', 6]))
})

describe('the report on petitions', () => {
  it('counts what was answered in time, late, extended and filed away', () => {
    const report = reportPetitions([
      anEntry({ kind: 'petition', answeredOn: '2026-03-20', dueOn: '2026-04-01' }),
      anEntry({ kind: 'petition', answeredOn: '2026-04-10', dueOn: '2026-04-01' }),
      anEntry({ kind: 'petition', answeredOn: '2026-04-10', dueOn: '2026-04-16', isExtended: true }),
      anEntry({ kind: 'petition', state: 'closed', outcome: 'filed', dueOn: null }),
      anEntry({ kind: 'petition', state: 'inProgress', outcome: null }),
    ])
    expect(report).toMatchObject({
      total: 5,
      answeredInTime: 2,
      late: 1,
      extended: 1,
      filedAway: 1,
      inWork: 1,
      medianDays: 39,
    })
    expect(linesOfPetitions(report)).toContainEqual(['Rezolvate după termen', 1])
  })
})
