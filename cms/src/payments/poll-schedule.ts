import type { PaymentState } from './contract.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * Seconds until the gateway is asked again, after so many questions in this state; null when it is asked no more.
 * Soon while the citizen waits at the page, patiently later; a few times after a refusal, because the same order can
 * still be paid from a page that was left open; now and then about money that is there, which a bank may take back;
 * about a refund until it is settled.
 */
const waits: Partial<Record<PaymentState, { first: readonly number[]; last: number | null }>> = {
  created: { first: [], last: hour },
  sent: { first: [20, 30, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 30 * minute], last: hour },
  pending: { first: [5, 15, 30, minute, 2 * minute, 5 * minute, 15 * minute], last: hour },
  declined: { first: [10 * minute, hour, day], last: null },
  expired: { first: [day, 3 * day], last: null },
  paid: { first: [day, 3 * day, 10 * day], last: null },
  refundPending: { first: [0, 10, minute, 10 * minute], last: hour },
}

export function pollAfterSeconds(state: PaymentState, polls: number): number | null {
  const schedule = waits[state]
  return schedule ? (schedule.first[polls] ?? schedule.last) : null
}

/** A page of a gateway that nobody has paid on for so long is taken for left. */
const lifeOfAnOrder = day * 1000

export const isLeft = ({ createdAt, now }: { createdAt: Date; now: Date }): boolean =>
  now.getTime() - createdAt.getTime() > lifeOfAnOrder
