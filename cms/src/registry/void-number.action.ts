import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { reason } from './entry-inputs.ts'
import { workOnEntry } from './work-on-entry.action.ts'

export const RequestVoidInput = z.object({ reason })

/** The first pair of eyes: a number given by mistake is proposed for voiding, with the reason that will stand beside it. */
export const requestVoid = (req: PayloadRequest, id: number, input: z.infer<typeof RequestVoidInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'requestVoid', now }, async (_, worker) => ({
    kind: 'change',
    set: { voidReason: input.reason, voidRequestedById: worker.id },
    event: { kind: 'voidRequested', data: { reason: input.reason } },
  }))

export const ConfirmVoidInput = z.object({})

/** The second pair: somebody else takes the number out of use. It keeps its place in the book and is never given again. */
export const voidNumber = (req: PayloadRequest, id: number, _: z.infer<typeof ConfirmVoidInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'confirmVoid', now }, async () => ({ kind: 'change', event: { kind: 'voided' } }))
