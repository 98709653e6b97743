import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { fileTypeFromBuffer } from 'file-type'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { keepFiledBytes, readFiledBytes } from '../files/filed-bytes.ts'
import type { EntryFile } from '../registry/contract.ts'
import { DeclineInput, declineReport, FinishInput, finishReport } from './finish-report.action.ts'
import { mediaFaults } from './media/media.ro.ts'
import { judgeMedia, mediaLimits } from './media/media-kinds.ts'
import { MergeInput, mergeReports } from './merge-reports.action.ts'
import {
  EditInput,
  editReport,
  HoldInput,
  holdReport,
  publishReport,
  RefuseInput,
  refuseReport,
  takeDownReport,
} from './moderate-report.action.ts'
import { mayModerate, type StaffVerb } from './report-lifecycle.ts'
import { reportWorkerOf } from './reports.access.ts'
import { type ReportCode, reportMessages } from './reports.ro.ts'
import {
  ForwardInput,
  forwardReport,
  NoteInput,
  noteReport,
  PlanInput,
  planReport,
  RouteInput,
  routeReport,
  StartInput,
  startReport,
} from './route-report.action.ts'
import type { ReportOutcome } from './work-on-report.action.ts'

type Step = (req: PayloadRequest, id: number, body: unknown, now: Date) => Promise<ReportOutcome | z.ZodError>

const step =
  <Schema extends z.ZodType>(
    schema: Schema,
    action: (req: PayloadRequest, id: number, input: z.output<Schema>, now: Date) => Promise<ReportOutcome>,
  ): Step =>
  async (req, id, body, now) => {
    const input = schema.safeParse(body)
    return input.success ? action(req, id, input.data, now) : input.error
  }

const steps = {
  publish: step(EditInput, publishReport),
  edit: step(EditInput, editReport),
  hold: step(HoldInput, holdReport),
  refuse: step(RefuseInput, refuseReport),
  takeDown: step(RefuseInput, takeDownReport),
  route: step(RouteInput, routeReport),
  forward: step(ForwardInput, forwardReport),
  plan: step(PlanInput, planReport),
  start: step(StartInput, startReport),
  note: step(NoteInput, noteReport),
  finish: step(FinishInput, finishReport),
  decline: step(DeclineInput, declineReport),
  merge: step(MergeInput, mergeReports),
} satisfies Record<StaffVerb, Step>

const statuses: Partial<Record<ReportCode, number>> = {
  'report-unknown': 404,
  'not-entitled': 403,
  'not-from-this-state': 409,
}
const fault = (status: number, mesaj: string, camp = '') =>
  Response.json({ erori: [{ camp, mesaj }] }, { status, headers: { 'cache-control': 'no-store' } })

/** `POST /api/reports/desk/<id>/<verb>`: one step with one report. */
const stepEndpoint: Endpoint = {
  path: '/desk/:id/:verb',
  method: 'post',
  handler: async (req) => {
    const id = z.coerce.number().int().positive().safeParse(req.routeParams?.['id'])
    const verb = String(req.routeParams?.['verb'])
    if (!id.success || !Object.hasOwn(steps, verb)) return fault(404, reportMessages['report-unknown'])
    const body = (await req.json?.().catch(() => null)) ?? {}
    const outcome = await steps[verb as StaffVerb](req, id.data, body, new Date())
    if (outcome instanceof z.ZodError)
      return Response.json(
        { erori: outcome.issues.map(({ path, message }) => ({ camp: path.map(String).join('.'), mesaj: message })) },
        { status: 422 },
      )
    if (outcome.kind === 'refused')
      return fault(statuses[outcome.code] ?? 422, reportMessages[outcome.code], outcome.field)
    return Response.json(outcome)
  },
}

/** Enough to know a file by. */
const head = { from: 0, to: 4_199 }

/** `POST /api/reports/desk/proof?nume=`: the bytes of a photo of the work, judged by content; answers how a step names them. */
const proofEndpoint: Endpoint = {
  path: '/desk/proof',
  method: 'post',
  handler: async (req) => {
    const worker = reportWorkerOf(req)
    if (!worker || !mayModerate(worker)) return fault(403, reportMessages['not-entitled'])
    const query = new URL(req.url ?? '', 'http://localhost').searchParams
    const name = (query.get('nume') ?? '').replaceAll(/[\p{Cc}/\\]/gu, '').slice(0, 200) || 'dovada'
    if (!req.body) return fault(422, mediaFaults['media-empty'])
    const stream = req.body as unknown as ReadableStream<Uint8Array>
    const kept = await keepFiledBytes(stream, { most: mediaLimits.videoBytes })
    if (kept.kind === 'refused') return fault(422, mediaFaults['media-too-large'])
    const detected = (await fileTypeFromBuffer(await buffer(readFiledBytes(kept.sha256, head))))?.mime ?? null
    const verdict = judgeMedia({ detected, bytes: kept.bytes })
    if (verdict.kind === 'refused') return fault(422, mediaFaults[verdict.code])
    const { sha256, bytes } = kept
    return Response.json({ sha256, name, bytes, mimeType: verdict.mimeType } satisfies EntryFile, { status: 201 })
  },
}

export const reportDeskEndpoints: Endpoint[] = [proofEndpoint, stepEndpoint]
