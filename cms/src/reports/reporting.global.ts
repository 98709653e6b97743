import type { GlobalConfig } from 'payload'
import { publishedGlobal } from '../publishing/published-global.ts'
import { type ReportingDocument, toPublicReporting } from './announce-reporting.action.ts'
import { reportingLabels as labels } from './reports-admin.ro.ts'

/** The rules of reporting, and in public with them the categories. */
export const reporting: GlobalConfig = publishedGlobal<ReportingDocument>({
  slug: 'reporting',
  label: labels.label,
  admin: { group: { ro: 'Sesizări', en: 'Reports' } },
  toRecord: toPublicReporting,
  fields: [
    {
      name: 'nearbyMetres',
      type: 'number',
      required: true,
      min: 5,
      max: 500,
      defaultValue: 30,
      label: labels.nearbyMetres,
      admin: { description: labels.nearbyHint },
    },
    { name: 'answerDays', type: 'number', required: true, min: 7, max: 60, defaultValue: 14, label: labels.answerDays },
    {
      name: 'busyPerHour',
      type: 'number',
      required: true,
      min: 1,
      max: 1_000,
      defaultValue: 6,
      label: labels.busyPerHour,
      admin: { description: labels.busyHint },
    },
    {
      name: 'urgentNotice',
      type: 'textarea',
      maxLength: 300,
      defaultValue: 'Pentru un pericol imediat sunați la 112.',
      label: labels.urgentNotice,
    },
  ],
})
