/** From what a term runs. */
export type TermStart =
  | 'registration'
  | 'refusalOrExpiry'
  | 'publication'
  | 'endOfDebate'
  | 'communication'
  | 'approval'
  | 'adoption'
  | 'communicationToPrefect'
  | 'notice'
  | 'receipt'
  | 'completeFile'
  | 'posting'

export type TermUnit = 'day' | 'workingDay' | 'month'

export type DeadlineRule = {
  length: number
  unit: TermUnit
  start: TermStart
  /** The law as it is cited, in Romanian; a town hall's own usage where the law is silent. */
  basis: string
  /**
   * `lastDayIncluded`: the day of the start is not counted, the last one is, as town halls count their own duties.
   * `freeDays`: neither is counted (Civil Procedure Code, art. 181 (1) 2), as terms before a court or authority run.
   */
  counting: 'lastDayIncluded' | 'freeDays'
  /**
   * Where the last day is free: the next working day (art. 181 (2)) or the day all the same; `thirdWorkingDay` is the
   * third working day after the last one, whatever that is.
   */
  onFreeDay: 'nextWorkingDay' | 'thirdWorkingDay' | 'stays'
  /** What waiting for the applicant does to the clock. */
  whileWaiting: 'clockRuns' | 'clockStops' | 'clockStartsAgain'
  /** How much longer it may take, once, with a reason told to the applicant before the first term has passed. */
  extension: { length: number; unit: TermUnit; basis: string } | null
  /** Another reading of the same law; the stricter one is the rule. */
  otherReading: { unit: TermUnit; basis: string } | null
}

type Given = Pick<DeadlineRule, 'length' | 'unit' | 'start' | 'basis'> & Partial<DeadlineRule>
const rule = (given: Given): DeadlineRule => ({
  counting: 'lastDayIncluded',
  onFreeDay: 'nextWorkingDay',
  whileWaiting: 'clockRuns',
  extension: null,
  otherReading: null,
  ...given,
})

const norms544 = { unit: 'workingDay', basis: 'practica normelor de aplicare a Legii nr. 544/2001' } as const

/**
 * The terms of a town hall as data: a lawyer signs this table off, nobody else. A term that runs backwards
 * (a notice before a meeting) is counted from the communication on and stays on a free day.
 */
export const deadlineRules = {
  'petition.answer': rule({
    length: 30,
    unit: 'day',
    start: 'registration',
    basis: 'OG nr. 27/2002, art. 8 alin. (1)',
    extension: { length: 15, unit: 'day', basis: 'OG nr. 27/2002, art. 9' },
  }),
  'petition.forward': rule({
    length: 5,
    unit: 'day',
    start: 'registration',
    basis: 'OG nr. 27/2002, art. 6^1',
    onFreeDay: 'stays',
  }),
  'foi.answer': rule({
    length: 10,
    unit: 'day',
    start: 'registration',
    basis: 'Legea nr. 544/2001, art. 7 alin. (1)',
    extension: { length: 20, unit: 'day', basis: 'Legea nr. 544/2001, art. 7 alin. (1)' },
    otherReading: norms544,
  }),
  'foi.answerLong': rule({
    length: 30,
    unit: 'day',
    start: 'registration',
    basis: 'Legea nr. 544/2001, art. 7 alin. (1)',
    otherReading: norms544,
  }),
  'foi.refusal': rule({
    length: 5,
    unit: 'day',
    start: 'registration',
    basis: 'Legea nr. 544/2001, art. 7 alin. (2)',
    otherReading: norms544,
  }),
  'foi.reclassify': rule({
    length: 5,
    unit: 'day',
    start: 'registration',
    basis: 'HG nr. 123/2002, modificată prin HG nr. 830/2022',
    onFreeDay: 'stays',
  }),
  'foi.complaint.file': rule({
    length: 30,
    unit: 'day',
    start: 'refusalOrExpiry',
    basis: 'Legea nr. 544/2001, art. 21',
    counting: 'freeDays',
  }),
  'foi.complaint.answer': rule({
    length: 15,
    unit: 'day',
    start: 'registration',
    basis: 'Legea nr. 544/2001, art. 21 alin. (3)',
  }),
  'consultation.notice': rule({
    length: 30,
    unit: 'workingDay',
    start: 'publication',
    basis: 'Legea nr. 52/2003, art. 7 alin. (1)',
  }),
  'consultation.proposals': rule({
    length: 10,
    unit: 'day',
    start: 'publication',
    basis: 'Legea nr. 52/2003, art. 7 alin. (4)',
  }),
  'debate.docs': rule({ length: 10, unit: 'day', start: 'endOfDebate', basis: 'Legea nr. 52/2003, art. 7' }),
  'meeting.notice.ordinary': rule({
    length: 5,
    unit: 'day',
    start: 'communication',
    basis: 'Codul administrativ, art. 134',
    onFreeDay: 'stays',
  }),
  'meeting.notice.extraordinary': rule({
    length: 3,
    unit: 'day',
    start: 'communication',
    basis: 'Codul administrativ, art. 134',
    onFreeDay: 'stays',
  }),
  'meeting.publicNotice': rule({
    length: 3,
    unit: 'day',
    start: 'publication',
    basis: 'Legea nr. 52/2003, art. 8',
    onFreeDay: 'stays',
  }),
  'minutes.publish': rule({ length: 3, unit: 'day', start: 'approval', basis: 'Codul administrativ, art. 138' }),
  'prefect.communicate': rule({
    length: 10,
    unit: 'workingDay',
    start: 'adoption',
    basis: 'Codul administrativ, art. 197 alin. (1)',
  }),
  'act.public': rule({
    length: 5,
    unit: 'day',
    start: 'communicationToPrefect',
    basis: 'Codul administrativ, art. 198 alin. (2)',
  }),
  'act.toAddressee': rule({
    length: 5,
    unit: 'day',
    start: 'communicationToPrefect',
    basis: 'Codul administrativ, art. 199',
  }),
  'act.reanalysis': rule({ length: 5, unit: 'day', start: 'notice', basis: 'Legea nr. 554/2004, art. 3' }),
  'fine.discount': rule({
    length: 15,
    unit: 'day',
    start: 'communication',
    basis: 'OG nr. 2/2001, art. 28',
  }),
  'fine.licence': rule({
    length: 90,
    unit: 'day',
    start: 'communication',
    basis: 'OUG nr. 7/2026',
    onFreeDay: 'thirdWorkingDay',
  }),
  'fine.contest': rule({
    length: 15,
    unit: 'day',
    start: 'communication',
    basis: 'OG nr. 2/2001, art. 31 alin. (1)',
    counting: 'freeDays',
  }),
  'gdpr.answer': rule({
    length: 1,
    unit: 'month',
    start: 'receipt',
    basis: 'Regulamentul (UE) 2016/679, art. 12 alin. (3)',
    extension: { length: 2, unit: 'month', basis: 'Regulamentul (UE) 2016/679, art. 12 alin. (3)' },
  }),
  'taxClearance.issue': rule({
    length: 2,
    unit: 'workingDay',
    start: 'registration',
    basis: 'Codul de procedură fiscală, art. 159',
    whileWaiting: 'clockStops',
  }),
  'planningCertificate.issue': rule({
    length: 15,
    unit: 'workingDay',
    start: 'completeFile',
    basis: 'Legea nr. 50/1991, art. 6',
    whileWaiting: 'clockStartsAgain',
  }),
  'buildingPermit.issue': rule({
    length: 30,
    unit: 'day',
    start: 'completeFile',
    basis: 'Legea nr. 50/1991, art. 7',
    whileWaiting: 'clockStartsAgain',
  }),
  'attestation.issue': rule({
    length: 15,
    unit: 'day',
    start: 'registration',
    basis: 'OG nr. 33/2002',
    whileWaiting: 'clockStops',
  }),
  'application.answer': rule({
    length: 30,
    unit: 'day',
    start: 'registration',
    basis: 'OG nr. 27/2002, art. 8 alin. (1)',
    whileWaiting: 'clockStops',
    extension: { length: 15, unit: 'day', basis: 'OG nr. 27/2002, art. 9' },
  }),
  'landSale.display': rule({ length: 45, unit: 'workingDay', start: 'posting', basis: 'Legea nr. 17/2014, art. 6' }),
} as const satisfies Record<string, DeadlineRule>

export type DeadlineKey = keyof typeof deadlineRules
export const deadlineKeys = Object.keys(deadlineRules) as DeadlineKey[]
export const ruleOf = (key: DeadlineKey): DeadlineRule => deadlineRules[key]
