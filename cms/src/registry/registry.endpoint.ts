import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
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
import {
  RegisterInput,
  type RegisterOutcome,
  ReserveInput,
  registerEntry,
  reserveNumber,
} from './register-entry.action.ts'
import { formatNumber } from './registration-number.ts'
import { registryMessages } from './registry.ro.ts'
import { RouteInput, routeEntry } from './route-entry.action.ts'
import { ConfirmVoidInput, RequestVoidInput, requestVoid, voidNumber } from './void-number.action.ts'
import type { EntryOutcome, EntryRefusal } from './work-on-entry.action.ts'

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
} satisfies Record<EntryVerb, Step>

const bodyOf = async (req: PayloadRequest): Promise<unknown> => (await req.json?.().catch(() => null)) ?? {}
const faulty = (error: z.ZodError) =>
  Response.json(
    { erori: error.issues.map(({ path, message }) => ({ camp: path.map(String).join('.'), mesaj: message })) },
    { status: 422 },
  )

function refusal({ code, field }: EntryRefusal): Response {
  const status =
    code === 'entry-unknown' && field === ''
      ? 404
      : code === 'not-entitled' || code === 'void-needs-another'
        ? 403
        : code === 'not-from-this-state'
          ? 409
          : 422
  return Response.json({ erori: [{ camp: field, mesaj: registryMessages[code] }] }, { status })
}

function registered(outcome: RegisterOutcome): Response {
  if (outcome.kind === 'refused') return refusal(outcome)
  const { id, number, registeredAt, code } = outcome.entry
  const data = dayOf(registeredAt)
  return Response.json({ id, numar: number, data, scris: formatNumber(number, data), cod: code }, { status: 201 })
}

/** `POST /api/registry/entries` registers, `POST /api/registry/reserve` keeps a number. */
export const registerEndpoint: Endpoint = {
  path: '/entries',
  method: 'post',
  handler: async (req) => {
    const input = RegisterInput.safeParse(await bodyOf(req))
    return input.success ? registered(await registerEntry(req, input.data, new Date())) : faulty(input.error)
  },
}

export const reserveEndpoint: Endpoint = {
  path: '/reserve',
  method: 'post',
  handler: async (req) => {
    const input = ReserveInput.safeParse(await bodyOf(req))
    return input.success ? registered(await reserveNumber(req, input.data, new Date())) : faulty(input.error)
  },
}

/** `POST /api/registry/entries/<id>/<verb>`: one step with one entry. */
export const entryStepEndpoint: Endpoint = {
  path: '/entries/:id/:verb',
  method: 'post',
  handler: async (req) => {
    const id = z.coerce.number().int().positive().safeParse(req.routeParams?.['id'])
    const verb = String(req.routeParams?.['verb'])
    if (!id.success || !Object.hasOwn(steps, verb)) return Response.json({ erori: [] }, { status: 404 })
    const outcome = await steps[verb as EntryVerb](req, id.data, await bodyOf(req), new Date())
    if (outcome instanceof z.ZodError) return faulty(outcome)
    return outcome.kind === 'refused' ? refusal(outcome) : Response.json(outcome)
  },
}
