import { isOpenState, type PublicReport, type PublicReportState } from '@avizier/cms/reports'
import { mediaFile } from '@avizier/cms/reports/media'
import { filePath } from '../paths.ts'
import { standing } from '../reports/reports.ro.ts'
import { longDate } from '../romanian/dates.ts'
import type { Value } from './open311-format.ts'

/** A public report as a service request. What GeoReport has no field for stands in its notes. */
export function requestOf(report: PublicReport, origin: string): { [name: string]: Value } {
  const { place } = report
  const address = [place.street, place.words, place.village].filter(Boolean).join(', ')
  return {
    service_request_id: report.number,
    status: statusOf(report.state),
    status_notes: notesOf(report),
    service_name: report.category.name,
    service_code: report.category.slug,
    description: report.description,
    agency_responsible: report.authority ?? report.department,
    service_notice: null,
    requested_datetime: report.reportedAt,
    updated_datetime: report.updatedAt,
    expected_datetime: expectedOf(report),
    address: address || null,
    address_id: null,
    zipcode: null,
    lat: place.point?.lat ?? null,
    long: place.point?.lng ?? null,
    media_url: pictureOf(report, origin),
  }
}

export const statusOf = (state: PublicReportState): 'open' | 'closed' => (isOpenState(state) ? 'open' : 'closed')

const notesOf = (report: PublicReport): string => {
  const { state, mergedInto, plannedOn, steps } = report
  if (state === 'merged' && mergedInto) return `Unită cu sesizarea ${mergedInto}.`
  const planned = state === 'planned' && plannedOn ? ` Programată pentru ${longDate(plannedOn)}.` : ''
  return `${standing(report)}.${planned} ${steps.at(-1)?.text ?? ''}`.trim()
}

/** Days of the town begin in its own time; noon of the day is that day everywhere near it. */
const expectedOf = ({ plannedOn, expectedOn }: PublicReport): string | null => {
  const day = plannedOn ?? expectedOn
  return day ? `${day}T12:00:00Z` : null
}

function pictureOf({ before, after }: PublicReport, origin: string): string | null {
  for (const { media } of [...before, ...after]) {
    const pictures = media.kind === 'photo' ? media.renditions : media.poster
    const picture = pictures.filter(({ mimeType }) => mimeType === 'image/jpeg').at(-1) ?? pictures.at(-1)
    if (picture) return origin + filePath(mediaFile(picture))
  }
  return null
}
