import { type Exchange, seeOther } from '../filings/answer-requests.ts'
import { newReportPath, sentReportPath } from '../paths.ts'
import type { ReportDesk } from './report-desk.ts'
import type { ShowReport } from './reports.endpoint.ts'

/** `/sesizari/trimisa/<token>/`: what was sent, its number as soon as there is one, and where it stands by now. */
export async function answerSentReport(
  exchange: Exchange,
  { desk, show, token: text }: { desk: ReportDesk; show: ShowReport; token: string },
): Promise<void> {
  const token = desk.readToken(text)
  const found = token && (await desk.spool.find(token.id))
  if (!token || !found) return seeOther(exchange.response, newReportPath)
  const path = sentReportPath(token.text)
  if (found.kind === 'waiting') return show(exchange, path, { kind: 'waiting', report: found.item, token: token.text })
  if (found.kind !== 'answered') return
  const { answer } = found
  if (answer.kind === 'set-aside') return show(exchange, path, { kind: 'set-aside', answer })
  const { numar, cod } = answer.receipt
  const adresa = desk.visitorOf(exchange.request)
  const status = await desk.cms.reportStatus({ numar, cod, adresa }).catch(() => null)
  await show(exchange, path, { kind: 'registered', answer, status })
}
