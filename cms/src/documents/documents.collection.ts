import type { CollectionConfig } from 'payload'
import { bodyField } from '../body/body-field.ts'
import { bodyFromLexical, type LexicalDocument } from '../body/lexical.ts'
import { textOfBody } from '../body/plain-text.ts'
import { attachedFilesField } from '../files/attached-files-field.ts'
import { type AttachedFile, toPublicFiles } from '../files/to-public-files.ts'
import { dayOf } from '../publishing/calendar.ts'
import { dayField } from '../publishing/date-fields.ts'
import { findPersonalData } from '../publishing/personal-data.ts'
import { publishedCollection } from '../publishing/published-collection.ts'
import type { DocumentType, GazetteSection } from './contract.ts'
import { documentMessages, documentTypeLabels, gazetteSectionLabels } from './documents.ro.ts'
import { gazetteSectionOf } from './gazette-section.ts'

type CouncilDocument = {
  title: string
  slug: string
  formerSlugs?: string[] | null
  type: DocumentType
  gazetteSection?: GazetteSection | 'none' | null
  documentOn: string
  lead?: string | null
  body?: LexicalDocument | null
  attachments?: AttachedFile[] | null
  publishedOn: string
  sourceId?: string | null
  updatedAt: string
}

export const documents: CollectionConfig = publishedCollection<CouncilDocument>({
  slug: 'documents',
  labels: { singular: { ro: 'Document', en: 'Document' }, plural: { ro: 'Documente', en: 'Documents' } },
  defaultSort: '-documentOn',
  admin: {
    group: { ro: 'Publicare', en: 'Publishing' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'type', 'documentOn', 'gazetteSection', '_status'],
    listSearchableFields: ['title'],
  },
  address: { reserved: new Set(['tip', 'an']) },
  fields: [
    { name: 'title', type: 'text', required: true, label: { ro: 'Titlul', en: 'Title' } },
    {
      type: 'row',
      fields: [
        {
          name: 'type',
          type: 'select',
          required: true,
          defaultValue: 'other',
          index: true,
          label: { ro: 'Felul', en: 'Type' },
          options: Object.entries(documentTypeLabels).map(([value, label]) => ({ value, label })),
          admin: { width: '50%' },
        },
        dayField({
          name: 'documentOn',
          index: true,
          label: { ro: 'Data documentului', en: 'Date' },
          admin: { width: '50%' },
        }),
      ],
    },
    {
      name: 'gazetteSection',
      type: 'select',
      label: { ro: 'Secțiunea din Monitorul Oficial Local', en: 'Gazette section' },
      options: [
        ...Object.entries(gazetteSectionLabels).map(([value, label]) => ({ value, label })),
        { value: 'none', label: { ro: 'În afara monitorului', en: 'Outside the gazette' } },
      ],
      admin: { description: { ro: 'Gol: cea prevăzută de lege pentru felul documentului.', en: 'Empty: by type.' } },
    },
    { name: 'lead', type: 'textarea', label: { ro: 'Pe scurt', en: 'Lead' }, admin: { rows: 2 } },
    attachedFilesField({ label: { ro: 'Fișiere', en: 'Files' } }),
    bodyField({ label: { ro: 'Textul', en: 'Text' } }),
  ],
  check: (document, { publishing, now }) => {
    const { documentOn } = document
    const text = `${document.title ?? ''}\n${document.lead ?? ''}\n${textOfBody(bodyFromLexical(document.body))}`
    return [
      ...(publishing && !documentOn ? [{ path: 'documentOn', message: documentMessages['date-missing'] }] : []),
      ...(documentOn && dayOf(documentOn) > dayOf(now)
        ? [{ path: 'documentOn', message: documentMessages['date-in-future'] }]
        : []),
      ...(publishing && findPersonalData(text).length > 0
        ? [{ path: 'body', message: documentMessages['personal-data'] }]
        : []),
    ]
  },
  toRecord: async (document, { req, revision, publishedAt }) => ({
    noun: 'documents',
    id: String(document.id),
    revision,
    publishedAt,
    updatedAt: new Date(document.updatedAt).toISOString(),
    slug: document.slug,
    formerSlugs: document.formerSlugs ?? [],
    title: document.title,
    type: document.type,
    gazetteSection: sectionOf(document),
    documentOn: dayOf(document.documentOn),
    lead: document.lead ?? '',
    body: bodyFromLexical(document.body),
    files: await toPublicFiles(document.attachments ?? [], req),
    publishedOn: dayOf(document.publishedOn),
    sourceId: document.sourceId ?? null,
  }),
})

function sectionOf({ gazetteSection, type }: CouncilDocument): GazetteSection | null {
  if (gazetteSection === 'none') return null
  return gazetteSection ?? gazetteSectionOf[type]
}
