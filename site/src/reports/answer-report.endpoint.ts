import { readBody, UnreadableBody } from '../files/receive-form.ts'
import { type Exchange, isAcceptable } from '../filings/answer-requests.ts'
import { answerReportPath } from '../paths.ts'
import type { ReportDesk } from './report-desk.ts'
import type { AnswerOutcome, AnswerTyped } from './report-page.ts'
import type { ShowReport } from './reports.endpoint.ts'
import { reportWords } from './reports.ro.ts'

/**
 * `/sesizari/<number>/raspuns/`: the reporter says that it is done, or that it is not. By the code of the confirmation,
 * or by the link of the letter, which carries a token in its place.
 */
export async function answerReporter(
  exchange: Exchange,
  { desk, show, number, url }: { desk: ReportDesk; show: ShowReport; number: string; url: URL },
): Promise<boolean> {
  const report = desk.publicReport(number)
  if (!report) return false
  const path = answerReportPath({ number })
  const asked = {
    code: '',
    token: (url.searchParams.get('jeton') ?? '').slice(0, 200),
    choice: url.searchParams.get('raspuns') ?? '',
    reason: '',
  }
  if (exchange.request.method !== 'POST') {
    await show(exchange, path, { kind: 'answer', report, typed: asked, outcome: { kind: 'ask' } })
    return true
  }
  if (!isAcceptable(exchange)) return true
  const typed = await readTyped(exchange)
  const outcome = await settle(exchange, { desk, number, typed })
  const status = { ask: 200, taken: 200, wrong: 422, unavailable: 503 }[outcome.kind]
  await show(exchange, path, { kind: 'answer', report, typed, outcome }, status)
  return true
}

async function settle(
  exchange: Exchange,
  { desk, number, typed }: { desk: ReportDesk; number: string; typed: AnswerTyped },
): Promise<AnswerOutcome> {
  const { choice, code, token, reason } = typed
  const wrong = (field: 'cod' | 'raspuns' | 'motiv', sentence: string): AnswerOutcome => ({
    kind: 'wrong',
    faults: [{ field, sentence }],
  })
  if (choice !== 'confirmed' && choice !== 'reopened') return wrong('raspuns', reportWords.choiceMissing)
  if (choice === 'reopened' && reason.length < 3) return wrong('motiv', reportWords.reasonMissing)
  try {
    const outcome = await desk.cms.answerReport({
      numar: number,
      ...(token ? { jeton: token } : { cod: code }),
      raspuns: choice,
      motiv: reason,
      adresa: desk.visitorOf(exchange.request),
    })
    if (outcome.kind === 'taken') return { kind: 'taken', choice, standing: outcome.standing }
    if (outcome.kind === 'refused') return wrong('raspuns', outcome.sentence)
    return wrong('cod', outcome.kind === 'too-many' ? reportWords.tooMany : reportWords.wrongPair)
  } catch (error) {
    console.error("The record could not be told the reporter's word", error)
    return { kind: 'unavailable' }
  }
}

async function readTyped({ request }: Exchange): Promise<AnswerTyped> {
  const body = await readBody(request, 16_384).catch((error: unknown) => {
    if (error instanceof UnreadableBody) return ''
    throw error
  })
  const posted = new URLSearchParams(body)
  const field = (name: string, most: number) => (posted.get(name) ?? '').trim().slice(0, most)
  return {
    code: field('cod', 40),
    token: field('jeton', 200),
    choice: field('raspuns', 20),
    reason: field('motiv', 1_000),
  }
}
