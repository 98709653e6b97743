import { type ReportFigures, reportFigures } from '@avizier/cms/reports-figures'
import type { Reader } from '../read-model/reader.ts'
import { dayOf } from '../romanian/dates.ts'

/** The public figures as of today. */
export const figuresToday = (reader: Reader): ReportFigures =>
  reportFigures(reader.reportsForFigures(), {
    thisMonth: reader.today().slice(0, 7),
    monthOf: (moment) => dayOf(moment).slice(0, 7),
  })
