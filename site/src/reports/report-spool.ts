import path from 'node:path'
import type { CmsClient } from '../cms-client.ts'
import { receiptLife } from '../filings/form-token.ts'
import { Spool, type SpoolKind, type TakenOutcome } from '../spool/spool.ts'
import { digestOfReport, KeptReport, KeptReportAnswer } from './kept-report.ts'

export type ReportSpool = Spool<KeptReport, KeptReportAnswer>
export type TakenReport = TakenOutcome<KeptReport, KeptReportAnswer>
type Record = Pick<CmsClient, 'report' | 'putReportMedia'>

/** Reports on their way to the record. */
export const openReportSpool = ({
  folder,
  cms,
  say,
}: {
  folder: string
  cms: Record
  say: (sentence: string) => void
}): ReportSpool => new Spool({ folder, kind: reportKind(cms), say })

const reportKind = (cms: Record): SpoolKind<KeptReport, KeptReportAnswer> => ({
  words: { one: 'A report', many: 'reports' },
  item: KeptReport,
  answer: KeptReportAnswer,
  digestOf: digestOfReport,
  // Its photos go to the record first: a little longer than for a filing, and less than a person waits for.
  patience: 1_500,
  answerLife: receiptLife,
  send: async (report, { files: folder, timeout }) => {
    // One time for all of it: whoever waits for an answer waits for the photos and the words together.
    const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0)
    const until = performance.now() + timeout + bytes / 10_000
    const left = () => ({ timeout: Math.max(1, Math.ceil(until - performance.now())) })
    for (const { id, sha256 } of report.files) await cms.putReportMedia(sha256, path.join(folder, id), left())
    const outcome = await cms.report({ ...report.submission, receivedAt: report.receivedAt }, left())
    if (outcome.kind === 'refused') return outcome
    const email = report.submission.reporter.email
    return { kind: 'answered', answer: { kind: 'registered', ...base(report), receipt: outcome.receipt, email } }
  },
  setAside: (report) => ({ kind: 'set-aside', ...base(report) }),
})

const base = (report: KeptReport) => ({
  key: report.key,
  receivedAt: report.receivedAt,
  digest: digestOfReport(report),
})
