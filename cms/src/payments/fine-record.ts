import { type Day, isDay } from '../registry/calendar-days.ts'
import { type OffenceBasis, offenceBases } from './discount-rules.ts'
import { type FinePaper, paperKey, readPaper } from './fine-paper.ts'
import type { Domicile, OffenderKind } from './fine-routes.ts'
import type { FineCode } from './fines.ro.ts'
import { parseLei } from './money.ts'
import { type Offender, readOffender } from './offender.ts'

/** A hundred thousand lei: the highest fine of OG 2/2001. */
export const largestFineBani = 10_000_000

/** A fine of the town's own register, whole and checked. */
export type FineRecord = {
  paper: Extract<FinePaper, { kind: 'lettered' }>
  paperKey: string
  issuer: 'own' | 'police'
  issuedOn: Day
  communicatedOn: Day
  basis: OffenceBasis
  offender: Offender
  offenderName: string
  domicile: Domicile
  deed: string
  appliedBani: number
  minimumBani: number | null
}

/** As a clerk types it, or as a cell of the CSV holds it. */
export type TypedFine = Record<
  | 'series'
  | 'number'
  | 'issuer'
  | 'issuedOn'
  | 'communicatedOn'
  | 'basis'
  | 'offenderKind'
  | 'identifier'
  | 'offenderName'
  | 'domicile'
  | 'deed'
  | 'applied'
  | 'minimum',
  string
>

export type FineFault = { field: keyof TypedFine; code: FineCode }
export type FineVerdict = { kind: 'read'; fine: FineRecord } | { kind: 'faulty'; faults: FineFault[] }

/** A day as people write it: 2026-03-05, 5.03.2026, 5/3/2026. Null when there is no such day. */
export function readDay(typed: string): Day | null {
  const text = typed.trim()
  const parts = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(text)
  const day = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text.slice(0, 10)
  return isDay(day) ? day : null
}

/**
 * Checks a fine all at once: everything that is wrong is told, each at its field. `known` is the offender of a fine that
 * is in the register already, for when nobody types another.
 */
export function readFine(
  typed: TypedFine,
  { today, secret, known = null }: { today: Day; secret: string; known?: Offender | null },
): FineVerdict {
  const faults: FineFault[] = []
  const fault = (field: keyof TypedFine, code: FineCode) => void faults.push({ field, code })

  const paper = readPaper({ series: typed.series, number: typed.number })
  if (paper.kind === 'faulty') fault(paper.field === 'serie' ? 'series' : 'number', paper.code)
  else if (paper.paper.kind === 'electronic') fault('series', 'series-malformed')
  const issuedOn = readDay(typed.issuedOn)
  if (!issuedOn) fault('issuedOn', typed.issuedOn.trim() ? 'date-malformed' : 'date-missing')
  else if (issuedOn > today) fault('issuedOn', 'date-future')
  const communicatedOn = typed.communicatedOn.trim() ? readDay(typed.communicatedOn) : issuedOn
  if (!communicatedOn) fault('communicatedOn', 'communicated-malformed')
  else if (issuedOn && communicatedOn < issuedOn) fault('communicatedOn', 'communicated-early')
  const issuer = typed.issuer === 'own' || typed.issuer === 'police' ? typed.issuer : null
  if (!issuer) fault('issuer', 'issuer-missing')
  const basis = offenceBases.find((each) => each === typed.basis)
  if (!basis) fault('basis', 'basis-missing')
  const domicile = typed.domicile === 'here' || typed.domicile === 'away' ? typed.domicile : null
  if (!domicile) fault('domicile', 'domicile-missing')
  const kind: OffenderKind = typed.offenderKind === 'firm' ? 'firm' : 'person'
  const isTyped = typed.identifier.trim() !== ''
  const offender =
    known && !isTyped && known.kind === kind
      ? ({ kind: 'read', offender: known } as const)
      : readOffender(typed.identifier, { kind, today, secret })
  if (offender.kind === 'faulty') fault('identifier', isTyped ? (offender.code as FineCode) : 'identifier-missing')
  const appliedBani = parseLei(typed.applied)
  if (appliedBani === null) fault('applied', typed.applied.trim() ? 'amount-malformed' : 'applied-missing')
  else if (appliedBani > largestFineBani) fault('applied', 'amount-too-large')
  const minimumBani = typed.minimum.trim() ? parseLei(typed.minimum) : null
  if (typed.minimum.trim() && minimumBani === null) fault('minimum', 'amount-malformed')
  else if (minimumBani !== null && appliedBani !== null && minimumBani > appliedBani)
    fault('minimum', 'minimum-too-large')

  if (
    faults.length > 0 ||
    paper.kind === 'faulty' ||
    paper.paper.kind === 'electronic' ||
    offender.kind === 'faulty' ||
    !issuedOn ||
    !communicatedOn ||
    !issuer ||
    !basis ||
    !domicile ||
    appliedBani === null
  )
    return { kind: 'faulty', faults }
  return {
    kind: 'read',
    fine: {
      paper: paper.paper,
      paperKey: paperKey(paper.paper),
      issuer,
      issuedOn,
      communicatedOn,
      basis,
      offender: offender.offender,
      offenderName: typed.offenderName.trim().slice(0, 200),
      domicile,
      deed: typed.deed.trim().slice(0, 500),
      appliedBani,
      minimumBani,
    },
  }
}
