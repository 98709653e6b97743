import type { CollectionConfig, Field } from 'payload'
import { dayField, momentField } from '../publishing/date-fields.ts'
import { assignEndpoint, correspondentsEndpoint } from './desk.endpoint.ts'
import { entryFileEndpoint, scanEndpoint } from './entry-file.endpoint.ts'
import { entryKindNames } from './entry-kinds.ts'
import { channels, directions, entryStates, reviewStates } from './entry-lifecycle.ts'
import {
  bookEndpoint,
  printReceiptEndpoint,
  report544Endpoint,
  reportPetitionsEndpoint,
} from './register-papers.endpoint.ts'
import { readableEntries } from './registry.access.ts'
import {
  callOffLeaveEndpoint,
  entryStepEndpoint,
  leaveEndpoint,
  registerEndpoint,
  reserveEndpoint,
} from './registry.endpoint.ts'
import { channelLabels, directionLabels, kindLabels, outcomeLabels, stateLabels } from './registry.ro.ts'
import { reviewStateLabels } from './review.ro.ts'

const optionsFrom = <Value extends string>(
  values: readonly Value[],
  labels: Record<Value, { ro: string; en: string }>,
) => values.map((value) => ({ value, label: labels[value] }))
const text = (name: string, ro: string, en: string): Field => ({ name, type: 'text', label: { ro, en } })

/**
 * The book. Rows are written by the actions of this folder alone; over REST they are read, by role and department.
 * Postgres itself refuses to change a number or to remove a row (see the migration).
 */
export const registry: CollectionConfig = {
  slug: 'registry',
  dbName: 'registry',
  endpoints: [
    registerEndpoint,
    reserveEndpoint,
    entryStepEndpoint,
    leaveEndpoint,
    callOffLeaveEndpoint,
    correspondentsEndpoint,
    assignEndpoint,
    scanEndpoint,
    entryFileEndpoint,
    printReceiptEndpoint,
    bookEndpoint,
    report544Endpoint,
    reportPetitionsEndpoint,
  ],
  labels: { singular: { ro: 'Înregistrare', en: 'Entry' }, plural: { ro: 'Registrul', en: 'Register' } },
  defaultSort: '-registeredAt',
  indexes: [{ fields: ['register', 'year', 'number'], unique: true }],
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    useAsTitle: 'subject',
    defaultColumns: ['number', 'registeredAt', 'kind', 'subject', 'correspondentName', 'state', 'dueOn'],
    listSearchableFields: ['subject', 'correspondentName', 'number'],
    pagination: { defaultLimit: 50 },
  },
  access: {
    read: ({ req }) => readableEntries(req),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  fields: [
    {
      name: 'register',
      type: 'relationship',
      relationTo: 'registers',
      required: true,
      label: { ro: 'Registrul', en: 'Register' },
    },
    { name: 'year', type: 'number', required: true, label: { ro: 'Anul', en: 'Year' } },
    { name: 'number', type: 'number', required: true, label: { ro: 'Numărul', en: 'Number' } },
    momentField({
      name: 'registeredAt',
      required: true,
      index: true,
      label: { ro: 'Înregistrat la', en: 'Registered at' },
    }),
    momentField({ name: 'receivedAt', label: { ro: 'Primit la', en: 'Received at' } }),
    { name: 'key', type: 'text', unique: true, hidden: true, access: { read: () => false } },
    { name: 'codeDigest', type: 'text', hidden: true, access: { read: () => false } },
    {
      name: 'direction',
      type: 'select',
      required: true,
      options: optionsFrom(directions, directionLabels),
      label: { ro: 'Sensul', en: 'Direction' },
    },
    {
      name: 'channel',
      type: 'select',
      required: true,
      options: optionsFrom(channels, channelLabels),
      label: { ro: 'Pe ce cale', en: 'Channel' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: optionsFrom(entryKindNames, kindLabels),
      label: { ro: 'Felul', en: 'Kind' },
    },
    { name: 'subject', type: 'text', required: true, label: { ro: 'Pe scurt', en: 'Subject' } },
    {
      name: 'correspondentKind',
      type: 'select',
      options: [
        { value: 'person', label: { ro: 'Persoană fizică', en: 'Person' } },
        { value: 'firm', label: { ro: 'Persoană juridică', en: 'Firm' } },
        { value: 'authority', label: { ro: 'Autoritate', en: 'Authority' } },
      ],
      label: { ro: 'Cine', en: 'Who' },
    },
    text('correspondentName', 'Numele', 'Name'),
    text('correspondentAddress', 'Adresa', 'Address'),
    text('correspondentEmail', 'E-mail', 'E-mail'),
    text('correspondentPhone', 'Telefon', 'Phone'),
    text('issuerNumber', 'Numărul dat de emitent', 'Number given by the issuer'),
    dayField({ name: 'issuerOn', label: { ro: 'Data dată de emitent', en: 'Date given by the issuer' } }),
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      label: { ro: 'Compartimentul', en: 'Department' },
    },
    { name: 'responsible', type: 'relationship', relationTo: 'staff', label: { ro: 'Responsabil', en: 'Responsible' } },
    {
      name: 'informed',
      type: 'relationship',
      relationTo: 'staff',
      hasMany: true,
      label: { ro: 'Pentru informare', en: 'For information' },
    },
    {
      name: 'concerns',
      type: 'relationship',
      relationTo: 'staff',
      label: { ro: 'Despre activitatea cui este', en: 'Whose activity it is about' },
    },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: optionsFrom(entryStates, stateLabels),
      label: { ro: 'Starea', en: 'State' },
    },
    momentField({ name: 'stateSince', label: { ro: 'În starea aceasta din', en: 'In this state since' } }),
    text('term', 'Regula termenului', 'Term rule'),
    dayField({ name: 'dueOn', label: { ro: 'Termenul', en: 'Due on' } }),
    dayField({ name: 'targetOn', label: { ro: 'Ținta internă', en: 'Target' } }),
    dayField({ name: 'otherwiseOn', label: { ro: 'În cealaltă lectură a legii', en: 'In the other reading' } }),
    { name: 'termExplanation', type: 'textarea', label: { ro: 'De ce acest termen', en: 'Why this term' } },
    { name: 'isExtended', type: 'checkbox', defaultValue: false, label: { ro: 'Prelungit', en: 'Extended' } },
    { name: 'waits', type: 'json', label: { ro: 'Așteptări de completări', en: 'Waits' } },
    {
      name: 'isConfidential',
      type: 'checkbox',
      defaultValue: false,
      label: { ro: 'Confidențial', en: 'Confidential' },
    },
    { name: 'pages', type: 'number', min: 0, label: { ro: 'File', en: 'Sheets' } },
    { name: 'annexes', type: 'number', min: 0, label: { ro: 'Anexe', en: 'Annexes' } },
    text('fileCode', 'Indicativul dosarului', 'File code'),
    {
      name: 'review',
      type: 'select',
      options: optionsFrom(reviewStates, reviewStateLabels),
      label: { ro: 'Verificarea', en: 'Review' },
    },
    { name: 'reviewReasons', type: 'json', label: { ro: 'De ce se verifică', en: 'Reasons of the review' } },
    { name: 'notes', type: 'textarea', label: { ro: 'Observații', en: 'Notes' } },
    { name: 'files', type: 'json', label: { ro: 'Fișiere', en: 'Files' } },
    {
      name: 'linkedTo',
      type: 'relationship',
      relationTo: 'registry',
      hasMany: true,
      label: { ro: 'Conexat la', en: 'Linked to' },
    },
    { name: 'answers', type: 'relationship', relationTo: 'registry', label: { ro: 'Răspuns la', en: 'Answers' } },
    { name: 'answerText', type: 'textarea', label: { ro: 'Răspunsul', en: 'Answer' } },
    { name: 'draftedBy', type: 'relationship', relationTo: 'staff', label: { ro: 'Scris de', en: 'Drafted by' } },
    {
      name: 'outcome',
      type: 'select',
      options: optionsFrom(['favourable', 'partial', 'unfavourable', 'redirected', 'filed'] as const, outcomeLabels),
      label: { ro: 'Modul rezolvării', en: 'Outcome' },
    },
    text('outcomeReason', 'Motivul', 'Reason'),
    {
      name: 'dispatchedBy',
      type: 'select',
      options: optionsFrom(['email', 'post', 'courier', 'counter', 'site'] as const, channelLabels),
      label: { ro: 'Expediat prin', en: 'Dispatched by' },
    },
    momentField({ name: 'answeredAt', label: { ro: 'Expediat la', en: 'Dispatched at' } }),
    text('forwardedTo', 'Redirecționat către', 'Forwarded to'),
    text('voidReason', 'Motivul anulării', 'Reason of voiding'),
    {
      name: 'voidRequestedBy',
      type: 'relationship',
      relationTo: 'staff',
      label: { ro: 'Anulare propusă de', en: 'Void requested by' },
    },
    text('reservedFor', 'Rezervat pentru', 'Reserved for'),
    dayField({ name: 'reservedUntil', label: { ro: 'Rezervat până la', en: 'Reserved until' } }),
  ],
}
