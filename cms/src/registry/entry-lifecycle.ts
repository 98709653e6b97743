import type { Role } from '../staff/roles.ts'

/** Where an entry of the register stands. `reserved` and `voided` keep a number in its place without a document. */
export const entryStates = [
  'reserved',
  'registered',
  'routed',
  'inProgress',
  'awaitingApplicant',
  'inApproval',
  'approved',
  'dispatched',
  'closed',
  'forwarded',
  'withdrawn',
  'voided',
] as const
export type EntryState = (typeof entryStates)[number]

export const directions = ['incoming', 'outgoing', 'internal'] as const
export type Direction = (typeof directions)[number]

export const channels = ['site', 'counter', 'email', 'post', 'courier', 'exOfficio'] as const
export type Channel = (typeof channels)[number]

/** What staff can do with an entry, one word per action file. */
export const entryVerbs = [
  'passReview',
  'closeAsAbuse',
  'route',
  'handOver',
  'note',
  'start',
  'askCompletion',
  'receiveCompletion',
  'extend',
  'forward',
  'reclassify',
  'link',
  'attach',
  'draftAnswer',
  'approveAnswer',
  'returnDraft',
  'dispatch',
  'close',
  'withdraw',
  'fillReserved',
  'requestVoid',
  'confirmVoid',
  'sendLetterAgain',
] as const
/** Whether somebody looked at a filing that seemed made by a machine. Nothing is deleted, whatever the verdict. */
export const reviewStates = ['waiting', 'passed', 'abuse'] as const
export type ReviewState = (typeof reviewStates)[number]

export type EntryVerb = (typeof entryVerbs)[number]

/** The part of an entry on which rights and transitions depend. */
export type EntryCase = {
  state: EntryState
  departmentId: number | null
  responsibleId: number | null
  /** Persons and departments that were told for information, or to work together. */
  informedIds: readonly number[]
  isConfidential: boolean
  /** Who asked for the number to be voided, while nobody has confirmed it. */
  voidRequestedById: number | null
  /** Who wrote the draft that waits for approval. */
  draftedById: number | null
  /** Null or absent for what came without any suspicion. */
  review?: ReviewState | null
}

export type Worker = {
  id: number
  roles: readonly Role[]
  departmentIds: readonly number[]
  /** Colleagues on leave today whose papers he works on in their name. */
  standsInForIds?: readonly number[]
}

type Transition = { from: readonly EntryState[]; to: EntryState | 'same' }

/** Where an entry still waits for somebody of the town hall, or for its applicant. */
export const openStates: readonly EntryState[] = [
  'registered',
  'routed',
  'inProgress',
  'awaitingApplicant',
  'inApproval',
  'approved',
]
const working = ['registered', 'routed', 'inProgress', 'awaitingApplicant', 'inApproval', 'approved'] as const
const atWork = ['routed', 'inProgress', 'awaitingApplicant'] as const
const alive = [...working, 'dispatched'] as const

const transitions = {
  passReview: { from: [...alive, 'closed', 'forwarded'], to: 'same' },
  closeAsAbuse: { from: ['registered', ...atWork], to: 'closed' },
  route: { from: ['registered', 'routed', 'inProgress'], to: 'routed' },
  handOver: { from: ['routed', 'inProgress', 'awaitingApplicant', 'inApproval'], to: 'same' },
  note: { from: [...alive, 'closed', 'forwarded'], to: 'same' },
  start: { from: ['registered', 'routed'], to: 'inProgress' },
  askCompletion: { from: ['registered', 'routed', 'inProgress'], to: 'awaitingApplicant' },
  receiveCompletion: { from: ['awaitingApplicant'], to: 'inProgress' },
  extend: { from: working, to: 'same' },
  forward: { from: ['registered', ...atWork], to: 'forwarded' },
  reclassify: { from: working, to: 'same' },
  link: { from: [...alive, 'closed', 'forwarded'], to: 'same' },
  attach: { from: [...alive, 'reserved', 'closed'], to: 'same' },
  draftAnswer: { from: ['registered', ...atWork, 'inApproval'], to: 'inApproval' },
  approveAnswer: { from: ['inApproval'], to: 'approved' },
  returnDraft: { from: ['inApproval'], to: 'inProgress' },
  dispatch: { from: ['approved'], to: 'dispatched' },
  close: { from: ['registered', ...atWork, 'dispatched', 'forwarded', 'withdrawn'], to: 'closed' },
  withdraw: { from: ['registered', ...atWork, 'inApproval'], to: 'withdrawn' },
  fillReserved: { from: ['reserved'], to: 'registered' },
  requestVoid: { from: ['reserved', 'registered', 'routed'], to: 'same' },
  sendLetterAgain: { from: [...alive, 'closed', 'forwarded', 'withdrawn'], to: 'same' },
  confirmVoid: { from: ['reserved', 'registered', 'routed'], to: 'voided' },
} as const satisfies Record<EntryVerb, Transition>

const leaders: readonly Role[] = ['generalSecretary', 'mayor', 'deputyMayor']
const readersOfAll: readonly Role[] = ['registrar', ...leaders, 'auditor']

const holds = (worker: Worker, roles: readonly Role[]) => worker.roles.some((role) => roles.includes(role))
const isOfDepartment = (worker: Worker, entry: EntryCase) =>
  entry.departmentId !== null && worker.departmentIds.includes(entry.departmentId)
const isHead = (worker: Worker, entry: EntryCase) => holds(worker, ['departmentHead']) && isOfDepartment(worker, entry)
/** The colleague on leave in whose name the worker does what he does with an entry; null when it is his own name. */
export const actsFor = ({ standsInForIds = [] }: Worker, { responsibleId }: EntryCase): number | null =>
  responsibleId !== null && standsInForIds.includes(responsibleId) ? responsibleId : null
const isResponsible = (worker: Worker, entry: EntryCase) =>
  entry.responsibleId === worker.id || actsFor(worker, entry) !== null
const worksOn = (worker: Worker, entry: EntryCase) =>
  isResponsible(worker, entry) ||
  isHead(worker, entry) ||
  (holds(worker, ['clerk']) && isOfDepartment(worker, entry) && !entry.isConfidential)

export const mayReadWholeBook = (worker: Worker): boolean => holds(worker, readersOfAll)
export const mayRegister = (worker: Worker): boolean =>
  holds(worker, ['registrar', 'clerk', 'departmentHead', ...leaders])

/** Of what a person sees the figures: those of the whole book, or a head's own departments. */
export function figuresScope(
  worker: Worker,
): { kind: 'all' } | { kind: 'departments'; ids: readonly number[] } | { kind: 'none' } {
  if (mayReadWholeBook(worker)) return { kind: 'all' }
  return holds(worker, ['departmentHead']) && worker.departmentIds.length > 0
    ? { kind: 'departments', ids: worker.departmentIds }
    : { kind: 'none' }
}

/** A leave is arranged by the person himself or by who leads the town hall. */
export const mayArrangeLeaveOf = (worker: Worker, personId: number): boolean =>
  holds(worker, leaders) || (worker.id === personId && mayRegister(worker))

/** Whether a worker may read an entry: the book's keepers all, the others what is theirs or what they were told of. */
export function mayRead(worker: Worker, entry: EntryCase): boolean {
  if (mayReadWholeBook(worker)) return true
  return worksOn(worker, entry) || entry.informedIds.includes(worker.id)
}

/** Who may do what, apart from where the entry stands. */
function isEntitled(worker: Worker, verb: EntryVerb, entry: EntryCase): boolean {
  const leads = holds(worker, leaders)
  const registers = holds(worker, ['registrar'])
  switch (verb) {
    case 'passReview':
    case 'closeAsAbuse':
    case 'route':
      return leads || registers || isHead(worker, entry)
    case 'note':
      return !isOnlyAuditor(worker) && mayRead(worker, entry)
    case 'reclassify':
      return leads || registers || holds(worker, ['foiOfficer']) || isHead(worker, entry)
    case 'sendLetterAgain':
    case 'link':
    case 'attach':
    case 'receiveCompletion':
    case 'dispatch':
    case 'withdraw':
    case 'close':
    case 'forward':
      return leads || registers || worksOn(worker, entry)
    case 'handOver':
    case 'start':
    case 'askCompletion':
    case 'draftAnswer':
      return leads || worksOn(worker, entry)
    // OG 27/2002, art. 9: the head of the institution decides to extend; art. 13: he signs, with the department's head.
    case 'extend':
    case 'approveAnswer':
    case 'returnDraft':
      return leads || isHead(worker, entry)
    case 'fillReserved':
      return leads || registers || isResponsible(worker, entry)
    case 'requestVoid':
      return leads || registers
    // Four eyes: the number goes out of use only by the word of a second person.
    case 'confirmVoid':
      return holds(worker, leaders) && entry.voidRequestedById !== null && entry.voidRequestedById !== worker.id
    default:
      return verb satisfies never
  }
}

const isOnlyAuditor = (worker: Worker) => worker.roles.every((role) => role === 'auditor')

export type Step =
  | { kind: 'allowed'; to: EntryState }
  | {
      kind: 'refused'
      code: 'not-entitled' | 'not-from-this-state' | 'void-not-requested' | 'void-needs-another' | 'review-over'
    }

/** Whether `worker` may do `verb` with the entry as it stands, and where it stands afterwards. */
export function stepOf(verb: EntryVerb, entry: EntryCase, worker: Worker): Step {
  if (verb === 'confirmVoid' && holds(worker, leaders)) {
    if (entry.voidRequestedById === null) return { kind: 'refused', code: 'void-not-requested' }
    if (entry.voidRequestedById === worker.id) return { kind: 'refused', code: 'void-needs-another' }
  }
  if (!isEntitled(worker, verb, entry)) return { kind: 'refused', code: 'not-entitled' }
  if ((verb === 'passReview' || verb === 'closeAsAbuse') && entry.review !== 'waiting')
    return { kind: 'refused', code: 'review-over' }
  const { from, to }: Transition = transitions[verb]
  if (!from.includes(entry.state)) return { kind: 'refused', code: 'not-from-this-state' }
  return { kind: 'allowed', to: to === 'same' ? entry.state : to }
}

/** What a worker can do with an entry, in the order of the list of verbs. */
export const stepsFor = (entry: EntryCase, worker: Worker): EntryVerb[] =>
  entryVerbs.filter((verb) => stepOf(verb, entry, worker).kind === 'allowed')
