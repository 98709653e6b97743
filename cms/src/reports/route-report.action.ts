import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { Day } from '../publishing/contract.ts'
import { categoryFacts } from './category-facts.ts'
import { departmentName } from './moderate-report.action.ts'
import { refused, workOnReport } from './work-on-report.action.ts'

const text = z.string().trim().max(1_000).default('')
const rowId = z.coerce.number().int().positive()

export const RouteInput = z.object({ departmentId: rowId, text })
export const routeReport = (req: PayloadRequest, id: number, input: z.infer<typeof RouteInput>, now: Date) =>
  workOnReport(req, { id, verb: 'route', now }, async (_, transaction) => {
    const department = await departmentName(transaction, input.departmentId)
    if (department === null) return refused('department-unknown', 'departmentId')
    return {
      kind: 'change',
      set: { departmentId: input.departmentId, authority: null },
      events: [{ kind: 'routed', data: { department, text: input.text } }],
    }
  })

export const ForwardInput = z.object({
  /** Empty for the authority of the category. */
  authority: z.string().trim().max(200).default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
  text,
})
/** Sends it to who answers for such things, and keeps it in sight: the page says who has it. */
export const forwardReport = (req: PayloadRequest, id: number, input: z.infer<typeof ForwardInput>, now: Date) =>
  workOnReport(req, { id, verb: 'forward', now }, async (report) => {
    const category = await categoryFacts(req, { id: report.categoryId })
    const authority = input.authority || category?.authority || ''
    if (authority === '') return refused('authority-missing', 'authority')
    const email =
      input.email ||
      (input.authority === '' || input.authority === category?.authority ? category?.authorityEmail : null)
    return {
      kind: 'change',
      set: { authority },
      events: [{ kind: 'forwarded', data: { authority, text: input.text } }],
      ...(email ? { letterToAuthority: { email, authority } } : {}),
    }
  })

export const PlanInput = z.object({ on: Day, text })
export const planReport = (req: PayloadRequest, id: number, input: z.infer<typeof PlanInput>, now: Date) =>
  workOnReport(req, { id, verb: 'plan', now }, async () => {
    if (input.on < dayOf(now)) return refused('day-past', 'on')
    return {
      kind: 'change',
      set: { plannedOn: momentOfDay(input.on) },
      events: [{ kind: 'planned', data: { on: input.on, text: input.text } }],
    }
  })

export const StartInput = z.object({ text })
export const startReport = (req: PayloadRequest, id: number, input: z.infer<typeof StartInput>, now: Date) =>
  workOnReport(req, { id, verb: 'start', now }, async () => ({
    kind: 'change',
    events: [{ kind: 'started', data: { text: input.text } }],
  }))

export const NoteInput = z.object({ text: z.string().trim().min(2).max(1_000), isPublic: z.boolean().default(false) })
export const noteReport = (req: PayloadRequest, id: number, input: z.infer<typeof NoteInput>, now: Date) =>
  workOnReport(req, { id, verb: 'note', now }, async () => ({
    kind: 'change',
    events: [{ kind: input.isPublic ? 'noted' : 'noteInside', data: { text: input.text } }],
  }))
