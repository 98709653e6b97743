import type { PublicAct } from '@avizier/cms/acts'
import type { Body } from '@avizier/cms/body'
import type { PublicRecord } from '@avizier/cms/changes'
import type { PublicFile } from '@avizier/cms/files'
import { hidePersonalData } from '@avizier/cms/hide-personal-data'
import type { SearchDocument, SearchFile } from '@avizier/search/search-index'
import { textOf } from '../elements/Prose/body-text.ts'
import { actYearPath, filePath, recordPath } from '../paths.ts'
import {
  type CategoryWord,
  categoryOfAnnouncement,
  categoryOfDocument,
  categoryOfTopic,
  type KindWord,
} from './search-words.ro.ts'

/** The pages of a published file that have been read, without personal numbers; none while it has not. */
export type PagesOf = (file: PublicFile) => Promise<SearchFile['pages']>

type Found = Pick<SearchDocument, 'title' | 'date' | 'year' | 'category' | 'state' | 'act' | 'text' | 'sourceId'> & {
  kind: KindWord
  url: string
  category: CategoryWord | null
}

/**
 * What is found of a public record; null for what has no page. Identification numbers that slipped into a text or
 * a scan never enter the index (Law 190/2018, art. 4).
 */
export async function searchDocumentOf(record: PublicRecord, pagesOf: PagesOf): Promise<SearchDocument | null> {
  const found = foundIn(record)
  if (!found || !('files' in record)) return null
  const files: SearchFile[] = []
  for (const file of record.files) {
    files.push({ name: file.label, url: filePath(file), pages: await pagesOf(file) })
  }
  return {
    ...found,
    id: idOf(record),
    revision: record.revision,
    title: hidePersonalData(found.title),
    text: hidePersonalData(found.text),
    files,
  }
}

export const idOf = ({ noun, id }: Pick<PublicRecord, 'noun' | 'id'>) => `${noun}:${id}`

function foundIn(record: PublicRecord): Found | null {
  switch (record.noun) {
    case 'acts':
      return {
        kind: record.kind === 'decision' ? 'hotarare' : 'dispozitie',
        url: recordPath(record) ?? actYearPath(record.kind, record.year),
        title: record.title,
        date: record.adoptedOn,
        year: record.year,
        category: record.topic && categoryOfTopic[record.topic],
        state: stateOfAct(record),
        act: {
          kind: record.kind === 'decision' ? 'hotarare' : 'dispozitie',
          number: record.number,
          year: record.year,
        },
        text: join(record.summary, record.body),
        sourceId: record.sourceId,
      }
    case 'announcements':
      return {
        kind: 'anunt',
        url: recordPath(record) ?? '',
        title: record.title,
        ...dated(record.publishedOn),
        category: categoryOfAnnouncement[record.category],
        state: record.category === 'consultation' ? 'proiect' : null,
        act: null,
        text: join([record.lead], record.body),
        sourceId: record.sourceId,
      }
    case 'documents':
      return {
        kind: 'document',
        url: recordPath(record) ?? '',
        title: record.title,
        ...dated(record.documentOn),
        category: categoryOfDocument[record.type],
        state: record.type === 'draftNotice' ? 'proiect' : null,
        act: null,
        text: join([record.lead], record.body),
        sourceId: record.sourceId,
      }
    case 'pages':
      return {
        kind: 'pagina',
        url: recordPath(record) ?? '',
        title: record.title,
        ...dated(record.updatedAt.slice(0, 10)),
        category: null,
        state: null,
        act: null,
        text: join([record.lead], record.body),
        sourceId: null,
      }
    case 'forms':
      return {
        kind: 'formular',
        url: recordPath(record) ?? '',
        title: record.title,
        ...dated(record.publishedOn),
        category: null,
        state: null,
        act: null,
        text: [record.definition.lead, ...record.definition.needs].join('\n'),
        sourceId: null,
      }
    // Reports are found on their own pages and map: they would crowd acts out of the search.
    case 'reports':
    case 'reporting':
    case 'institution':
    case 'search':
    case 'geography':
      return null
    default:
      return record satisfies never
  }
}

const dated = (day: string) => ({ date: day, year: Number(day.slice(0, 4)) })
const join = (lines: readonly string[], body: Body) => [...lines.filter(Boolean), textOf(body)].join('\n')

const endedStates = ['repealed', 'revoked', 'annulledByCourt', 'lapsed', 'nonexistent']
const stateOfAct = ({ state }: PublicAct) => (endedStates.includes(state.kind) ? 'abrogata' : 'in_vigoare')
