import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { readBody, UnreadableBody } from '../files/receive-form.ts'
import { answerJson, type Exchange, isAcceptable, refuse } from '../filings/answer-requests.ts'
import { provisionalName } from '../filings/kept-filing.ts'
import { reportPath } from '../paths.ts'
import { dayOf } from '../romanian/dates.ts'
import { judgeReport } from './judge-report.ts'
import type { ReportDesk } from './report-desk.ts'
import type { TakenReport } from './report-spool.ts'
import { reportFaultSentence, reportWords } from './reports.ro.ts'
import { submissionOf } from './submission.ts'

const text = z.coerce.string().optional()
const Posted = z.object({
  key: z.string().min(1).max(200),
  categorie: text,
  descriere: text,
  lat: text,
  lng: text,
  sat: text,
  loc: text,
  nume: text,
  email: text,
  telefon: text,
  raspuns: z.union([z.boolean(), z.string()]).optional(),
})

/** `POST /api/sesizari`: a program reports, in JSON, under a key of its own; its keys are kept apart from those of pages. */
export async function answerSubmittedReport(exchange: Exchange, desk: ReportDesk): Promise<void> {
  if (!isAcceptable(exchange)) return
  const { request, response } = exchange
  const posted = Posted.safeParse(await readJson(exchange))
  if (!posted.success) {
    const isKey = posted.error.issues.some(({ path: [field] }) => field === 'key')
    return isKey ? refuse(response, 422, reportWords.keyMissing, 'key') : refuse(response, 422, reportWords.unreadable)
  }
  const { key: name, raspuns, ...raw } = posted.data
  const judged = judgeReport(
    { ...raw, raspuns: raspuns === true || raspuns === 'da' ? 'da' : '' },
    { categories: desk.categories.map(({ slug }) => slug), villages: desk.villages, hasMedia: false },
  )
  if (judged.kind === 'wrong')
    return answerJson(response, 422, {
      erori: judged.faults.map((fault) => ({ camp: fault.field, mesaj: reportFaultSentence(fault) })),
    })
  const visitor = desk.visitorOf(request)
  const key = `m${createHash('sha256').update(name).digest('hex')}`
  const review = (await desk.isOneOfMany(visitor)) ? (['one-of-many'] as const) : []
  const outcome = await desk.spool.take({
    key,
    files: [],
    receivedAt: new Date().toISOString(),
    submission: submissionOf(judged.report, {
      ...{ key, files: [], categories: desk.categories, source: 'site', review: [...review], visitor },
    }),
  })
  answerMachine(response, outcome)
}

function answerMachine(response: ServerResponse, outcome: TakenReport): void {
  if (outcome.kind === 'key-reused') refuse(response, 409, reportWords.keyReused)
  else if (outcome.kind === 'refused') answerJson(response, outcome.status, { erori: outcome.faults })
  else if (outcome.kind === 'answered' && outcome.answer.kind === 'registered') {
    const { receipt } = outcome.answer
    answerJson(response, 201, { ...receipt, adresa: reportPath({ number: receipt.numar }) })
  } else {
    const { key, receivedAt } = outcome.kind === 'waiting' ? outcome.item : outcome.answer
    answerJson(response, 201, {
      ...{ numar: provisionalName(key), data: dayOf(receivedAt), cod: null, petitie: null, provizoriu: true },
      adresa: null,
    })
  }
}

const readJson = async ({ request }: Exchange): Promise<unknown> => {
  try {
    return JSON.parse(await readBody(request, 256 * 1024))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnreadableBody) return null
    throw error
  }
}
