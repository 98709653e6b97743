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
import { announcementCategoryLabels, announcementMessages } from './announcements.ro.ts'
import type { AnnouncementCategory } from './contract.ts'

type Announcement = {
  title: string
  slug: string
  formerSlugs?: string[] | null
  category: AnnouncementCategory
  lead?: string | null
  body?: LexicalDocument | null
  attachments?: AttachedFile[] | null
  publishedOn: string
  dueOn?: string | null
  takeDownAt?: string | null
  sourceId?: string | null
  updatedAt: string
}

export const announcements: CollectionConfig = publishedCollection<Announcement>({
  slug: 'announcements',
  labels: { singular: { ro: 'Anunț', en: 'Announcement' }, plural: { ro: 'Anunțuri', en: 'Announcements' } },
  defaultSort: '-publishedOn',
  admin: {
    group: { ro: 'Publicare', en: 'Publishing' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'publishedOn', 'dueOn', '_status'],
    listSearchableFields: ['title'],
  },
  address: { reserved: new Set(['atom-xml']) },
  fields: [
    { name: 'title', type: 'text', required: true, label: { ro: 'Titlul', en: 'Title' } },
    {
      type: 'row',
      fields: [
        {
          name: 'category',
          type: 'select',
          required: true,
          defaultValue: 'general',
          index: true,
          label: { ro: 'Categoria', en: 'Category' },
          options: Object.entries(announcementCategoryLabels).map(([value, label]) => ({ value, label })),
          admin: { width: '50%' },
        },
        dayField({
          name: 'dueOn',
          index: true,
          label: { ro: 'Termen pentru cetățeni', en: 'Due on' },
          admin: {
            width: '50%',
            description: { ro: 'Ultima zi pentru propuneri, oferte sau înscrieri.', en: 'The last day to act.' },
          },
        }),
      ],
    },
    {
      name: 'lead',
      type: 'textarea',
      label: { ro: 'Pe scurt', en: 'Lead' },
      admin: { rows: 2, description: { ro: 'O propoziție: apare în liste.', en: 'One sentence, for lists.' } },
    },
    bodyField({ label: { ro: 'Textul', en: 'Text' } }),
    attachedFilesField({ label: { ro: 'Fișiere', en: 'Files' } }),
  ],
  check: (announcement, { publishing, now }) => {
    if (!publishing) return []
    const { dueOn, publishedOn } = announcement
    const start = publishedOn ? dayOf(publishedOn) : dayOf(now)
    const text = `${announcement.title ?? ''}\n${announcement.lead ?? ''}\n${textOfBody(bodyFromLexical(announcement.body))}`
    return [
      ...(dueOn && dayOf(dueOn) < start
        ? [{ path: 'dueOn', message: announcementMessages['due-before-publication'] }]
        : []),
      ...(findPersonalData(text).length > 0 ? [{ path: 'body', message: announcementMessages['personal-data'] }] : []),
    ]
  },
  toRecord: async (announcement, { req, revision, publishedAt }) => ({
    noun: 'announcements',
    id: String(announcement.id),
    revision,
    publishedAt,
    updatedAt: new Date(announcement.updatedAt).toISOString(),
    slug: announcement.slug,
    formerSlugs: announcement.formerSlugs ?? [],
    title: announcement.title,
    category: announcement.category,
    lead: announcement.lead ?? '',
    body: bodyFromLexical(announcement.body),
    files: await toPublicFiles(announcement.attachments ?? [], req),
    publishedOn: dayOf(announcement.publishedOn),
    dueOn: announcement.dueOn ? dayOf(announcement.dueOn) : null,
    takeDownAt: announcement.takeDownAt ? new Date(announcement.takeDownAt).toISOString() : null,
    sourceId: announcement.sourceId ?? null,
  }),
})
