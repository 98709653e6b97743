import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { entryNote, rowId } from './entry-inputs.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'
import { missingPlace } from './working-people.ts'

/** The routing order (rezoluție): who resolves it, who is told, and in what words. */
export const RouteInput = z.object({
  departmentId: rowId,
  responsibleId: rowId.nullish(),
  informedIds: z.array(rowId).max(20).default([]),
  concernsId: rowId.nullish(),
  isConfidential: z.boolean().optional(),
  order: entryNote.default(''),
})

export const routeEntry = (req: PayloadRequest, id: number, input: z.infer<typeof RouteInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'route', now }, async (entry, _, transaction) => {
    const { departmentId, responsibleId = null, informedIds, order } = input
    const concernsId = input.concernsId ?? entry.concernsId
    const missing = await missingPlace(transaction, {
      departmentId,
      personIds: [responsibleId ?? [], concernsId ?? [], informedIds].flat(),
    })
    if (missing) return missing
    if (concernsId !== null && concernsId === responsibleId) return refused('own-activity', 'responsibleId')
    return {
      kind: 'change',
      set: {
        departmentId,
        responsibleId,
        concernsId,
        isConfidential: input.isConfidential ?? entry.isConfidential,
      },
      informedIds,
      event: { kind: 'routed', data: { departmentId, responsibleId, informedIds, order } },
      mail: { kind: 'routed' },
    }
  })
