import { createHash } from 'node:crypto'
import type { Point, ReportPlace, ReportReviewReason, ReportSubmission } from './contract.ts'
import { roundedPoint } from './report-near.ts'
import { manyLines, oneLine } from './report-words.ts'
import type { ReportCode } from './reports.ro.ts'

/** A report on its way into the record, as it will be stored. */
export type Submission = {
  key: string
  category: string
  description: string
  place: ReportPlace
  media: ReportMedia[]
  reporter: { name: string | null; email: string | null; phone: string | null }
  wantsAnswer: boolean
  wantsNews: boolean
  source: 'site' | 'open311' | 'counter' | 'phone'
  receivedAt: Date
  review: ReportReviewReason[]
  visitor: string | null
}

/** A photo or video as the report keeps it; what is made of it for the public is kept by its fingerprint. */
export type ReportMedia = {
  sha256: string
  name: string
  bytes: number
  mimeType: string
  alt?: string
  isHidden?: boolean
}

/** What was sent, cleaned: lines are lines, a point is rounded, a clock that is fast does not report from the future. */
export function toSubmission(given: Required<ReportSubmission>, now: Date): Submission {
  const { place, reporter } = given
  const at = given.receivedAt ? new Date(given.receivedAt) : now
  return {
    key: given.key,
    category: given.category,
    description: manyLines(given.description),
    place: {
      point: place.point && roundedPoint(place.point),
      village: oneLine(place.village, 80),
      street: oneLine(place.street, 120),
      words: oneLine(place.words, 300),
    },
    media: given.media,
    reporter: {
      name: oneLine(reporter.name, 200),
      email: reporter.email,
      phone: oneLine(reporter.phone, 40),
    },
    wantsAnswer: given.wantsAnswer,
    wantsNews: given.wantsNews && reporter.email !== null,
    source: given.source,
    receivedAt: at < now ? at : now,
    review: [...new Set(given.review)],
    visitor: given.visitor,
  }
}

/** The same for the same report, however often it is sent. */
export const contentDigestOf = ({ category, description, place, media, reporter, wantsAnswer }: Submission): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        category,
        description,
        [place.point?.lat, place.point?.lng, place.village, place.street, place.words],
        media.map(({ sha256 }) => sha256),
        [reporter.name, reporter.email, reporter.phone, wantsAnswer],
      ]),
    )
    .digest('hex')

/** Whether it enters the register of petitions: OG 27/2002, art. 7 asks for a name, an answer asks for a way back. */
export const isPetition = ({ wantsAnswer, reporter }: Submission): boolean =>
  wantsAnswer && reporter.name !== null && (reporter.email !== null || reporter.phone !== null)

export type SubmissionFault = { field: string; code: ReportCode }

/** What a report lacks, whatever the town. */
export function faultsOf(submission: Submission): SubmissionFault[] {
  const { place, wantsAnswer } = submission
  const isFindable = place.point !== null || place.words !== null || (place.village !== null && place.street !== null)
  return [
    ...(isFindable ? [] : [{ field: 'place', code: 'place-missing' } as const]),
    ...(wantsAnswer && !isPetition(submission) ? [{ field: 'reporter', code: 'contact-missing' } as const] : []),
  ]
}

/** The department that a category sends its reports to, in this village; null when it names none. */
export function departmentByRule(
  {
    departmentId,
    villageRules,
  }: { departmentId: number | null; villageRules: { village: string; departmentId: number }[] },
  village: string | null,
): number | null {
  const folded = (text: string) => text.trim().toLocaleLowerCase('ro')
  const rule = village ? villageRules.find((each) => folded(each.village) === folded(village)) : undefined
  return rule?.departmentId ?? departmentId
}

export const pointOf = (lat: unknown, lng: unknown): Point | null =>
  lat === null || lat === undefined || lng === null || lng === undefined ? null : { lat: Number(lat), lng: Number(lng) }
