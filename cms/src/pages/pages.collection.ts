import type { CollectionConfig } from 'payload'
import { bodyField } from '../body/body-field.ts'
import { bodyFromLexical, type LexicalDocument } from '../body/lexical.ts'
import { attachedFilesField } from '../files/attached-files-field.ts'
import { type AttachedFile, toPublicFiles } from '../files/to-public-files.ts'
import { publishedCollection } from '../publishing/published-collection.ts'
import type { PageSection } from './contract.ts'

type Page = {
  title: string
  slug: string
  formerSlugs?: string[] | null
  section: PageSection
  lead?: string | null
  body?: LexicalDocument | null
  attachments?: AttachedFile[] | null
  order?: number | null
  updatedAt: string
}

/** First parts of the site's own addresses: a page at the root must not take them. */
const siteAddresses = [
  'admin',
  'anunturi',
  'api',
  'cautare',
  'chitante',
  'comuna',
  'consultari',
  'dispozitii',
  'documente',
  'fisiere',
  'formulare',
  'hotarari',
  'monitorul-oficial-local',
  'opendata',
  'plati',
  'previzualizare',
  'primaria',
  'sedinte',
  'sesizari',
  'stare',
]

export const pages: CollectionConfig = publishedCollection<Page>({
  slug: 'pages',
  labels: { singular: { ro: 'Pagină', en: 'Page' }, plural: { ro: 'Pagini', en: 'Pages' } },
  defaultSort: ['section', 'order'],
  admin: {
    group: { ro: 'Publicare', en: 'Publishing' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'section', 'order', 'updatedAt', '_status'],
    listSearchableFields: ['title'],
  },
  address: { reserved: new Set(siteAddresses) },
  fields: [
    { name: 'title', type: 'text', required: true, label: { ro: 'Titlul', en: 'Title' } },
    {
      type: 'row',
      fields: [
        {
          name: 'section',
          type: 'select',
          required: true,
          defaultValue: 'townHall',
          label: { ro: 'Unde stă', en: 'Section' },
          options: [
            { value: 'townHall', label: { ro: 'Primăria', en: 'Town hall' } },
            { value: 'commune', label: { ro: 'Comuna', en: 'Commune' } },
            { value: 'site', label: { ro: 'Despre site', en: 'Site' } },
          ],
          admin: { width: '50%' },
        },
        {
          name: 'order',
          type: 'number',
          defaultValue: 100,
          label: { ro: 'Locul în listă', en: 'Order' },
          admin: { width: '50%', description: { ro: 'Numerele mici stau primele.', en: 'Small numbers first.' } },
        },
      ],
    },
    { name: 'lead', type: 'textarea', label: { ro: 'Pe scurt', en: 'Lead' }, admin: { rows: 2 } },
    bodyField({ label: { ro: 'Textul', en: 'Text' } }),
    attachedFilesField({ label: { ro: 'Fișiere', en: 'Files' } }),
  ],
  toRecord: async (page, { req, revision, publishedAt }) => ({
    noun: 'pages',
    id: String(page.id),
    revision,
    publishedAt,
    updatedAt: new Date(page.updatedAt).toISOString(),
    slug: page.slug,
    formerSlugs: page.formerSlugs ?? [],
    section: page.section,
    title: page.title,
    lead: page.lead ?? '',
    body: bodyFromLexical(page.body),
    files: await toPublicFiles(page.attachments ?? [], req),
    order: page.order ?? 100,
  }),
})
