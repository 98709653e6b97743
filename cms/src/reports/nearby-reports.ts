import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { isOpenState, type NearbyReports, type Point, type PublicReportState, ReportState } from './contract.ts'
import { pointOf } from './report-facts.ts'
import { boxAround, metresBetween } from './report-near.ts'
import { reportTitle } from './report-words.ts'
import { stateLabels } from './reports.ro.ts'

const most = 5
const openStates = ReportState.options.filter(isOpenState)

type Row = {
  id: number
  number: string
  state: PublicReportState
  category: string
  reportedAt: Date
  lat: string
  lng: string
  village: string | null
  street: string | null
  words: string | null
}
export type NearReport = Row & { title: string; metres: number }

/** Open public reports of a category within so many metres of a point, nearest first. */
export async function nearbyReports(
  req: Pick<PayloadRequest, 'payload'>,
  {
    point,
    category,
    metres,
    except = null,
  }: { point: Point; category: string; metres: number; except?: number | null },
): Promise<NearReport[]> {
  const { south, north, west, east } = boxAround(point, metres)
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<Row>(
    `select r.id, r.number, r.state, c.name as category, r.reported_at as "reportedAt", r.lat, r.lng, r.village, r.street,
       r.place_words as words
     from record.reports r join record.report_categories c on c.id = r.category_id
     where c.slug = $1 and r.lat between $2 and $3 and r.lng between $4 and $5
       and r.state = any($6::record.enum_reports_state[]) and r.id is distinct from $7::int`,
    [category, south, north, west, east, openStates, except],
  )
  return rows
    .flatMap((row) => {
      const place = pointOf(row.lat, row.lng)
      if (!place) return []
      const title = reportTitle(row.category, {
        point: place,
        village: row.village,
        street: row.street,
        words: row.words,
      })
      return [{ ...row, title, metres: Math.round(metresBetween(point, place)) }]
    })
    .filter((each) => each.metres <= metres)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most)
}

export const toNearbyAnswer = (found: readonly NearReport[]): NearbyReports => ({
  sesizari: found.map(({ number, title, state, reportedAt, metres }) => ({
    numar: number,
    titlu: title,
    stare: state,
    stadiu: stateLabels[state],
    data: dayOf(reportedAt),
    metri: metres,
  })),
})
