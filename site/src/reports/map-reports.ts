import { reportPath } from '../paths.ts'
import type { ReportSummary } from '../read-model/reader.ts'
import { stageOf } from './report-lists.ts'

export type MapReport = { lat: number; lng: number; number: string; title: string; path: string; isSolved: boolean }

/** What the map shows of each report: few words, for there may be thousands. */
export const mapReports = (reports: readonly ReportSummary[]): MapReport[] =>
  reports.flatMap((report) => {
    const { point } = report.place
    if (!point) return []
    const { number, title } = report
    return { ...point, number, title, path: reportPath(report), isSolved: stageOf(report.state) !== 'deschise' }
  })
