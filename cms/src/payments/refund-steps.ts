import { addDays, type Day } from '../registry/calendar-days.ts'

/** `paid-twice`: two payments of one debt. `not-owed`: the debt was gone. `filing-over`: a fee of what was withdrawn or voided. */
export const refundReasons = ['paid-twice', 'not-owed', 'filing-over', 'asked'] as const
export type RefundReason = (typeof refundReasons)[number]

export const refundStates = ['open', 'requested', 'approved', 'atGateway', 'returned', 'dismissed'] as const
export type RefundState = (typeof refundStates)[number]

export const refundVerbs = ['request', 'approve', 'askGateway', 'return', 'dismiss'] as const
export type RefundVerb = (typeof refundVerbs)[number]

/**
 * The two ways back: by the gateway while the money has not been settled (the same day), or by the law's: a request of
 * the payer (Codul de procedură fiscală), which the town hall answers within 45 days from its treasury account.
 */
const ways: Record<RefundVerb, { from: readonly RefundState[]; to: RefundState }> = {
  request: { from: ['open'], to: 'requested' },
  approve: { from: ['open', 'requested'], to: 'approved' },
  askGateway: { from: ['approved'], to: 'atGateway' },
  return: { from: ['approved', 'atGateway'], to: 'returned' },
  dismiss: { from: ['open', 'requested'], to: 'dismissed' },
}

export const refundTermDays = 45

export type RefundCase = {
  state: RefundState
  /** Who did the last step before an approval: the same person never approves. */
  preparedBy: string | null
  /** The day of the payment, and today: the gateway gives back only what it has not settled. */
  paidOn: Day
  today: Day
}

export type RefundStep =
  | { kind: 'goes'; to: RefundState }
  | { kind: 'refused'; code: 'not-from-this-state' | 'needs-another' | 'settled-already' }

export function refundStep(
  verb: RefundVerb,
  { state, preparedBy, paidOn, today }: RefundCase,
  actor: string,
): RefundStep {
  const { from, to } = ways[verb]
  if (!from.includes(state)) return { kind: 'refused', code: 'not-from-this-state' }
  if (verb === 'approve' && preparedBy === actor) return { kind: 'refused', code: 'needs-another' }
  if (verb === 'askGateway' && today > paidOn) return { kind: 'refused', code: 'settled-already' }
  return { kind: 'goes', to }
}

/** Which steps this person may take now. */
export const openSteps = (refund: RefundCase, actor: string): RefundVerb[] =>
  refundVerbs.filter((verb) => refundStep(verb, refund, actor).kind === 'goes')

export const refundDueOn = (requestedOn: Day): Day => addDays(requestedOn, refundTermDays)
