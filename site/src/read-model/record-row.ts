import type { ShownRecord } from '@avizier/cms/changes'
import { recordPath } from '../paths.ts'
import {
  feedsOfReport,
  keyOfList,
  listsOfReport,
  type ReportList,
  stageOf,
  villageSlug,
} from '../reports/report-lists.ts'

/** The columns by which lists find a record. `day` orders it, `period` groups it (a year, or year-month). */
export type RecordRow = {
  noun: ShownRecord['noun']
  id: string
  revision: number
  /** Act kind, document type, announcement category, page section, form theme or category of a report. */
  kind: string
  slug: string
  year: number
  month: number
  number: number
  day: string
  due: string | null
  section: string | null
  visibility: string
  /** The village of a report, and how far it is. */
  place: string
  stage: string
  path: string | null
  updated: string
}

export function rowOf(record: ShownRecord): RecordRow {
  const base = {
    noun: record.noun,
    id: record.id,
    revision: record.revision,
    path: recordPath(record),
    updated: record.updatedAt,
    due: null,
    section: null,
    visibility: 'full',
    place: '',
    stage: '',
    number: 0,
    month: 0,
    year: 0,
    slug: '',
  }
  switch (record.noun) {
    case 'acts':
      return {
        ...base,
        kind: record.kind,
        year: record.year,
        number: record.number,
        day: record.adoptedOn,
        visibility: record.visibility,
      }
    case 'announcements':
      return {
        ...base,
        kind: record.category,
        slug: record.slug,
        ...yearAndMonth(record.publishedOn),
        day: record.publishedOn,
        due: record.dueOn,
      }
    case 'documents':
      return {
        ...base,
        kind: record.type,
        slug: record.slug,
        ...yearAndMonth(record.documentOn),
        day: record.documentOn,
        section: record.gazetteSection,
      }
    case 'pages':
      return {
        ...base,
        kind: record.section,
        slug: record.slug,
        number: record.order,
        day: '',
      }
    case 'forms':
      return {
        ...base,
        kind: record.definition.theme,
        slug: record.slug,
        number: record.order,
        day: '',
      }
    case 'reports':
      return {
        ...base,
        kind: record.category.slug,
        slug: record.number,
        ...yearAndMonth(record.reportedAt),
        day: record.reportedAt,
        place: record.place.village ? villageSlug(record.place.village) : '',
        stage: stageOf(record.state),
        visibility: record.state === 'merged' ? 'merged' : 'full',
      }
    case 'reporting':
    case 'institution':
    case 'geography':
      return { ...base, kind: '', day: '' }
    default:
      return record satisfies never
  }
}

const yearAndMonth = (day: string) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) })

/** Acts of one year are listed by hundreds of their register. */
export const actsPerChunk = 100
export const chunkOfNumber = (number: number) => {
  const from = Math.floor((number - 1) / actsPerChunk) * actsPerChunk + 1
  return { from, to: from + actsPerChunk - 1 }
}

/** Records of a month, type or year are listed by this many, the oldest (by id) in chunk 1. */
export const recordsPerChunk = 50

/** The keys under which pages remember that they read something of this record. */
export function keysOf(row: RecordRow): string[] {
  switch (row.noun) {
    case 'acts': {
      const { from } = chunkOfNumber(row.number)
      return [
        `act:${row.kind}:${row.year}:${row.number}`,
        `acts:${row.kind}:${row.year}:${from}`,
        `acts:${row.kind}:newest`,
        `sitemap:${shardOf(row)}`,
      ]
    }
    case 'announcements':
      return [`announcement:${row.slug}`, 'announcements:newest', 'announcements:due', `sitemap:${shardOf(row)}`]
    case 'documents':
      return [`document:${row.slug}`, 'documents:newest', `gazette:${row.section}`, `sitemap:${shardOf(row)}`]
    case 'pages':
      return [`page:${row.kind}:${row.slug}`, `pages:${row.kind}`, `sitemap:${shardOf(row)}`]
    case 'forms':
      return [`form:${row.slug}`, 'forms', `sitemap:${shardOf(row)}`]
    case 'reports':
      return [`report:${row.slug}`, 'reports:newest', 'reports:map', 'reports:figures', `sitemap:${shardOf(row)}`]
    case 'reporting':
      return ['reporting']
    case 'institution':
      return ['institution']
    case 'geography':
      return ['geography']
    default:
      return row.noun satisfies never
  }
}

/** Feeds carry the moment of the last change and part of the text: every edit of an entry touches them. */
export const feedKeysOf = (row: Pick<RecordRow, 'noun' | 'kind' | 'place'>): string[] => {
  if (row.noun === 'acts') return [`acts:${row.kind}:newest:full`]
  if (row.noun === 'reports') return feedsOfReport(row).map((list) => `reports:feed:${keyOfList(list)}`)
  return row.noun === 'announcements' ? ['announcements:newest:full'] : []
}

/** Counts that appear in lists of years, months, types: a key each, touched only when the count changes. */
export function countersOf(row: RecordRow): string[] {
  switch (row.noun) {
    case 'acts':
      return [
        `acts:${row.kind}:years|${row.year}`,
        `acts:${row.kind}:${row.year}:chunks|${chunkOfNumber(row.number).from}`,
      ]
    case 'announcements':
      return [`announcements:months|${row.year}-${row.month}`]
    case 'documents':
      return [`documents:types|${row.kind}`, `documents:years|${row.year}`, `gazette:${row.section}:counts|${row.kind}`]
    case 'reports':
      return row.visibility === 'full' ? listsOfReport(row).map((list) => `reports:lists|${keyOfList(list)}`) : []
    case 'pages':
    case 'forms':
    case 'reporting':
    case 'institution':
    case 'geography':
      return []
    default:
      return row.noun satisfies never
  }
}

/** The sitemap file that lists a record: acts and documents by year, announcements by year, pages and forms together. */
export const shardOf = (row: Pick<RecordRow, 'noun' | 'kind' | 'year'>): string => {
  if (['pages', 'institution', 'reporting', 'geography'].includes(row.noun)) return 'pagini'
  if (row.noun === 'forms') return 'formulare'
  if (row.noun === 'reports') return `sesizari-${row.year}`
  if (row.noun === 'acts') return `${row.kind === 'decision' ? 'hotarari' : 'dispozitii'}-${row.year}`
  return `${row.noun === 'announcements' ? 'anunturi' : 'documente'}-${row.year}`
}

/** A list that is cut into chunks by id, with the columns that say who is in it and the counter of how many are. */
export type ChunkedList = {
  list: string
  columns: readonly string[]
  values: readonly (string | number)[]
  counted: { list: string; member: string }
}

export function chunkedListsOf(row: RecordRow): ChunkedList[] {
  if (row.noun === 'announcements') {
    return [
      {
        list: `announcements:${row.year}-${row.month}`,
        columns: ['noun', 'year', 'month'],
        values: [row.noun, row.year, row.month],
        counted: { list: 'announcements:months', member: `${row.year}-${row.month}` },
      },
    ]
  }
  if (row.noun === 'reports') return row.visibility === 'full' ? listsOfReport(row).map(chunkedListOf) : []
  if (row.noun !== 'documents') return []
  return [
    {
      list: `documents:type:${row.kind}`,
      columns: ['noun', 'kind'],
      values: [row.noun, row.kind],
      counted: { list: 'documents:types', member: row.kind },
    },
    {
      list: `documents:year:${row.year}`,
      columns: ['noun', 'year'],
      values: [row.noun, row.year],
      counted: { list: 'documents:years', member: String(row.year) },
    },
  ]
}

/** The list of reports that a choice of filters asks for. */
export function chunkedListOf(given: ReportList): ChunkedList {
  const { village, category, stage } = given
  const asked = Object.entries({ noun: 'reports', visibility: 'full', place: village, kind: category, stage })
  const pairs = asked.filter((pair): pair is [string, string] => pair[1] !== null)
  return {
    list: `reports:list:${keyOfList(given)}`,
    columns: pairs.map(([column]) => column),
    values: pairs.map(([, value]) => value),
    counted: { list: 'reports:lists', member: keyOfList(given) },
  }
}
