import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { areKept } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from './book-facts.ts'
import type { Wait } from './due-date.ts'
import { entryFiles, entryNote, reason } from './entry-inputs.ts'
import { entryTerm } from './entry-term.ts'
import { type LockedEntry, refused, workOnEntry } from './work-on-entry.action.ts'

export const AskCompletionInput = z.object({ what: reason })

/** Asks the applicant for what is missing, and notes the clock: by its law the term stops, starts again or runs on. */
export const askCompletion = (
  req: PayloadRequest,
  id: number,
  { what }: z.infer<typeof AskCompletionInput>,
  now: Date,
) =>
  workOnEntry(req, { id, verb: 'askCompletion', now }, async (entry) => {
    const waits = [...entry.waits, { from: dayOf(now), to: null }]
    return {
      kind: 'change',
      waits,
      term: await termWith(req, entry, waits),
      event: { kind: 'completionAsked', data: { what } },
      mail: { kind: 'completionAsked', data: { what } },
    }
  })

export const ReceiveCompletionInput = z.object({ note: entryNote.default(''), files: entryFiles })

export const receiveCompletion = (
  req: PayloadRequest,
  id: number,
  { note, files }: z.infer<typeof ReceiveCompletionInput>,
  now: Date,
) =>
  workOnEntry(req, { id, verb: 'receiveCompletion', now }, async (entry) => {
    if (!(await areKept(files))) return refused('file-unknown', 'files')
    const waits = entry.waits.map((wait) => (wait.to === null ? { ...wait, to: dayOf(now) } : wait))
    return {
      kind: 'change',
      waits,
      files: [...entry.files, ...files],
      term: await termWith(req, entry, waits),
      event: { kind: 'completionReceived', data: { note, files: files.map(({ name }) => name) } },
    }
  })

async function termWith(req: PayloadRequest, entry: LockedEntry, waits: readonly Wait[]) {
  const { calendar } = await bookFacts(req)
  const { term, registeredOn, isExtended } = entry
  return entryTerm({ term, registeredOn, waits, isExtended, calendar })
}
