import type { Day } from '../registry/calendar-days.ts'

/**
 * `electronic`: a title of Legea 203/2018, known by its 23 digits. `own`: given by this town hall or its local police.
 * `police`: a lettered report of the Romanian Police. `elsewhere`: of any other body or town hall.
 */
export const fineKinds = ['electronic', 'own', 'police', 'elsewhere'] as const
export type FineKind = (typeof fineKinds)[number]

export const payChannels = ['card', 'ghiseul', 'transfer', 'counter', 'issuer'] as const
/** `issuer`: wherever the body that gave the fine takes it; nothing of it is paid with us. */
export type PayChannel = (typeof payChannels)[number]

export const offenderKinds = ['person', 'firm'] as const
export type OffenderKind = (typeof offenderKinds)[number]
export const domiciles = ['here', 'away'] as const
/** Of a person the domicile, of a firm the seat: in this commune, or anywhere else. */
export type Domicile = (typeof domiciles)[number]

export const beneficiaries = ['single', 'local', 'otherTown', 'state'] as const
/** Whose money it is: the country's single account of fines, our budget, the offender's own town, the state. */
export type Beneficiary = (typeof beneficiaries)[number]

/** A line of the table; the first that fits is the rule. Null fits all. */
export type RouteRule = {
  fine: FineKind
  offender: OffenderKind | null
  domicile: Domicile | null
  /** In the order in which they are offered. */
  channels: readonly PayChannel[]
  beneficiary: Beneficiary
  /** One sentence for the citizen. */
  reason: string
  legalBasis: string
  /** Days on which one pays, not days of the paper. */
  validFrom: Day
  validTo: Day | null
}

const since2025 = { validFrom: '2025-11-03', validTo: null } as const
const since2018 = { validFrom: '2018-08-24', validTo: null } as const

/** What holds until the town hall approves another table. */
export const usualRoutes: readonly RouteRule[] = [
  {
    fine: 'electronic',
    offender: null,
    domicile: null,
    channels: ['ghiseul', 'transfer', 'counter'],
    beneficiary: 'single',
    reason:
      'Amenda are serie electronică de 23 de cifre: banii merg în contul unic al statului, iar cu cardul se plătește numai pe ghiseul.ro.',
    legalBasis: 'Legea nr. 203/2018 și HG nr. 923/2025',
    ...since2025,
  },
  {
    fine: 'own',
    offender: null,
    domicile: 'here',
    channels: ['card', 'ghiseul', 'counter'],
    beneficiary: 'local',
    reason: 'Amenda este dată de comună și merge la bugetul local, deci se poate plăti aici.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
  {
    fine: 'own',
    offender: null,
    domicile: 'away',
    channels: ['ghiseul'],
    beneficiary: 'otherTown',
    reason: 'Amenda merge la bugetul localității în care are domiciliul cel amendat, deci nu o putem încasa noi.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
  {
    fine: 'police',
    offender: 'person',
    domicile: 'here',
    channels: ['card', 'ghiseul', 'counter'],
    beneficiary: 'local',
    reason: 'Amenzile de pe procesele-verbale vechi merg la bugetul local de la domiciliu, deci se poate plăti aici.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
  {
    fine: 'police',
    offender: 'person',
    domicile: 'away',
    channels: ['ghiseul'],
    beneficiary: 'otherTown',
    reason: 'Amenda merge la bugetul localității în care are domiciliul cel amendat, deci nu o putem încasa noi.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
  {
    fine: 'police',
    offender: 'firm',
    domicile: null,
    channels: ['ghiseul', 'issuer'],
    beneficiary: 'state',
    reason: 'Amenzile date firmelor de poliție merg la bugetul de stat, deci nu le putem încasa noi.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
  {
    fine: 'elsewhere',
    offender: null,
    domicile: null,
    channels: ['ghiseul', 'issuer'],
    beneficiary: 'state',
    reason: 'Amenda este dată de altă autoritate și nu se încasează la primăria noastră.',
    legalBasis: 'OG nr. 2/2001, art. 8',
    ...since2018,
  },
]

export type RouteQuestion = {
  fine: FineKind
  offender: OffenderKind
  domicile: Domicile
  today: Day
  /** Whether the town hall takes cards at all. */
  hasCard: boolean
}

export type Route = {
  channels: PayChannel[]
  beneficiary: Beneficiary
  reason: string
  legalBasis: string
  /** The table lets a card pay, and the town hall does not take cards now. */
  isCardAway: boolean
}

/** Which channels a fine may be paid through today, in order, and why; null where the table says nothing. */
export function routeOf(rules: readonly RouteRule[], asked: RouteQuestion): Route | null {
  const { fine, offender, domicile, today, hasCard } = asked
  const rule = rules.find(
    (each) =>
      each.fine === fine &&
      (each.offender === null || each.offender === offender) &&
      (each.domicile === null || each.domicile === domicile) &&
      each.validFrom <= today &&
      (each.validTo === null || today <= each.validTo),
  )
  if (!rule) return null
  const { channels, beneficiary, reason, legalBasis } = rule
  return {
    channels: channels.filter((channel) => channel !== 'card' || hasCard),
    beneficiary,
    reason,
    legalBasis,
    isCardAway: channels.includes('card') && !hasCard,
  }
}

/** What is wrong with a table before anybody may approve it. */
export type TableFault =
  | 'card-for-electronic'
  | 'no-channel'
  | 'doubled-channel'
  | 'interval-wrong'
  | 'reason-missing'
  | 'basis-missing'
  | 'kind-uncovered'

/**
 * The law's own limits of the table: no card for what HG 923/2025 sends through ghiseul.ro, every line with its reason
 * and its law, and every kind of fine answered on the day the table begins.
 */
export function checkRoutes(rules: readonly RouteRule[], today: Day): { line: number | null; code: TableFault }[] {
  const faults = rules.flatMap((rule, line) => {
    const codes: TableFault[] = []
    if (rule.fine === 'electronic' && rule.channels.includes('card')) codes.push('card-for-electronic')
    if (rule.channels.length === 0) codes.push('no-channel')
    if (new Set(rule.channels).size < rule.channels.length) codes.push('doubled-channel')
    if (rule.validTo !== null && rule.validTo < rule.validFrom) codes.push('interval-wrong')
    if (rule.reason.trim() === '') codes.push('reason-missing')
    if (rule.legalBasis.trim() === '') codes.push('basis-missing')
    return codes.map((code) => ({ line, code }))
  })
  const isUncovered = fineKinds.some((fine) =>
    offenderKinds.some((offender) =>
      domiciles.some((domicile) => !routeOf(rules, { fine, offender, domicile, today, hasCard: true })),
    ),
  )
  return isUncovered ? [...faults, { line: null, code: 'kind-uncovered' }] : faults
}
