import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { bookFacts } from './book-facts.ts'
import { correspondentFields, documentFields } from './entry-inputs.ts'
import { termOf } from './entry-kinds.ts'
import { entryTerm } from './entry-term.ts'
import { workOnEntry } from './work-on-entry.action.ts'

export const FillReservedInput = z.object({ ...documentFields, ...correspondentFields })

/** Gives a reserved number its document. The number and its day stay what they were. */
export const fillReserved = (req: PayloadRequest, id: number, input: z.infer<typeof FillReservedInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'fillReserved', now }, async (entry) => {
    const { calendar } = await bookFacts(req)
    const term = input.direction === 'incoming' ? termOf(input.kind) : null
    return {
      kind: 'change',
      set: input,
      term: entryTerm({ term, registeredOn: entry.registeredOn, calendar }),
      event: { kind: 'reservedFilled', data: { kind: input.kind, channel: input.channel } },
    }
  })
