import { z } from 'zod'
import { reportPath } from '../paths.ts'
import type { ReportSummary } from '../read-model/reader.ts'
import { stageOf } from './report-lists.ts'

/** A report on the map. */
export const MapReport = z.object({
  lat: z.number(),
  lng: z.number(),
  number: z.string(),
  title: z.string(),
  path: z.string(),
  isSolved: z.boolean(),
})
export type MapReport = z.infer<typeof MapReport>

/** What the map shows of each report: few words, for there may be thousands. */
export const mapReports = (reports: readonly ReportSummary[]): MapReport[] =>
  reports.flatMap((report) => {
    const { point } = report.place
    if (!point) return []
    const { number, title } = report
    return { ...point, number, title, path: reportPath(report), isSolved: stageOf(report.state) !== 'deschise' }
  })
