import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { optionalLine, reason } from './entry-inputs.ts'
import { workOnEntry } from './work-on-entry.action.ts'

export const CloseInput = z.object({ reason, fileCode: optionalLine })

/** Files the paper away, under its code of the records schedule. One that was not answered says why. */
export const closeEntry = (req: PayloadRequest, id: number, input: z.infer<typeof CloseInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'close', now }, async (entry) => ({
    kind: 'change',
    set: {
      fileCode: input.fileCode,
      ...(entry.state === 'dispatched' || entry.state === 'forwarded'
        ? {}
        : { outcome: 'filed', outcomeReason: input.reason }),
    },
    event: { kind: 'closed', data: { reason: input.reason, fileCode: input.fileCode } },
  }))

export const WithdrawInput = z.object({ reason })
export const withdrawEntry = (req: PayloadRequest, id: number, input: z.infer<typeof WithdrawInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'withdraw', now }, async () => ({
    kind: 'change',
    event: { kind: 'withdrawn', data: { reason: input.reason } },
  }))
