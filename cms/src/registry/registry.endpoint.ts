import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { type EntryVerb, entryVerbs } from './entry-lifecycle.ts'
import { arrangeLeave, callOffLeave, LeaveInput, type LeaveOutcome } from './leave.action.ts'
import {
  RegisterInput,
  type RegisterOutcome,
  ReserveInput,
  registerEntry,
  reserveNumber,
} from './register-entry.action.ts'
import { formatNumber } from './registration-number.ts'
import { registryMessages } from './registry.ro.ts'
import { takeStep } from './take-step.action.ts'
import type { EntryRefusal } from './work-on-entry.action.ts'

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
    if (!id.success || !(entryVerbs as readonly string[]).includes(verb))
      return Response.json({ erori: [] }, { status: 404 })
    const outcome = await takeStep(req, {
      id: id.data,
      verb: verb as EntryVerb,
      body: await bodyOf(req),
      now: new Date(),
    })
    if (outcome instanceof z.ZodError) return faulty(outcome)
    return outcome.kind === 'refused' ? refusal(outcome) : Response.json(outcome)
  },
}

const arranged = (outcome: LeaveOutcome): Response =>
  outcome.kind === 'refused' ? refusal(outcome) : Response.json({ id: outcome.id }, { status: 201 })

/** `POST /api/registry/leaves`: somebody is away and a colleague holds the place; `/leaves/<id>/call-off` ends it. */
export const leaveEndpoint: Endpoint = {
  path: '/leaves',
  method: 'post',
  handler: async (req) => {
    const input = LeaveInput.safeParse(await bodyOf(req))
    return input.success ? arranged(await arrangeLeave(req, input.data, new Date())) : faulty(input.error)
  },
}

export const callOffLeaveEndpoint: Endpoint = {
  path: '/leaves/:id/call-off',
  method: 'post',
  handler: async (req) => arranged(await callOffLeave(req, Number(req.routeParams?.['id']) || 0, new Date())),
}
