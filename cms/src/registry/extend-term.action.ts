import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from './book-facts.ts'
import { ruleOf } from './deadline-rules.ts'
import { judgeExtension } from './due-date.ts'
import { reason } from './entry-inputs.ts'
import { entryTerm } from './entry-term.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'

export const ExtendInput = z.object({ reason })

/** Extends the term once, as far as its law goes, and tells the applicant why. */
export const extendTerm = (req: PayloadRequest, id: number, input: z.infer<typeof ExtendInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'extend', now }, async (entry) => {
    if (!entry.term) return refused('extension-not-in-law')
    const { isExtended, dueOn, term, registeredOn, waits } = entry
    const verdict = judgeExtension({ rule: ruleOf(term), isExtended, dueOn, today: dayOf(now) })
    if (verdict.kind === 'refused') return refused(verdict.code)
    const { calendar } = await bookFacts(req)
    const extended = entryTerm({ term, registeredOn, waits, isExtended: true, calendar })
    return {
      kind: 'change',
      set: { isExtended: true },
      term: extended,
      event: { kind: 'extended', data: { reason: input.reason, from: dueOn, to: extended.dueOn } },
      mail: { kind: 'extended', data: { reason: input.reason, dueOn: extended.dueOn } },
    }
  })
