import type { CollectionConfig, Field } from 'payload'
import { dayField, momentField } from '../publishing/date-fields.ts'
import { reportDeskEndpoints } from './report-desk.endpoint.ts'
import { reportStates } from './report-lifecycle.ts'
import { readableReports, reporterIsReadable } from './reports.access.ts'
import { stateLabels } from './reports.ro.ts'
import { reportSiteEndpoints } from './reports-site.endpoint.ts'

const text = (name: string, ro: string, en: string): Field => ({ name, type: 'text', label: { ro, en } })
const reporter = (name: string, ro: string, en: string): Field => ({
  name,
  type: 'text',
  label: { ro, en },
  access: { read: reporterIsReadable },
})

/**
 * What citizens report, from the first click to their word that it is done. Rows are written by the actions of this
 * folder alone, through the screens of `/admin/sesizari`; over REST they are read by staff.
 */
export const reports: CollectionConfig = {
  slug: 'reports',
  endpoints: [...reportSiteEndpoints, ...reportDeskEndpoints],
  labels: { singular: { ro: 'Sesizare', en: 'Report' }, plural: { ro: 'Toate sesizările', en: 'Reports' } },
  defaultSort: '-reportedAt',
  admin: {
    group: { ro: 'Sesizări', en: 'Reports' },
    useAsTitle: 'number',
    defaultColumns: ['number', 'reportedAt', 'category', 'village', 'street', 'state', 'department', 'expectedOn'],
    listSearchableFields: ['number', 'street', 'publicDescription'],
    pagination: { defaultLimit: 50 },
  },
  access: {
    read: ({ req }) => readableReports(req),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, label: { ro: 'Numărul', en: 'Number' } },
    { name: 'key', type: 'text', required: true, unique: true, hidden: true, access: { read: () => false } },
    { name: 'contentDigest', type: 'text', required: true, hidden: true, access: { read: () => false } },
    { name: 'codeDigest', type: 'text', required: true, hidden: true, access: { read: () => false } },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: reportStates.map((value) => ({ value, label: { ro: stateLabels[value], en: value } })),
      label: { ro: 'Starea', en: 'State' },
    },
    momentField({ name: 'stateSince', label: { ro: 'În starea aceasta din', en: 'In this state since' } }),
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'report-categories',
      required: true,
      label: { ro: 'Categoria', en: 'Category' },
    },
    { name: 'description', type: 'textarea', required: true, label: { ro: 'Cum a fost scrisă', en: 'As written' } },
    { name: 'publicDescription', type: 'textarea', label: { ro: 'Cum se publică', en: 'As published' } },
    { name: 'lat', type: 'number', label: { ro: 'Latitudinea', en: 'Latitude' } },
    { name: 'lng', type: 'number', label: { ro: 'Longitudinea', en: 'Longitude' } },
    text('village', 'Satul', 'Village'),
    text('street', 'Strada', 'Street'),
    text('placeWords', 'Locul, în cuvinte', 'Place in words'),
    reporter('reporterName', 'Cine a sesizat', 'Reporter'),
    reporter('reporterEmail', 'E-mailul', 'E-mail'),
    reporter('reporterPhone', 'Telefonul', 'Phone'),
    { name: 'entry', type: 'relationship', relationTo: 'registry', label: { ro: 'Petiția', en: 'Petition' } },
    {
      name: 'source',
      type: 'select',
      options: [
        { value: 'site', label: { ro: 'Site', en: 'Site' } },
        { value: 'open311', label: { ro: 'Open311', en: 'Open311' } },
        { value: 'counter', label: { ro: 'Ghișeu', en: 'Counter' } },
        { value: 'phone', label: { ro: 'Telefon', en: 'Phone' } },
      ],
      label: { ro: 'Pe ce cale', en: 'Source' },
    },
    { name: 'review', type: 'json', label: { ro: 'De verificat', en: 'Review' } },
    text('reason', 'Motivul', 'Reason'),
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      label: { ro: 'Compartimentul', en: 'Department' },
    },
    text('authority', 'Autoritatea', 'Authority'),
    dayField({ name: 'plannedOn', label: { ro: 'Planificată pe', en: 'Planned on' } }),
    dayField({ name: 'expectedOn', label: { ro: 'De rezolvat până la', en: 'Expected on' } }),
    momentField({ name: 'doneAt', label: { ro: 'Rezolvată la', en: 'Done at' } }),
    dayField({ name: 'answerUntil', label: { ro: 'Cetățeanul răspunde până la', en: 'Answer until' } }),
    { name: 'timesReopened', type: 'number', defaultValue: 0, label: { ro: 'De câte ori redeschisă', en: 'Reopened' } },
    { name: 'mergedInto', type: 'relationship', relationTo: 'reports', label: { ro: 'Aceeași cu', en: 'Merged into' } },
    { name: 'media', type: 'json', label: { ro: 'Fotografii și filme', en: 'Media' } },
    { name: 'proof', type: 'json', label: { ro: 'Dovada', en: 'Proof' } },
    momentField({ name: 'reportedAt', required: true, index: true, label: { ro: 'Primită la', en: 'Reported at' } }),
    momentField({ name: 'publishedAt', label: { ro: 'Publicată la', en: 'Published at' } }),
  ],
}
