import { stateTones } from '@avizier/cms/reports'
import { reportPath } from '../paths.ts'
import type { ReportSummary } from '../read-model/reader.ts'
import type { MapPin } from './map/map-drawing.ts'
import { stageOf } from './report-lists.ts'

/** What the opened map is told of a report. */
export const shownOnMap = ({ place, number, state, title }: ReportSummary) => ({
  point: place.point,
  number,
  tone: stateTones[state],
  title,
})

/** The pins of a drawing beside a list, marked as the list numbers them. */
export const pinsOf = (reports: readonly ReportSummary[]): MapPin[] =>
  reports.flatMap((report, index) => {
    const { point } = report.place
    if (!point) return []
    const mark = String(index + 1)
    const isSolved = stageOf(report.state) !== 'deschise'
    return { ...point, mark, href: reportPath(report), label: `Sesizarea ${mark}: ${report.title}`, isSolved }
  })
