import type { CollectionConfig } from 'payload'
import { type Actor, mayReadAudit } from '../staff/roles.ts'
import { actionLabels, nounLabels } from './audit.ro.ts'
import { auditActions, auditNouns } from './audit-entry.ts'

const readOnly = { readOnly: true } as const

/** The journal: read here, written by `appendAuditEntry` alone; Postgres refuses to change or remove a line. */
export const audit: CollectionConfig = {
  slug: 'audit',
  dbName: 'audit',
  labels: { singular: { ro: 'Înregistrare în jurnal', en: 'Journal entry' }, plural: { ro: 'Jurnal', en: 'Journal' } },
  defaultSort: '-id',
  admin: {
    useAsTitle: 'title',
    group: { ro: 'Administrare', en: 'Administration' },
    defaultColumns: ['at', 'actorName', 'action', 'noun', 'title', 'revision'],
    listSearchableFields: ['title', 'actorName', 'recordId'],
    description: {
      ro: 'Cine, când și ce a schimbat. Nimeni nu poate modifica jurnalul.',
      en: 'Who changed what, and when.',
    },
    hidden: ({ user }) => !mayReadAudit(user as unknown as Actor),
  },
  access: {
    read: ({ req }) => mayReadAudit(req.user as unknown as Actor),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  fields: [
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { ro: 'Când', en: 'When' },
      admin: { ...readOnly, date: { displayFormat: 'd MMM yyyy, HH:mm:ss' } },
    },
    { name: 'actorName', type: 'text', required: true, label: { ro: 'Cine', en: 'Who' }, admin: readOnly },
    { name: 'actorId', type: 'text', label: { ro: 'Cont', en: 'Account' }, admin: readOnly },
    {
      name: 'action',
      type: 'select',
      required: true,
      label: { ro: 'Acțiune', en: 'Action' },
      options: auditActions.map((value) => ({ value, label: actionLabels[value] })),
      admin: readOnly,
    },
    {
      name: 'noun',
      type: 'select',
      required: true,
      label: { ro: 'Ce', en: 'What' },
      options: auditNouns.map((value) => ({ value, label: nounLabels[value] })),
      admin: readOnly,
    },
    {
      name: 'recordId',
      type: 'text',
      required: true,
      index: true,
      label: { ro: 'Nr. intern', en: 'Id' },
      admin: readOnly,
    },
    { name: 'title', type: 'text', required: true, label: { ro: 'Titlu', en: 'Title' }, admin: readOnly },
    { name: 'revision', type: 'number', label: { ro: 'Revizia', en: 'Revision' }, admin: readOnly },
  ],
}
