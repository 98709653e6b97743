/** What happens to an entry, in the order a document usually lives it. */
export const eventKinds = [
  'received',
  'reserved',
  'reservedFilled',
  'routed',
  'handedOver',
  'started',
  'noted',
  'attached',
  'fileInfected',
  'linked',
  'completionAsked',
  'completionReceived',
  'extended',
  'reclassified',
  'answerDrafted',
  'draftReturned',
  'answerApproved',
  'dispatched',
  'forwarded',
  'withdrawn',
  'closed',
  'voidRequested',
  'voided',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What the applicant sees of an entry's life; the rest is the office's own. */
const publicKinds: readonly EventKind[] = [
  'received',
  'reservedFilled',
  'routed',
  'started',
  'completionAsked',
  'completionReceived',
  'extended',
  'reclassified',
  'answerApproved',
  'dispatched',
  'forwarded',
  'withdrawn',
  'closed',
  'voided',
]
export const isPublicEvent = (kind: EventKind): boolean => publicKinds.includes(kind)
