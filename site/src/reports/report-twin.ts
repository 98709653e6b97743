import type { PublicReport } from '@avizier/cms/reports'
import { filePath, reportPath } from '../paths.ts'
import type { Reader, ReportSummary } from '../read-model/reader.ts'
import type { ReportList } from './report-lists.ts'

const item = (report: ReportSummary, origin: string) => ({
  number: report.number,
  title: report.title,
  category: report.category.slug,
  state: report.state,
  village: report.place.village,
  reportedAt: report.reportedAt,
  doneAt: report.doneAt,
  url: origin + reportPath(report),
})

/** A report for machines: what its page says. */
export const reportTwin = ({ files, id: _id, noun: _noun, ...report }: PublicReport, origin: string) => ({
  ...report,
  url: origin + reportPath(report),
  files: files.map((file) => ({ ...file, url: origin + filePath(file) })),
})

/** The newest part of a list. */
export const reportListTwin = (list: ReportList, reader: Reader, origin: string) => {
  const found = reader.reportsIn(list)
  return found && { ...list, reports: found.items.map((report) => item(report, origin)) }
}
