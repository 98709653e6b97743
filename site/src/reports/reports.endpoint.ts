import { answerUpload } from '../files/uploads.endpoint.ts'
import { answerJson, type Exchange, isAcceptable, refuse } from '../filings/answer-requests.ts'
import { reportUploadsPath } from '../paths.ts'
import { answerReporter } from './answer-report.endpoint.ts'
import { answerFollow } from './follow-report.endpoint.ts'
import { answerNearby } from './nearby-reports.endpoint.ts'
import { answerNewReport } from './new-report.endpoint.ts'
import type { ReportDesk } from './report-desk.ts'
import { reportLimitsOf } from './report-limits.ts'
import type { ReportPage } from './report-page.ts'
import { reportFaultSentence, reportWords } from './reports.ro.ts'
import { answerSentReport } from './sent-report.endpoint.ts'
import { answerSubmittedReport } from './submit-report.endpoint.ts'

/** Shows a page: the path that its route has, and what it is made of. */
export type ShowReport = (exchange: Exchange, path: string, page: ReportPage, status?: number) => Promise<void>
type Asked = { desk: ReportDesk; show: ShowReport; url: URL }

/** Whether an address is one of those about reports that are made on request; everything else under `/sesizari/` is a file. */
export const isOfReports = (path: string): boolean =>
  /^\/sesizari\/(noua|trimisa)(\/(?!lucrator\.js$)|$)/.test(path) ||
  /^\/sesizari\/20\d\d-\d{4,7}\/(raspuns|urmaresc|nu-mai-urmaresc)\/?$/.test(path) ||
  /^\/api\/sesizari(\/|$)/.test(path)

/** Answers what is about reports; false where there is nothing. */
export async function answerReports(exchange: Exchange, path: string, asked: Asked): Promise<boolean> {
  const [, first = '', second = '', third = '', fourth = ''] = path.split('/')
  if (first === 'api') return answerApi(exchange, { ...asked, name: third, token: fourth })
  if (second === 'noua') await answerNewReport(exchange, { ...asked, token: third })
  else if (second === 'trimisa') await answerSentReport(exchange, { ...asked, token: third })
  else if (third === 'raspuns') return answerReporter(exchange, { ...asked, number: second })
  else return answerFollow(exchange, { ...asked, number: second, action: third === 'urmaresc' ? 'follow' : 'end' })
  return true
}

async function answerApi(
  exchange: Exchange,
  { desk, url, name, token }: Asked & { name: string; token: string },
): Promise<boolean> {
  if (name === '') await answerSubmittedReport(exchange, desk)
  else if (name === 'aproape') await answerNearby(exchange, { desk, url })
  else if (name === 'jeton') await answerToken(exchange, desk)
  else if (name === 'fisiere') await answerReportUpload(exchange, desk, token)
  else return false
  return true
}

/** `POST /api/sesizari/jeton`: a page that lay on the phone without a network asks for what a fresh page has. */
async function answerToken(exchange: Exchange, desk: ReportDesk): Promise<void> {
  if (!isAcceptable(exchange)) return
  const { request, response } = exchange
  if (!(await desk.mayAsk(desk.visitorOf(request)))) return refuse(response, 429, reportWords.tooMany)
  const { text } = desk.issueToken()
  answerJson(response, 200, { jeton: text, fisiere: reportUploadsPath(text) })
}

async function answerReportUpload(exchange: Exchange, desk: ReportDesk, text: string): Promise<void> {
  const token = desk.readToken(text)
  if (!token || (await desk.spool.find(token.id))) return refuse(exchange.response, 404, reportWords.unreadable)
  await answerUpload(exchange, {
    quarantine: desk.quarantine,
    owner: {
      id: token.id,
      address: reportUploadsPath(token.text),
      limitsOf: reportLimitsOf,
      sentenceOf: (field, code) => reportFaultSentence({ field, code }),
    },
  })
}
