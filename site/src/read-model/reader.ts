import type { ActKind, ActState, PublicAct } from '@avizier/cms/acts'
import type { PublicAnnouncement } from '@avizier/cms/announcements'
import type { DocumentType, GazetteSection, PublicDocument } from '@avizier/cms/documents'
import type { PublicFile } from '@avizier/cms/files'
import type { FormTheme, PublicForm } from '@avizier/cms/forms'
import type { PublicInstitution } from '@avizier/cms/institution'
import type { PageSection, PublicPage } from '@avizier/cms/pages'
import type { PublicReport, PublicReporting } from '@avizier/cms/reports'
import type { PublicGeography } from '@avizier/cms/reports/geography'
import type { ReportList } from '../reports/report-lists.ts'

/** What a list needs of a record: cheap to read, without the body. */
export type ActSummary = Pick<
  PublicAct,
  | 'id'
  | 'kind'
  | 'number'
  | 'year'
  | 'adoptedOn'
  | 'title'
  | 'character'
  | 'visibility'
  | 'topic'
  | 'publishedAt'
  | 'updatedAt'
> & { state: ActState }
export type AnnouncementSummary = Pick<
  PublicAnnouncement,
  'id' | 'slug' | 'title' | 'category' | 'lead' | 'publishedOn' | 'dueOn' | 'publishedAt' | 'updatedAt'
>
export type DocumentSummary = Pick<
  PublicDocument,
  'id' | 'slug' | 'title' | 'type' | 'gazetteSection' | 'documentOn' | 'lead' | 'publishedAt' | 'updatedAt'
>
export type PageSummary = Pick<PublicPage, 'id' | 'slug' | 'section' | 'title' | 'lead' | 'order'>

export type FormSummary = Pick<PublicForm, 'id' | 'slug' | 'title' | 'order'> &
  Pick<PublicForm['definition'], 'lead' | 'minutes' | 'department'> & { theme: FormTheme }

export type ReportSummary = Pick<
  PublicReport,
  | 'id'
  | 'number'
  | 'title'
  | 'category'
  | 'state'
  | 'place'
  | 'reportedAt'
  | 'doneAt'
  | 'plannedOn'
  | 'daysToFix'
  | 'timesReopened'
  | 'department'
  | 'authority'
  | 'mergedInto'
  | 'publishedAt'
  | 'updatedAt'
> & { thumb: { path: string; width: number; height: number; alt: string } | null }

/** Numbers `from`..`to` of one year's register. Chunks are fixed (1-100, 101-200, …), so a new act touches one. */
export type ActChunk = { from: number; to: number }
type YearCount = { year: number; count: number }
/** Chunks of a month, a type or a year are numbered from 1, the oldest; the newest stands at the plain address. */
export type Chunk<Summary> = { items: Summary[]; chunk: number; chunks: number }

/**
 * What a page may ask while it renders. Each answer is remembered under the keys it depends on, so that the
 * publisher knows which files a change touches. Lists come newest first. Nothing here waits or fails for
 * lack of the CMS: it reads the site's own read model.
 */
export interface Reader {
  institution(): PublicInstitution
  /** The town's own map; null until it has drawn one. */
  geography(): PublicGeography | null
  /** The calendar day in Europe/Bucharest. A page that asks is written again each midnight. */
  today(): string

  act(at: { kind: ActKind; year: number; number: number }): PublicAct | null
  actYears(kind: ActKind): YearCount[]
  /** The years alone, newest first: a page that asks for no counts is not written again with every act. */
  yearsWithActs(kind: ActKind): number[]
  /** Ascending; empty when the year has no act. */
  actChunks(kind: ActKind, year: number): ActChunk[]
  actsInChunk(kind: ActKind, year: number, chunk: { from: number; to: number }): ActSummary[]
  newestActs(kind: ActKind, limit: number): ActSummary[]
  newestFullActs(kind: ActKind, limit: number): PublicAct[]

  announcement(slug: string): PublicAnnouncement | null
  announcementMonths(): { year: number; month: number; count: number }[]
  announcementsOfMonth(year: number, month: number, chunk?: number): Chunk<AnnouncementSummary> | null
  newestAnnouncements(limit: number): AnnouncementSummary[]
  /** With text and moments: for what is written again with every edit, such as a feed. */
  newestFullAnnouncements(limit: number): PublicAnnouncement[]
  /** Open for the reader to act on: `dueOn` today or later, soonest first. Depends on today. */
  dueAnnouncements(limit: number): AnnouncementSummary[]

  document(slug: string): PublicDocument | null
  documentTypes(): { type: DocumentType; count: number }[]
  documentYears(): YearCount[]
  documentsOfType(type: DocumentType, chunk?: number): Chunk<DocumentSummary> | null
  documentsOfYear(year: number, chunk?: number): Chunk<DocumentSummary> | null
  newestDocuments(limit: number): DocumentSummary[]
  /** Documents of a gazette section, grouped by type, at most `limit` of each, with the full count. */
  gazetteDocuments(
    section: GazetteSection,
    limit: number,
  ): { type: DocumentType; count: number; items: DocumentSummary[] }[]

  page(at: { section: PageSection; slug: string }): PublicPage | null
  pagesOf(section: PageSection): PageSummary[]

  form(slug: string): PublicForm | null
  /** All of them, by their place in their theme. */
  forms(): FormSummary[]
  /** What the form and the lists of reports have to know; null until the record has sent it. */
  reporting(): PublicReporting | null
  report(number: string): PublicReport | null
  /** Null when the list has nothing, or no such chunk. */
  reportsIn(list: ReportList, chunk?: number): Chunk<ReportSummary> | null
  /** How many reports each list has that has any; a page that asks is written again with every report. */
  reportCounts(): { list: ReportList; count: number }[]
  /** The same without the counts: written again when a list gets its first report, or loses its last. */
  reportListsInUse(): ReportList[]
  newestReports(limit: number): ReportSummary[]
  /** With text and moments, for a feed. */
  reportsForFeed(list: Omit<ReportList, 'stage'>, limit: number): PublicReport[]
  reportsOnMap(): ReportSummary[]
  /** All but duplicates: what the figures are made of. */
  reportsForFigures(): ReportSummary[]
  /** The document that carries a file, by the beginning of the file's fingerprint; the first when several do. */
  carrierOf(fingerprint: string): { file: PublicFile; title: string; path: string | null } | null

  sitemapShards(): { shard: string; updatedAt: string }[]
  sitemapEntries(shard: string): { path: string; updatedAt: string }[]
}
