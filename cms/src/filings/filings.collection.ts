import type { CollectionConfig } from 'payload'
import { momentField } from '../publishing/date-fields.ts'
import { entryStatusEndpoint } from '../registry/entry-status.endpoint.ts'
import { receiptEndpoint } from '../registry/register-papers.endpoint.ts'
import { readableEntries } from '../registry/registry.access.ts'
import type { FilingForms } from './filing-forms.ts'
import { keepFiledBytesEndpoint, submitFilingEndpoint } from './submit-filing.endpoint.ts'

/** What citizens filed, as they filed it; written by `submitFiling` alone, read by whoever may read its entry. */
export const filings = (forms: FilingForms): CollectionConfig => ({
  slug: 'filings',
  endpoints: [submitFilingEndpoint(forms), entryStatusEndpoint, receiptEndpoint, keepFiledBytesEndpoint],
  labels: { singular: { ro: 'Depunere', en: 'Filing' }, plural: { ro: 'Depuneri', en: 'Filings' } },
  defaultSort: '-receivedAt',
  admin: {
    group: { ro: 'Registratură', en: 'Registry' },
    useAsTitle: 'form',
    defaultColumns: ['form', 'receivedAt', 'entry'],
  },
  access: {
    read: ({ req }) => readableEntries(req, 'entry'),
    create: () => false,
    update: () => false,
    delete: () => false,
  },
  fields: [
    {
      name: 'entry',
      type: 'relationship',
      relationTo: 'registry',
      required: true,
      label: { ro: 'Înregistrarea', en: 'Entry' },
    },
    { name: 'key', type: 'text', required: true, unique: true, hidden: true, access: { read: () => false } },
    { name: 'contentDigest', type: 'text', required: true, hidden: true, access: { read: () => false } },
    { name: 'form', type: 'text', required: true, index: true, label: { ro: 'Formularul', en: 'Form' } },
    {
      name: 'formVersion',
      type: 'number',
      required: true,
      label: { ro: 'Versiunea formularului', en: 'Form version' },
    },
    { name: 'answers', type: 'json', required: true, label: { ro: 'Răspunsurile', en: 'Answers' } },
    { name: 'files', type: 'json', label: { ro: 'Fișierele', en: 'Files' } },
    momentField({ name: 'receivedAt', required: true, label: { ro: 'Primit la', en: 'Received at' } }),
  ],
})
