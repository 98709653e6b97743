import type { ReportCategory, ReportReviewReason, ReportSubmission } from '@avizier/cms/reports'
import type { ReceivedFile } from '../files/quarantine.ts'
import type { JudgedReport } from './judge-report.ts'
import type { KeptReport } from './kept-report.ts'

/** A judged report as the record takes it. Who said nothing but showed a photo, said what kind of thing it is. */
export function submissionOf(
  report: JudgedReport,
  {
    key,
    files,
    categories,
    source,
    review,
    visitor,
  }: {
    key: string
    files: readonly ReceivedFile[]
    categories: readonly ReportCategory[]
    source: NonNullable<ReportSubmission['source']>
    review: ReportReviewReason[]
    visitor: string
  },
): KeptReport['submission'] {
  const { category, description, point, village, words, contact, wantsAnswer } = report
  const name = categories.find(({ slug }) => slug === category)?.name ?? category
  return {
    key,
    category,
    description: description.length < 3 ? `${name}.${files.length > 0 ? ' Vedeți fotografia.' : ''}` : description,
    place: {
      point: point && { lat: rounded(point.lat), lng: rounded(point.lng) },
      village,
      street: null,
      words: words || null,
    },
    media: files.map(({ name: called, sha256, bytes, mimeType }) => ({ name: called, sha256, bytes, mimeType })),
    reporter: contact ?? { name: null, email: null, phone: null },
    wantsAnswer,
    wantsNews: Boolean(contact?.email),
    source,
    review,
    visitor,
  }
}

/** To a metre: no phone knows better, and no reader needs more. */
const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000
