import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from '../registry/book-facts.ts'
import type { Day } from '../registry/calendar-days.ts'
import { type Discount, discountOf, type OffenceBasis } from './discount-rules.ts'
import type { FineAnswer, FineQuestion } from './fine-contract.ts'
import { type FinePaper, paperKey, readPaper, writtenPaper } from './fine-paper.ts'
import { readDay } from './fine-record.ts'
import { type Domicile, type FineKind, routeOf } from './fine-routes.ts'
import type { FineCode, FineState, paidThroughLabels } from './fines.ro.ts'
import { type Offender, readOffender } from './offender.ts'
import { readOnPaper } from './on-paper.ts'
import { currentTable } from './payment-rules.ts'
import type { PaymentTable } from './payment-table.ts'
import { explainDiscount } from './payment-words.ro.ts'
import { transferOf } from './transfer.ts'

export type QuestionFault = { field: string; code: FineCode }
export type FineCase = {
  answer: FineAnswer
  /** Whether series, number and CNP were looked up together, and nothing was found. */
  isWrongTriple: boolean
  /** What a payment needs of it; null where it is not payable here. */
  payable: { fineId: number | null; paperKey: string; kind: FineKind; basis: OffenceBasis; discount: Discount } | null
}
export type AskedFine = { kind: 'answered'; case: FineCase } | { kind: 'faulty'; faults: QuestionFault[] }

type Registered = {
  id: number
  issuer: 'own' | 'police'
  issued_on: string
  communicated_on: string | null
  basis: OffenceBasis
  domicile: Domicile
  deed: string | null
  applied_bani: string
  minimum_bani: string | null
  state: FineState
  paid_on: string | null
  paid_through: keyof typeof paidThroughLabels | null
}

type Read = Omit<z.output<typeof FineQuestion>, 'adresa'>

/**
 * Answers about a fine as far as it has been told. Whatever is typed, a fine of the register is told only to series,
 * number and CNP together; everything else is judged by the paper alone, so that no wrong triple differs from another.
 */
export async function askFine(
  req: PayloadRequest,
  asked: Read,
  { now, hasCard }: { now: Date; hasCard: boolean },
): Promise<AskedFine> {
  const today = dayOf(now)
  const { serie = '', numar = '', data = '' } = asked
  const paper = readPaper({ series: serie, number: numar })
  const issuedOn = readDay(data)
  const faults: QuestionFault[] = []
  if (paper.kind === 'faulty') faults.push({ field: paper.field, code: paper.code })
  if (!issuedOn) faults.push({ field: 'data', code: data.trim() ? 'date-malformed' : 'date-missing' })
  else if (issuedOn > today) faults.push({ field: 'data', code: 'date-future' })
  if (paper.kind === 'faulty' || !issuedOn || faults.length > 0) return { kind: 'faulty', faults }
  const table = await currentTable(req)
  if (paper.paper.kind === 'electronic')
    return answered(elsewhere(table, { paper: paper.paper, fine: 'electronic', asked, today, hasCard, offender: null }))

  const { emitent, fel, domiciliu } = asked
  if (!emitent && !fel && !domiciliu) return answered({ kind: 'identity', paper: shown(paper.paper) })
  if (!emitent) faults.push({ field: 'emitent', code: 'issuer-missing' })
  if (!fel) faults.push({ field: 'fel', code: 'offender-missing' })
  if (!domiciliu) faults.push({ field: 'domiciliu', code: 'domicile-missing' })
  const offender = fel ? offenderOf(req, asked, { kind: fel, today }) : null
  if (!fel && !asked.offender && !asked.identificator?.trim())
    faults.push({ field: 'identificator', code: 'identifier-missing' })
  if (offender?.kind === 'faulty') faults.push({ field: 'identificator', code: offender.code as FineCode })
  if (faults.length > 0 || !emitent || !fel || !domiciliu || offender?.kind !== 'read')
    return { kind: 'faulty', faults }
  return judge(req, { table, paper: paper.paper, issuedOn, offender: offender.offender, asked, today, hasCard })
}

const answered = (answer: FineAnswer): AskedFine => ({
  kind: 'answered',
  case: { answer, isWrongTriple: false, payable: null },
})
const shown = (paper: FinePaper) => ({ written: writtenPaper(paper), isElectronic: paper.kind === 'electronic' })

function offenderOf(req: PayloadRequest, asked: Read, { kind, today }: { kind: 'person' | 'firm'; today: Day }) {
  const { offender, identificator = '' } = asked
  if (offender && identificator.trim() === '' && offender.kind === kind) return { kind: 'read', offender } as const
  return readOffender(identificator, { kind, today, secret: req.payload.secret })
}

type Case = {
  table: PaymentTable
  paper: FinePaper
  issuedOn: Day
  offender: Offender
  asked: Read
  today: Day
  hasCard: boolean
}

async function judge(req: PayloadRequest, given: Case): Promise<AskedFine> {
  const { table, paper, offender, asked, today, hasCard } = given
  const key = paperKey(paper)
  const [registered, paidOn, { calendar }] = await Promise.all([
    registeredFine(req, { key, digest: offender.digest }),
    paidBefore(req, { key, digest: offender.digest }),
    bookFacts(req),
  ])
  const fine: FineKind = registered?.issuer ?? asked.emitent ?? 'elsewhere'
  const domicile = registered?.domicile ?? asked.domiciliu ?? 'away'
  const isWrongTriple = registered === null
  const tell = (answer: FineAnswer, payable: FineCase['payable'] = null): AskedFine => ({
    kind: 'answered',
    case: { answer, isWrongTriple, payable },
  })
  if (registered?.state === 'paid' || paidOn)
    return tell({
      kind: 'paid',
      paper: shown(paper),
      paidOn: paidOn ?? (registered?.paid_on ? dayOf(registered.paid_on) : null),
      through: registered?.paid_through ?? 'card',
    })
  const route = routeOf(table.routes, { fine, offender: offender.kind, domicile, today, hasCard })
  if (!route?.channels.includes('card'))
    return tell(elsewhere(table, { paper, fine, asked: { ...asked, domiciliu: domicile }, today, hasCard, offender }))

  const facts = registered
    ? {
        kind: 'read' as const,
        basis: registered.basis,
        communicatedOn: dayOf(registered.communicated_on ?? registered.issued_on),
        appliedBani: Number(registered.applied_bani),
        minimumBani: registered.minimum_bani === null ? null : Number(registered.minimum_bani),
      }
    : asked.hartie
      ? readOnPaper(asked.hartie, { issuedOn: given.issuedOn, today })
      : null
  if (!facts) return tell({ kind: 'amounts', paper: shown(paper), route, offender })
  if (facts.kind === 'faulty') return { kind: 'faulty', faults: facts.faults }
  const issuedOn = registered ? dayOf(registered.issued_on) : given.issuedOn
  const { basis, communicatedOn, ...amounts } = facts
  const discount = discountOf({
    amounts,
    basis,
    issuedOn,
    communicatedOn,
    today,
    rules: table.discounts,
    calendar,
  })
  return tell(
    {
      kind: 'payable',
      paper: shown(paper),
      route,
      offender,
      issuedOn,
      deed: registered?.deed ?? '',
      isOnPaper: registered === null,
      due: {
        dueBani: discount.dueBani,
        lastDay: discount.kind === 'running' ? discount.lastDay : null,
        explanation: explainDiscount(discount),
      },
    },
    { fineId: registered?.id ?? null, paperKey: key, kind: fine, basis, discount },
  )
}

function elsewhere(
  table: PaymentTable,
  {
    paper,
    fine,
    asked,
    today,
    hasCard,
    offender,
  }: Omit<Case, 'table' | 'issuedOn' | 'offender'> & {
    fine: FineKind
    offender: Offender | null
  },
): FineAnswer {
  const route = routeOf(table.routes, {
    fine,
    offender: asked.fel ?? 'person',
    domicile: asked.domiciliu ?? 'away',
    today,
    hasCard,
  }) ?? { channels: ['counter'], reason: noRoute, legalBasis: '', beneficiary: 'state', isCardAway: false }
  const wantsTransfer = route.channels.includes('transfer')
  return {
    kind: 'route',
    paper: shown(paper),
    route,
    transfer: wantsTransfer ? transferOf(table.accounts, { beneficiary: route.beneficiary, paper }) : null,
    offender,
  }
}

const noRoute = 'Nu știm sigur unde se plătește amenda aceasta. Întrebați la casieria primăriei.'

async function registeredFine(
  req: PayloadRequest,
  { key, digest }: { key: string; digest: string },
): Promise<Registered | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<Registered>(sql`
    select id, issuer, issued_on, communicated_on, basis, domicile, deed, applied_bani, minimum_bani, state, paid_on,
      paid_through
    from fines where paper_key = ${key} and offender_digest = ${digest} and state <> 'void'`)
  return (rows[0] as Registered | undefined) ?? null
}

/** The day on which this paper was paid by card for this person, whether the register knows it or not. */
async function paidBefore(req: PayloadRequest, { key, digest }: { key: string; digest: string }): Promise<Day | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<{ paid_at: string }>(sql`
    select paid_at from avizier.paid_fines where paper_key = ${key} and offender_digest = ${digest}
      and not is_refunded order by paid_at limit 1`)
  const paidAt = (rows[0] as { paid_at: string } | undefined)?.paid_at
  return paidAt ? dayOf(paidAt) : null
}
