import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { reason } from './entry-inputs.ts'
import { workOnEntry } from './work-on-entry.action.ts'

/** Somebody looked at what seemed made by a machine, and it is a paper like all others. */
export const PassReviewInput = z.object({})
export const passReview = (req: PayloadRequest, id: number, _: z.infer<typeof PassReviewInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'passReview', now }, async () => ({
    kind: 'change',
    set: { review: 'passed' },
    event: { kind: 'reviewPassed' },
  }))

/** Filed away with the reason: the number, the text and the files stay in the book. */
export const AbuseInput = z.object({ reason })
export const closeAsAbuse = (req: PayloadRequest, id: number, input: z.infer<typeof AbuseInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'closeAsAbuse', now }, async () => ({
    kind: 'change',
    set: { review: 'abuse', outcome: 'filed', outcomeReason: input.reason },
    event: { kind: 'closed', data: { reason: input.reason, isAbuse: true } },
  }))
