import type { ShownRecord } from '@avizier/cms/changes'
import type { PublicReport } from '@avizier/cms/reports'
import { mediaFile } from '@avizier/cms/reports/media'
import { filePath } from '../paths.ts'
import type {
  ActSummary,
  AnnouncementSummary,
  DocumentSummary,
  FormSummary,
  PageSummary,
  ReportSummary,
} from './reader.ts'

/** What lists show of a record. */
export function summaryOf(
  record: ShownRecord,
): ActSummary | AnnouncementSummary | DocumentSummary | PageSummary | FormSummary | ReportSummary | null {
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
    case 'reports': {
      const { id, number, title, category, state, place, reportedAt, doneAt, plannedOn, daysToFix, timesReopened } =
        record
      const { department, authority, mergedInto, publishedAt, updatedAt } = record
      return {
        ...{ id, number, title, category, state, place, reportedAt, doneAt, plannedOn, daysToFix, timesReopened },
        ...{ department, authority, mergedInto, thumb: thumbOf(record), publishedAt, updatedAt },
      }
    }
    case 'reporting':
    case 'institution':
    case 'geography':
      return null
    default:
      return record satisfies never
  }
}

/** The smallest picture of a report, for lists: the proof where there is one. */
function thumbOf({ before, after }: Pick<PublicReport, 'before' | 'after'>): ReportSummary['thumb'] {
  for (const { media, alt } of [...after, ...before]) {
    const pictures = media.kind === 'photo' ? media.renditions : media.poster
    const smallest = pictures.find(({ mimeType }) => mimeType === 'image/webp') ?? pictures[0]
    if (smallest) return { path: filePath(mediaFile(smallest)), width: smallest.width, height: smallest.height, alt }
  }
  return null
}
