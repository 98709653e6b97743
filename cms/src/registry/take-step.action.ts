import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import {
  ApproveAnswerInput,
  approveAnswer,
  DispatchInput,
  DraftAnswerInput,
  dispatchAnswer,
  draftAnswer,
  ReturnDraftInput,
  returnDraft,
} from './answer-entry.action.ts'
import {
  AskCompletionInput,
  askCompletion,
  ReceiveCompletionInput,
  receiveCompletion,
} from './ask-completion.action.ts'
import { CloseInput, closeEntry, WithdrawInput, withdrawEntry } from './close-entry.action.ts'
import type { EntryVerb } from './entry-lifecycle.ts'
import { ExtendInput, extendTerm } from './extend-term.action.ts'
import { FillReservedInput, fillReserved } from './fill-reserved.action.ts'
import { ForwardInput, forwardEntry, ReclassifyInput, reclassifyEntry } from './forward-entry.action.ts'
import { HandOverInput, handOverEntry } from './hand-over-entry.action.ts'
import {
  AttachInput,
  attachFiles,
  LinkInput,
  linkEntry,
  NoteInput,
  noteEntry,
  StartInput,
  startEntry,
} from './note-entry.action.ts'
import { AbuseInput, closeAsAbuse, PassReviewInput, passReview } from './review-entry.action.ts'
import { RouteInput, routeEntry } from './route-entry.action.ts'
import { SendLetterAgainInput, sendLetterAgain } from './send-letter-again.action.ts'
import { ConfirmVoidInput, RequestVoidInput, requestVoid, voidNumber } from './void-number.action.ts'
import type { EntryOutcome } from './work-on-entry.action.ts'

type Step = (req: PayloadRequest, id: number, body: unknown, now: Date) => Promise<EntryOutcome | z.ZodError>

/** A step of an entry as HTTP knows it: the body is parsed by its schema, then the action decides. */
const step =
  <Schema extends z.ZodType>(
    schema: Schema,
    action: (req: PayloadRequest, id: number, input: z.infer<Schema>, now: Date) => Promise<EntryOutcome>,
  ): Step =>
  async (req, id, body, now) => {
    const input = schema.safeParse(body)
    return input.success ? action(req, id, input.data, now) : input.error
  }

const steps = {
  passReview: step(PassReviewInput, passReview),
  closeAsAbuse: step(AbuseInput, closeAsAbuse),
  route: step(RouteInput, routeEntry),
  handOver: step(HandOverInput, handOverEntry),
  note: step(NoteInput, noteEntry),
  start: step(StartInput, startEntry),
  askCompletion: step(AskCompletionInput, askCompletion),
  receiveCompletion: step(ReceiveCompletionInput, receiveCompletion),
  extend: step(ExtendInput, extendTerm),
  forward: step(ForwardInput, forwardEntry),
  reclassify: step(ReclassifyInput, reclassifyEntry),
  link: step(LinkInput, linkEntry),
  attach: step(AttachInput, attachFiles),
  draftAnswer: step(DraftAnswerInput, draftAnswer),
  approveAnswer: step(ApproveAnswerInput, approveAnswer),
  returnDraft: step(ReturnDraftInput, returnDraft),
  dispatch: step(DispatchInput, dispatchAnswer),
  close: step(CloseInput, closeEntry),
  withdraw: step(WithdrawInput, withdrawEntry),
  fillReserved: step(FillReservedInput, fillReserved),
  requestVoid: step(RequestVoidInput, requestVoid),
  confirmVoid: step(ConfirmVoidInput, voidNumber),
  sendLetterAgain: step(SendLetterAgainInput, sendLetterAgain),
} satisfies Record<EntryVerb, Step>

/** Does one step with an entry, by its verb; a body that the step cannot read is answered with its faults. */
export const takeStep = (
  req: PayloadRequest,
  { id, verb, body, now }: { id: number; verb: EntryVerb; body: unknown; now: Date },
): Promise<EntryOutcome | z.ZodError> => steps[verb](req, id, body, now)
