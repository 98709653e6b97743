import type { ReportReviewReason } from '@avizier/cms/reports'
import { receiveForm, UnreadableBody } from '../files/receive-form.ts'
import { answerJson, type Exchange, isAcceptable, refuse, seeOther, wantsPage } from '../filings/answer-requests.ts'
import { type FormToken, tooFast } from '../filings/form-token.ts'
import { draftReportPath, newReportPath, sentReportPath } from '../paths.ts'
import { judgeReport, type ReportFault } from './judge-report.ts'
import type { KeptReport } from './kept-report.ts'
import type { ReportDesk } from './report-desk.ts'
import { emptyReportDraft, type ReportDraft } from './report-draft.ts'
import { mediaLimits } from './report-limits.ts'
import type { ShowReport } from './reports.endpoint.ts'
import { reportFaultSentence, reportWords } from './reports.ro.ts'
import { submissionOf } from './submission.ts'

type Asked = { desk: ReportDesk; show: ShowReport }

/** `/sesizari/noua/[<token>/]`: the form, and what was typed in it right or wrong; posted, it is a report. */
export async function answerNewReport(
  exchange: Exchange,
  { desk, show, token: text }: Asked & { token: string },
): Promise<void> {
  const { request, response } = exchange
  if (request.method === 'POST') return takePost(exchange, { desk, show })
  if (!text)
    return show(exchange, newReportPath, {
      kind: 'new',
      token: desk.issueToken().text,
      draft: emptyReportDraft,
      files: [],
      unfinished: [],
      faults: [],
      isDraft: false,
    })
  const token = desk.readToken(text)
  if (!token) return seeOther(response, newReportPath)
  if (await desk.spool.find(token.id)) return seeOther(response, sentReportPath(token.text))
  const draft = (await desk.drafts.read(token.id)) ?? emptyReportDraft
  await show(exchange, draftReportPath(token.text), {
    kind: 'new',
    token: token.text,
    draft,
    files: await desk.quarantine.filesOf(token.id),
    unfinished: await desk.quarantine.unfinishedOf(token.id),
    faults: draft.faults,
    isDraft: true,
  })
}

async function takePost(exchange: Exchange, asked: Asked): Promise<void> {
  if (!isAcceptable(exchange)) return
  try {
    await takeReport(exchange, asked)
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    const isLong = error.cause === undefined
    refuse(exchange.response, isLong ? 413 : 422, isLong ? reportWords.tooLong : reportWords.unreadable)
  }
}

async function takeReport(exchange: Exchange, { desk }: Asked): Promise<void> {
  const { request, response } = exchange
  const fresh = desk.issueToken()
  const received = await receiveForm(request, {
    asked: new Map([['poze', mediaLimits]]),
    quarantine: desk.quarantine,
    owner: fresh.id,
  })
  const raw = Object.fromEntries(received.entries)
  const { jeton, website, actiune, ...typed } = raw
  const token = desk.readToken(jeton)
  const shown = token ?? fresh
  if (token && received.files.length > 0) await desk.quarantine.adopt(fresh.id, token.id)
  const found = await desk.spool.find(shown.id)
  if (found) return answerSent(exchange, shown)
  if (actiune === 'sterge') {
    await desk.drafts.remove(shown.id)
    await desk.quarantine.removeAll(shown.id)
    return seeOther(response, newReportPath)
  }
  const draft: ReportDraft = { raw: typed, faults: [], baitTaken: Boolean(website) }
  if (actiune?.startsWith('scoate:')) {
    await desk.quarantine.remove(shown.id, actiune.slice('scoate:'.length))
    await desk.drafts.write(shown.id, draft)
    return seeOther(response, draftReportPath(shown.text))
  }
  const files = await desk.quarantine.filesOf(shown.id)
  const judged = judgeReport(typed, {
    categories: desk.categories.map(({ slug }) => slug),
    villages: desk.villages,
    hasMedia: files.length > 0,
  })
  const faults: ReportFault[] = [
    ...received.faults.map(({ field, code }) => ({ field, code })),
    ...(files.length > mediaLimits.maxCount ? [{ field: 'poze', code: 'files-too-many' } as const] : []),
    ...(judged.kind === 'wrong' ? judged.faults : []),
  ]
  if (faults.length > 0 || judged.kind === 'wrong') {
    await desk.drafts.write(shown.id, { ...draft, faults })
    return answerWrong(exchange, { token: shown, faults })
  }
  const report: KeptReport = {
    key: shown.id,
    files,
    receivedAt: new Date().toISOString(),
    submission: submissionOf(judged.report, {
      key: shown.id,
      files,
      categories: desk.categories,
      source: 'site',
      review: await reviewOf({ desk, token, draft, visitor: desk.visitorOf(request) }),
      visitor: desk.visitorOf(request),
    }),
  }
  const outcome = await desk.spool.take(report)
  if (outcome.kind === 'key-reused') return refuse(response, 409, reportWords.keyReused)
  if (outcome.kind === 'refused') return answerJson(response, outcome.status, { erori: outcome.faults })
  await desk.drafts.remove(shown.id)
  answerSent(exchange, shown)
}

async function reviewOf({
  desk,
  token,
  draft,
  visitor,
}: {
  desk: ReportDesk
  token: FormToken | null
  draft: ReportDraft
  visitor: string
}): Promise<ReportReviewReason[]> {
  const reasons: ReportReviewReason[] = []
  if (!token) reasons.push('no-token')
  if (token && Date.now() - token.issuedAt < tooFast) reasons.push('too-fast')
  if (draft.baitTaken) reasons.push('bait-taken')
  if (await desk.isOneOfMany(visitor)) reasons.push('one-of-many')
  return reasons
}

/** A page is led on; the script of the page is told where, and whoever else posts gets faults in the body. */
function answerSent({ request, response }: Exchange, token: FormToken): void {
  const address = sentReportPath(token.text)
  if (wantsPage(request)) seeOther(response, address)
  else answerJson(response, 201, { adresa: address })
}

function answerWrong(
  { request, response }: Exchange,
  { token, faults }: { token: FormToken; faults: readonly ReportFault[] },
): void {
  const address = draftReportPath(token.text)
  const erori = faults.map((fault) => ({ camp: fault.field, mesaj: reportFaultSentence(fault) }))
  if (wantsPage(request)) seeOther(response, address)
  else answerJson(response, 422, { adresa: address, erori })
}
