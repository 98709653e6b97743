import { z } from 'zod'
import { readBody, UnreadableBody } from '../files/receive-form.ts'
import { type Exchange, isAcceptable, seeOther } from '../filings/answer-requests.ts'
import { followReportPath, reportPath, unfollowReportPath } from '../paths.ts'
import type { ReportDesk } from './report-desk.ts'
import type { ReportPage } from './report-page.ts'
import type { ShowReport } from './reports.endpoint.ts'

type Asked = { desk: ReportDesk; show: ShowReport; number: string; url: URL }
const Email = z.email().max(254)

/**
 * `/sesizari/<number>/urmaresc/` and `…/nu-mai-urmaresc/`. Posted with an address, following is asked for; the link of
 * a letter (`?jeton=`) shows one button, because programs open links in letters before people do.
 */
export async function answerFollow(exchange: Exchange, asked: Asked & { action: 'follow' | 'end' }): Promise<boolean> {
  const { request, response } = exchange
  const { number, url, action, desk } = asked
  const token = url.searchParams.get('jeton')
  if (token) {
    await answerLetter(exchange, { ...asked, token: token.slice(0, 200) })
    return true
  }
  const report = desk.publicReport(number)
  if (!report) return false
  if (request.method !== 'POST' || action === 'end') {
    seeOther(response, `${reportPath({ number })}#urmareste`)
    return true
  }
  if (isAcceptable(exchange)) await takeFollower(exchange, asked, report)
  return true
}

async function takeFollower(
  exchange: Exchange,
  { desk, show, number }: Asked,
  report: Extract<ReportPage, { kind: 'follow' }>['report'],
): Promise<void> {
  const posted = new URLSearchParams(await readBody(exchange.request, 8_192).catch(emptyWhenUnreadable))
  const typed = (posted.get('email') ?? '').trim().slice(0, 300)
  const email = Email.safeParse(typed)
  const tell = (outcome: Extract<ReportPage, { kind: 'follow' }>['outcome'], status: number) =>
    show(exchange, followReportPath({ number }), { kind: 'follow', report, outcome, email: typed }, status)
  if (!email.success) return tell('email-wrong', 422)
  // Whoever fills in what people cannot see is a program: it is told the same, and nothing is sent.
  if (posted.get('website')) return tell('asked', 200)
  const adresa = desk.visitorOf(exchange.request)
  const outcome = await desk.cms
    .followReport({ numar: number, email: email.data, adresa })
    .catch((error: unknown) => told('asked to tell somebody of a report', error))
  if (outcome === 'taken') return tell('asked', 200)
  await (outcome === 'too-many' ? tell('too-many', 429) : tell('unavailable', 503))
}

async function answerLetter(
  exchange: Exchange,
  { desk, show, number, action, token }: Asked & { action: 'follow' | 'end'; token: string },
): Promise<void> {
  const path = action === 'follow' ? followReportPath({ number }) : unfollowReportPath({ number })
  const tell = (outcome: Extract<ReportPage, { kind: 'letter' }>['outcome'], status = 200) =>
    show(exchange, path, { kind: 'letter', number, action, token, outcome }, status)
  if (exchange.request.method !== 'POST') return tell('ask')
  if (!isAcceptable(exchange)) return
  await readBody(exchange.request, 8_192).catch(emptyWhenUnreadable)
  const isGood = await desk.cms
    .settleFollow(action === 'follow' ? 'confirm' : 'end', token)
    .catch((error: unknown) => told('asked about the link of a letter', error))
  if (isGood === null) return tell('unavailable', 503)
  await (isGood ? tell('done') : tell('wrong', 404))
}

function told(what: string, error: unknown): null {
  console.error(`The record could not be ${what}`, error)
  return null
}

function emptyWhenUnreadable(error: unknown): string {
  if (error instanceof UnreadableBody) return ''
  throw error
}
