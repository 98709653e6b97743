import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from './book-facts.ts'
import { ruleOf } from './deadline-rules.ts'
import { dueDate } from './due-date.ts'
import { reason } from './entry-inputs.ts'
import { entryKinds, mayBecome } from './entry-kinds.ts'
import { entryTerm } from './entry-term.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'

export const ForwardInput = z.object({ to: reason, reason: reason })

/**
 * Sends a paper to the authority that can resolve it and tells the applicant. The law gives five days; a later
 * forwarding is done all the same, and the event says that it was late.
 */
export const forwardEntry = (req: PayloadRequest, id: number, input: z.infer<typeof ForwardInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'forward', now }, async (entry) => {
    const isLate = await isPast(req, 'petition.forward', entry.registeredOn, now)
    return {
      kind: 'change',
      set: { forwardedTo: input.to, outcome: 'redirected', outcomeReason: input.reason, answeredAt: now.toISOString() },
      event: { kind: 'forwarded', data: { to: input.to, reason: input.reason, isLate } },
      mail: { kind: 'forwarded', data: { to: input.to } },
    }
  })

export const ReclassifyInput = z.object({ to: z.enum(['petition', 'foi']), reason })

/**
 * HG 830/2022: a request that is not one for information becomes a petition (or the other way), the applicant is told
 * within five days, and the term is that of the other law from the same registration.
 */
export const reclassifyEntry = (req: PayloadRequest, id: number, input: z.infer<typeof ReclassifyInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'reclassify', now }, async (entry) => {
    if (!mayBecome(entry.kind, input.to)) return refused('may-not-become', 'to')
    const { calendar } = await bookFacts(req)
    const { registeredOn, waits } = entry
    const term = entryTerm({ term: entryKinds[input.to].term, registeredOn, waits, calendar })
    const isLate = await isPast(req, 'foi.reclassify', registeredOn, now)
    return {
      kind: 'change',
      set: { kind: input.to, isExtended: false },
      term,
      event: { kind: 'reclassified', data: { from: entry.kind, to: input.to, reason: input.reason, isLate } },
      mail: { kind: 'reclassified', data: { to: input.to, reason: input.reason, dueOn: term.dueOn } },
    }
  })

async function isPast(
  req: PayloadRequest,
  term: 'petition.forward' | 'foi.reclassify',
  from: string,
  now: Date,
): Promise<boolean> {
  const { calendar } = await bookFacts(req)
  return dayOf(now) > (dueDate({ rule: ruleOf(term), from, calendar }).dueOn ?? '')
}
