import type { ShownRecord } from '@avizier/cms/changes'
import type { ActSummary, AnnouncementSummary, DocumentSummary, FormSummary, PageSummary } from './reader.ts'

/** What lists show of a record. */
export function summaryOf(
  record: ShownRecord,
): ActSummary | AnnouncementSummary | DocumentSummary | PageSummary | FormSummary | null {
  switch (record.noun) {
    case 'acts': {
      const { id, kind, number, year, adoptedOn, title, character, visibility, topic, publishedAt, updatedAt, state } =
        record
      return { id, kind, number, year, adoptedOn, title, character, visibility, topic, publishedAt, updatedAt, state }
    }
    case 'announcements': {
      const { id, slug, title, category, lead, publishedOn, dueOn, publishedAt, updatedAt } = record
      return { id, slug, title, category, lead, publishedOn, dueOn, publishedAt, updatedAt }
    }
    case 'documents': {
      const { id, slug, title, type, gazetteSection, documentOn, lead, publishedAt, updatedAt } = record
      return { id, slug, title, type, gazetteSection, documentOn, lead, publishedAt, updatedAt }
    }
    case 'pages': {
      const { id, slug, section, title, lead, order } = record
      return { id, slug, section, title, lead, order }
    }
    case 'forms': {
      const { id, slug, title, order, definition } = record
      const { lead, theme, minutes, department } = definition
      return { id, slug, title, lead, theme, minutes, department, order }
    }
    case 'institution':
    case 'geography':
      return null
    default:
      return record satisfies never
  }
}
