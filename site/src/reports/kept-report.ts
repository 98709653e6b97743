import { createHash } from 'node:crypto'
import { ReportReceipt, ReportSubmission } from '@avizier/cms/reports'
import { z } from 'zod'
import { ReceivedFile } from '../files/quarantine.ts'

/** A report that the site has taken and the record may not have yet. Its files stand in quarantine under its key. */
export const KeptReport = z.object({
  key: z.string(),
  submission: ReportSubmission,
  files: z.array(ReceivedFile),
  receivedAt: z.iso.datetime(),
})
export type KeptReport = z.infer<typeof KeptReport>

const of = { key: z.string(), digest: z.string(), receivedAt: z.iso.datetime() }
/** What is answered, kept for the confirmation and for whoever sends the same again. */
export const KeptReportAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registered'), ...of, receipt: ReportReceipt, email: z.string().nullable() }),
  /** Taken, and then not registered: the town hall looks at it by hand. */
  z.object({ kind: z.literal('set-aside'), ...of }),
])
export type KeptReportAnswer = z.infer<typeof KeptReportAnswer>

/** The same for the same report: files by what they hold, and without what the site itself adds. */
export function digestOfReport({ submission }: Pick<KeptReport, 'submission'>): string {
  const { category, description, place, media, reporter, wantsAnswer } = submission
  const shas = media.map(({ sha256 }) => sha256)
  return createHash('sha256')
    .update(JSON.stringify([category, description, place, shas, reporter, wantsAnswer]))
    .digest('hex')
}
