import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { entryNote, rowId } from './entry-inputs.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'
import { missingPlace } from './working-people.ts'

export const HandOverInput = z.object({ responsibleId: rowId, note: entryNote.default('') })

/** Hands the paper to a colleague: a dated line, as in the book that clerks sign (condica). */
export const handOverEntry = (req: PayloadRequest, id: number, input: z.infer<typeof HandOverInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'handOver', now }, async (entry, _, transaction) => {
    const { responsibleId, note } = input
    const missing = await missingPlace(transaction, { personIds: [responsibleId] })
    if (missing) return missing
    if (entry.concernsId === responsibleId) return refused('own-activity', 'responsibleId')
    return {
      kind: 'change',
      set: { responsibleId },
      event: { kind: 'handedOver', data: { from: entry.responsibleId, to: responsibleId, note } },
    }
  })
