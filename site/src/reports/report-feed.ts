import { atomFeed } from '../feeds/atom.ts'
import { reportFeedPath, reportListPath, reportPath } from '../paths.ts'
import type { Reader } from '../read-model/reader.ts'
import { headingOfList } from './narrowing.ts'
import { placeWords } from './place-words.ts'
import type { ReportList } from './report-lists.ts'
import { standing } from './reports.ro.ts'

/** The reports of a village, of a kind, of both or of neither, the last changed first; null where there are none but in the feed of all. */
export function reportFeed(reader: Reader, origin: string, list: Omit<ReportList, 'stage'>): string | null {
  const whole: ReportList = { ...list, stage: null }
  const reports = reader.reportsForFeed(list, 30)
  if (reports.length === 0 && (list.village || list.category)) return null
  const institution = reader.institution()
  const known = {
    villages: institution.villages.map(({ name }) => name),
    categories: reader.reporting()?.categories ?? [],
  }
  return atomFeed({
    title: `${headingOfList(whole, known)} – ${institution.name}`,
    author: institution.townHallName,
    origin,
    path: reportFeedPath(list),
    page: reportListPath(whole),
    updatedAt: institution.updatedAt,
    entries: reports.map((report) => ({
      path: reportPath(report),
      title: report.title,
      updatedAt: report.updatedAt,
      summary: `${standing(report)}. ${placeWords(report.place)}. ${report.steps.at(-1)?.text ?? ''}`.trim(),
    })),
  })
}
