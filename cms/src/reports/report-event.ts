import type { ReportStep } from './contract.ts'

/** What happens to a report. The public ones are the steps that everybody reads; the rest is the office's own. */
export const reportEventKinds = [
  'reported',
  'published',
  'edited',
  'held',
  'refused',
  'takenDown',
  'routed',
  'forwarded',
  'planned',
  'started',
  'noted',
  'noteInside',
  'done',
  'declined',
  'confirmed',
  'reopened',
  'closed',
  'merged',
  'joined',
] as const
export type ReportEventKind = (typeof reportEventKinds)[number]

const officeKinds = ['edited', 'held', 'refused', 'takenDown', 'noteInside'] as const
export const isPublicStep = (kind: ReportEventKind): kind is ReportStep['kind'] =>
  !(officeKinds as readonly string[]).includes(kind)

/** One event with what belongs to it; names are kept as they were on the day. `inside` is never public. */
export type ReportEvent = {
  kind: ReportEventKind
  at: string
  data: { department?: string; authority?: string; on?: string; text?: string; number?: string; inside?: string }
}
