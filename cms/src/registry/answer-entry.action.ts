import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Transaction } from '../database/transaction.ts'
import { areKept } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import type { Correspondent } from './contract.ts'
import { entryFiles, optionalLine, reason } from './entry-inputs.ts'
import { noTerm } from './entry-term.ts'
import { storeEntry } from './store-entry.action.ts'
import { type LockedEntry, refused, workOnEntry } from './work-on-entry.action.ts'

const outcome = z.enum(['favourable', 'partial', 'unfavourable', 'redirected', 'filed'])

export const DraftAnswerInput = z.object({
  text: z.string().trim().max(20_000).default(''),
  files: entryFiles,
  outcome,
  outcomeReason: optionalLine,
})

export const draftAnswer = (req: PayloadRequest, id: number, input: z.infer<typeof DraftAnswerInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'draftAnswer', now }, async (entry, worker) => {
    if (entry.concernsId === worker.id) return refused('own-activity')
    if (!input.text && input.files.length === 0) return refused('answer-missing', 'text')
    if (!(await areKept(input.files))) return refused('file-unknown', 'files')
    return {
      kind: 'change',
      set: {
        answerText: input.text || null,
        draftedById: worker.id,
        outcome: input.outcome,
        outcomeReason: input.outcomeReason,
        responsibleId: entry.responsibleId ?? worker.id,
      },
      files: [...entry.files, ...input.files],
      event: { kind: 'answerDrafted', data: { outcome: input.outcome, files: input.files } },
    }
  })

export const ApproveAnswerInput = z.object({})
export const approveAnswer = (req: PayloadRequest, id: number, _: z.infer<typeof ApproveAnswerInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'approveAnswer', now }, async () => ({
    kind: 'change',
    event: { kind: 'answerApproved' },
  }))

export const ReturnDraftInput = z.object({ reason })
export const returnDraft = (req: PayloadRequest, id: number, input: z.infer<typeof ReturnDraftInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'returnDraft', now }, async () => ({
    kind: 'change',
    event: { kind: 'draftReturned', data: { reason: input.reason } },
  }))

export const DispatchInput = z.object({
  by: z.enum(['email', 'post', 'courier', 'counter']),
  /** Whether the answer takes a number of its own in the same register, or leaves under the number of the question. */
  withOwnNumber: z.boolean().default(false),
})

/** Sends the approved answer on its way. One that takes a number of its own is linked to its question. */
export const dispatchAnswer = (req: PayloadRequest, id: number, input: z.infer<typeof DispatchInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'dispatch', now }, async (entry, worker, transaction) => {
    if (input.by === 'email' && !entry.correspondentEmail) return refused('email-missing', 'by')
    const isLate = entry.dueOn !== null && dayOf(now) > entry.dueOn
    return {
      kind: 'change',
      set: { dispatchedBy: input.by, answeredAt: now.toISOString() },
      event: { kind: 'dispatched', data: { by: input.by, isLate } },
      mail: {
        kind: 'answered',
        data:
          input.by === 'email'
            ? { by: input.by, text: entry.answerText, files: await filesOfAnswer(transaction, id) }
            : { by: input.by },
      },
      ...(input.withOwnNumber ? { afterwards: () => numberAnswer(req, entry, input.by, worker.id, now) } : {}),
    }
  })

/** The files of the draft that was approved: what leaves with the letter. */
async function filesOfAnswer(transaction: Transaction, id: number): Promise<unknown> {
  const [drafted] = await transaction.rows<{ files: unknown }>(sql`
    select data -> 'files' as files from avizier.registry_events
    where entry_id = ${id} and kind = 'answerDrafted' order by id desc limit 1`)
  return drafted?.files ?? []
}

async function numberAnswer(
  req: PayloadRequest,
  entry: LockedEntry,
  channel: 'email' | 'post' | 'courier' | 'counter',
  workerId: number,
  now: Date,
): Promise<void> {
  const correspondent: Correspondent = {
    kind: 'person',
    name: entry.correspondentName,
    address: null,
    email: null,
    phone: null,
  }
  await storeEntry(req, {
    key: `answer-to-entry-${entry.id}`,
    registerId: entry.registerId,
    now,
    receivedAt: null,
    direction: 'outgoing',
    channel,
    kind: 'answer',
    subject: entry.subject,
    correspondent,
    issuer: { number: null, on: null },
    departmentId: entry.departmentId,
    responsibleId: entry.responsibleId,
    state: 'dispatched',
    term: noTerm,
    isConfidential: entry.isConfidential,
    pages: null,
    annexes: null,
    notes: null,
    files: [],
    answersId: entry.id,
    reserved: null,
    outcomeReason: null,
    actor: { id: String(workerId), name: String((req.user as { name?: string } | null)?.name ?? '') },
    events: [{ kind: 'received', data: { answers: entry.id } }],
    mail: null,
    reviewReasons: [],
    filing: null,
  })
}
