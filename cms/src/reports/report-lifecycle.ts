import type { Role } from '../staff/roles.ts'
import { isOpenState, PublicReportState, ReportState } from './contract.ts'

export const reportStates = ReportState.options

/** What staff can do with a report. */
export const staffVerbs = [
  'publish',
  'edit',
  'hold',
  'refuse',
  'takeDown',
  'route',
  'forward',
  'plan',
  'start',
  'note',
  'finish',
  'decline',
  'merge',
] as const
export type StaffVerb = (typeof staffVerbs)[number]
/** What the reporter can do, and what time does by itself. */
export type ReportVerb = StaffVerb | 'confirm' | 'reopen' | 'close'

/** The part of a report on which rights and transitions depend. */
export type ReportCase = { state: ReportState; departmentId: number | null; wasPublished: boolean }
export type ReportWorker = { id: number; roles: readonly Role[]; departmentIds: readonly number[] }

type Transition = { from: readonly ReportState[]; to: ReportState | 'same' }

const unseen = ['received', 'held'] as const
const open = PublicReportState.options.filter(isOpenState)
const outcomes = ['done', 'confirmed', 'closed', 'declined'] as const

const transitions = {
  publish: { from: [...unseen, 'refused'], to: 'published' },
  edit: { from: [...unseen, ...open, ...outcomes], to: 'same' },
  hold: { from: ['received'], to: 'held' },
  refuse: { from: unseen, to: 'refused' },
  takeDown: { from: [...open, ...outcomes], to: 'held' },
  route: { from: open, to: 'routed' },
  forward: { from: open, to: 'forwarded' },
  plan: { from: ['routed', 'planned', 'inWork', 'forwarded', 'reopened'], to: 'planned' },
  start: { from: ['routed', 'planned', 'reopened'], to: 'inWork' },
  note: { from: [...unseen, ...open, ...outcomes], to: 'same' },
  finish: { from: open, to: 'done' },
  decline: { from: open, to: 'declined' },
  merge: { from: [...unseen, ...open], to: 'merged' },
  confirm: { from: ['done'], to: 'confirmed' },
  // Whoever said yes in the morning may find the water back in the evening.
  reopen: { from: ['done', 'confirmed', 'declined'], to: 'reopened' },
  close: { from: ['done'], to: 'closed' },
} as const satisfies Record<ReportVerb, Transition>

const leaders: readonly Role[] = ['generalSecretary', 'mayor', 'deputyMayor']
const moderators: readonly Role[] = ['registrar', 'clerk', 'departmentHead', 'editor', ...leaders]
const holds = (worker: ReportWorker, roles: readonly Role[]) => worker.roles.some((role) => roles.includes(role))
const isOfDepartment = (worker: ReportWorker, { departmentId }: ReportCase) =>
  departmentId !== null && worker.departmentIds.includes(departmentId)

export const mayModerate = (worker: ReportWorker): boolean => holds(worker, moderators)
export const mayReadReports = (worker: ReportWorker): boolean => holds(worker, [...moderators, 'auditor'])
export const leadsReports = (worker: ReportWorker): boolean => holds(worker, leaders)

/** Who reported, and how to reach him: for who moderates or works on it, and for nobody who only looks. */
export const maySeeReporter = (worker: ReportWorker, report: ReportCase): boolean =>
  holds(worker, ['registrar', ...leaders]) ||
  (mayModerate(worker) && (report.departmentId === null || isOfDepartment(worker, report)))

function isEntitled(worker: ReportWorker, verb: StaffVerb, report: ReportCase): boolean {
  const leads = leadsReports(worker)
  const heads = holds(worker, ['departmentHead']) && isOfDepartment(worker, report)
  // What a citizen says was not done is looked at by somebody else than who said that it was.
  if (report.state === 'reopened' && verb !== 'edit' && verb !== 'takeDown' && verb !== 'note') return leads || heads
  switch (verb) {
    case 'publish':
    case 'edit':
    case 'hold':
    case 'refuse':
    case 'takeDown':
    case 'merge':
    case 'route':
    case 'forward':
      return mayModerate(worker)
    case 'note':
    case 'plan':
    case 'start':
    case 'finish':
    case 'decline':
      return leads || heads || (holds(worker, ['clerk', 'registrar']) && isOfDepartment(worker, report))
    default:
      return verb satisfies never
  }
}

export type ReportFault = 'not-entitled' | 'not-from-this-state'
export type ReportStepVerdict = { kind: 'allowed'; to: ReportState } | { kind: 'refused'; code: ReportFault }

/** Where a report stands after `verb`, whoever does it; null when it cannot be done from where it stands. */
export function afterVerb(verb: ReportVerb, state: ReportState): ReportState | null {
  const { from, to }: Transition = transitions[verb]
  if (!from.includes(state)) return null
  return to === 'same' ? state : to
}

/** Whether `worker` may do `verb` with the report as it stands, and where it stands afterwards. */
export function reportStepOf(verb: StaffVerb, report: ReportCase, worker: ReportWorker): ReportStepVerdict {
  if (!isEntitled(worker, verb, report)) return { kind: 'refused', code: 'not-entitled' }
  const to = afterVerb(verb, report.state)
  return to === null ? { kind: 'refused', code: 'not-from-this-state' } : { kind: 'allowed', to }
}

export const reportStepsFor = (report: ReportCase, worker: ReportWorker): StaffVerb[] =>
  staffVerbs.filter((verb) => reportStepOf(verb, report, worker).kind === 'allowed')

/** Whether the public sees a report in this state. A duplicate that was never published is an address that leads on. */
export const isPublicState = (state: ReportState): boolean => PublicReportState.safeParse(state).success
