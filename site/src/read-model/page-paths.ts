import type { ActKind } from '@avizier/cms/acts'
import type { ShownRecord } from '@avizier/cms/changes'
import { type DocumentType, GazetteSection } from '@avizier/cms/documents'
import type { PublicFile } from '@avizier/cms/files'
import {
  accessibilityPath,
  actChunkPath,
  actsPath,
  actYearPath,
  announcementMonthPath,
  announcementsPath,
  announcementYearPath,
  documentsPath,
  documentTypePath,
  documentYearPath,
  formsPath,
  gazettePath,
  gazetteSectionPath,
  homePath,
  mapDataPath,
  pagesPerReadingChunk,
  readingPath,
  recordPath,
  reportFeedPath,
  reportFiguresPath,
  reportListPath,
  reportsMapPath,
  reportsPath,
  sectionPath,
} from '../paths.ts'
import { listOfKey } from '../reports/report-lists.ts'
import { chunkOfNumber, recordsPerChunk } from './record-row.ts'

const twin = (path: string) => `${path}index.json`

/** The files that exist whatever the record holds. */
export const standingPaths: readonly string[] = [
  homePath,
  twin(homePath),
  ...(['decision', 'order'] as const).flatMap((kind) => [actsPath(kind), twin(actsPath(kind))]),
  announcementsPath,
  twin(announcementsPath),
  documentsPath,
  twin(documentsPath),
  formsPath,
  twin(formsPath),
  gazettePath,
  ...GazetteSection.options.map(gazetteSectionPath),
  sectionPath('townHall'),
  sectionPath('commune'),
  accessibilityPath,
  reportsPath,
  twin(reportsPath),
  reportFiguresPath,
  twin(reportFiguresPath),
  reportsMapPath,
  `${reportsPath}atom.xml`,
  '/hotarari/atom.xml',
  '/anunturi/atom.xml',
  mapDataPath,
  '/sitemap.xml',
  '/robots.txt',
  '/404.html',
]

/** The files a record has of its own. */
export function pathsOfRecord(record: ShownRecord): string[] {
  const path = recordPath(record)
  if (!path || !('files' in record)) return []
  return [path, ...(record.noun === 'pages' ? [] : [twin(path)]), ...record.files.flatMap(pathsOfReading)]
}

/** The pages on which the machine-read text of a file stands, once there is one. */
export function pathsOfReading(file: Pick<PublicFile, 'sha256' | 'reading'>): string[] {
  const chunks = Math.ceil((file.reading?.pages ?? 0) / pagesPerReadingChunk)
  return Array.from({ length: chunks }, (_, index) => readingPath(file, index + 1))
}

/**
 * The list pages that a member of a counted list stands for, when it counts `count`:
 * all its chunks, or only the `last`, which is the one that comes or goes when the count changes.
 */
export function pathsOfMember(list: string, member: string, count: number, which: 'all' | 'last'): string[] {
  const [noun, kind = '', third] = list.split(':')
  if (noun === 'acts' && third === 'years') {
    const path = actYearPath(kind as ActKind, Number(member))
    return [path, twin(path)]
  }
  if (noun === 'acts') return [actChunkPath(kind as ActKind, Number(third), chunkOfNumber(Number(member)))]
  const last = Math.ceil(count / recordsPerChunk)
  const chunks = which === 'last' ? [last] : Array.from({ length: last }, (_, index) => index + 1)
  if (list === 'reports:lists') {
    const choice = listOfKey(member)
    const path = reportListPath(choice)
    const feed = choice.stage ? [] : [reportFeedPath(choice)]
    return [path, twin(path), ...feed, ...chunks.map((chunk) => reportListPath(choice, chunk))]
  }
  if (list === 'announcements:months') {
    const [year = 0, month = 0] = member.split('-').map(Number)
    return [
      announcementYearPath(year),
      announcementMonthPath(year, month),
      ...chunks.map((chunk) => announcementMonthPath(year, month, chunk)),
    ]
  }
  if (list === 'documents:types') {
    const type = member as DocumentType
    return [documentTypePath(type), ...chunks.map((chunk) => documentTypePath(type, chunk))]
  }
  if (list === 'documents:years') {
    return [documentYearPath(Number(member)), ...chunks.map((chunk) => documentYearPath(Number(member), chunk))]
  }
  return []
}
