import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { ActKind, PublicAct } from '@avizier/cms/acts'
import type { PublicAnnouncement } from '@avizier/cms/announcements'
import type { DocumentType, GazetteSection, PublicDocument } from '@avizier/cms/documents'
import type { PublicFile } from '@avizier/cms/files'
import type { PublicForm } from '@avizier/cms/forms'
import type { PublicInstitution } from '@avizier/cms/institution'
import type { PageSection, PublicPage } from '@avizier/cms/pages'
import type { PublicReport, PublicReporting } from '@avizier/cms/reports'
import type { PublicGeography } from '@avizier/cms/reports/geography'
import { keyOfList, listOfKey, type ReportList } from '../reports/report-lists.ts'
import type {
  ActSummary,
  AnnouncementSummary,
  Chunk,
  DocumentSummary,
  FormSummary,
  PageSummary,
  Reader,
  ReportSummary,
} from './reader.ts'
import { actsPerChunk, chunkedListOf, chunkOfNumber, recordsPerChunk } from './record-row.ts'

type Row = Record<string, SQLInputValue>

/** Reads the site's read model; every question adds the keys its answer depends on to `keys`. */
export class SqliteReader implements Reader {
  readonly #db: DatabaseSync
  readonly #today: () => string
  readonly #statements = new Map<string, StatementSync>()
  keys: Set<string> = new Set()

  constructor(db: DatabaseSync, today: () => string) {
    this.#db = db
    this.#today = today
  }

  institution(): PublicInstitution {
    this.keys.add('institution')
    const found = this.#record<PublicInstitution>(`select record from records where noun = 'institution' limit 1`)
    if (!found) throw new Error('The institution has not arrived from the record yet')
    return found
  }

  geography(): PublicGeography | null {
    this.keys.add('geography')
    const found = this.#record<PublicGeography>(`select record from records where noun = 'geography' limit 1`)
    return found && found.features.length > 0 ? found : null
  }

  today(): string {
    this.keys.add('today')
    return this.#today()
  }

  act({ kind, year, number }: { kind: ActKind; year: number; number: number }): PublicAct | null {
    this.keys.add(`act:${kind}:${year}:${number}`)
    return this.#record<PublicAct>(
      `select record from records where noun = 'acts' and kind = ? and year = ? and number = ? and visibility = 'full' limit 1`,
      kind,
      year,
      number,
    )
  }

  actYears(kind: ActKind) {
    this.keys.add(`acts:${kind}:years`)
    return this.#counts(`acts:${kind}:years`)
      .map(({ member, count }) => ({ year: Number(member), count }))
      .sort((a, b) => b.year - a.year)
  }

  yearsWithActs(kind: ActKind): number[] {
    this.keys.add(`acts:${kind}:years:set`)
    return this.#counts(`acts:${kind}:years`)
      .map(({ member }) => Number(member))
      .sort((a, b) => b - a)
  }

  actChunks(kind: ActKind, year: number) {
    this.keys.add(`acts:${kind}:${year}:chunks:set`)
    return this.#counts(`acts:${kind}:${year}:chunks`)
      .map(({ member }) => ({ from: Number(member), to: Number(member) + actsPerChunk - 1 }))
      .sort((a, b) => a.from - b.from)
  }

  actsInChunk(kind: ActKind, year: number, { from, to }: { from: number; to: number }): ActSummary[] {
    this.keys.add(`acts:${kind}:${year}:${chunkOfNumber(from).from}`)
    return this.#summaries<ActSummary>(
      `select summary from records where noun = 'acts' and kind = ? and year = ? and number between ? and ? order by number desc`,
      kind,
      year,
      from,
      to,
    )
  }

  newestActs(kind: ActKind, limit: number): ActSummary[] {
    this.keys.add(`acts:${kind}:newest`)
    return this.#summaries<ActSummary>(
      `select summary from records where noun = 'acts' and kind = ? and visibility = 'full' order by year desc, number desc limit ?`,
      kind,
      limit,
    )
  }

  newestFullActs(kind: ActKind, limit: number): PublicAct[] {
    this.keys.add(`acts:${kind}:newest:full`)
    return this.#all(
      `select record from records where noun = 'acts' and kind = ? and visibility = 'full' order by year desc, number desc limit ?`,
      kind,
      limit,
    ).map((row) => JSON.parse(String(row['record'])) as PublicAct)
  }

  announcement(slug: string): PublicAnnouncement | null {
    this.keys.add(`announcement:${slug}`)
    return this.#record<PublicAnnouncement>(
      `select record from records where noun = 'announcements' and slug = ? order by seq limit 1`,
      slug,
    )
  }

  announcementMonths() {
    this.keys.add('announcements:months')
    return this.#counts('announcements:months')
      .map(({ member, count }) => {
        const [year = 0, month = 0] = member.split('-').map(Number)
        return { year, month, count }
      })
      .sort((a, b) => b.year - a.year || b.month - a.month)
  }

  announcementsOfMonth(year: number, month: number, chunk?: number): Chunk<AnnouncementSummary> | null {
    return this.#chunk<AnnouncementSummary>(
      `announcements:${year}-${month}`,
      `noun = 'announcements' and year = ? and month = ?`,
      [year, month],
      chunk,
      'publishedOn',
    )
  }

  newestAnnouncements(limit: number): AnnouncementSummary[] {
    this.keys.add('announcements:newest')
    return this.#summaries<AnnouncementSummary>(
      `select summary from records where noun = 'announcements' order by day desc, seq desc limit ?`,
      limit,
    )
  }

  newestFullAnnouncements(limit: number): PublicAnnouncement[] {
    this.keys.add('announcements:newest:full')
    return this.#all(
      `select record from records where noun = 'announcements' order by day desc, seq desc limit ?`,
      limit,
    ).map((row) => JSON.parse(String(row['record'])) as PublicAnnouncement)
  }

  dueAnnouncements(limit: number): AnnouncementSummary[] {
    this.keys.add('announcements:due')
    return this.#summaries<AnnouncementSummary>(
      `select summary from records where due is not null and due >= ? order by due, seq limit ?`,
      this.today(),
      limit,
    )
  }

  document(slug: string): PublicDocument | null {
    this.keys.add(`document:${slug}`)
    return this.#record<PublicDocument>(
      `select record from records where noun = 'documents' and slug = ? order by seq limit 1`,
      slug,
    )
  }

  documentTypes() {
    this.keys.add('documents:types')
    return this.#counts('documents:types').map(({ member, count }) => ({ type: member as DocumentType, count }))
  }

  documentYears() {
    this.keys.add('documents:years')
    return this.#counts('documents:years')
      .map(({ member, count }) => ({ year: Number(member), count }))
      .sort((a, b) => b.year - a.year)
  }

  documentsOfType(type: DocumentType, chunk?: number): Chunk<DocumentSummary> | null {
    return this.#chunk<DocumentSummary>(
      `documents:type:${type}`,
      `noun = 'documents' and kind = ?`,
      [type],
      chunk,
      'documentOn',
    )
  }

  documentsOfYear(year: number, chunk?: number): Chunk<DocumentSummary> | null {
    return this.#chunk<DocumentSummary>(
      `documents:year:${year}`,
      `noun = 'documents' and year = ?`,
      [year],
      chunk,
      'documentOn',
    )
  }

  newestDocuments(limit: number): DocumentSummary[] {
    this.keys.add('documents:newest')
    return this.#summaries<DocumentSummary>(
      `select summary from records where noun = 'documents' order by day desc, seq desc limit ?`,
      limit,
    )
  }

  gazetteDocuments(section: GazetteSection, limit: number) {
    this.keys.add(`gazette:${section}`).add(`gazette:${section}:counts`)
    return this.#counts(`gazette:${section}:counts`).map(({ member, count }) => ({
      type: member as DocumentType,
      count,
      items: this.#summaries<DocumentSummary>(
        `select summary from records where section = ? and kind = ? order by day desc, seq desc limit ?`,
        section,
        member,
        limit,
      ),
    }))
  }

  page({ section, slug }: { section: PageSection; slug: string }): PublicPage | null {
    this.keys.add(`page:${section}:${slug}`)
    return this.#record<PublicPage>(
      `select record from records where noun = 'pages' and slug = ? and kind = ? limit 1`,
      slug,
      section,
    )
  }

  pagesOf(section: PageSection): PageSummary[] {
    this.keys.add(`pages:${section}`)
    return this.#summaries<PageSummary>(
      `select summary from records where noun = 'pages' and kind = ? order by number, slug`,
      section,
    )
  }

  form(slug: string): PublicForm | null {
    this.keys.add(`form:${slug}`)
    return this.#record<PublicForm>(
      `select record from records where noun = 'forms' and slug = ? order by seq limit 1`,
      slug,
    )
  }

  forms(): FormSummary[] {
    this.keys.add('forms')
    return this.#summaries<FormSummary>(
      `select summary from records where noun = 'forms' order by kind, number, slug, seq`,
    )
  }

  reporting(): PublicReporting | null {
    this.keys.add('reporting')
    return this.#record<PublicReporting>(`select record from records where noun = 'reporting' limit 1`)
  }

  report(number: string): PublicReport | null {
    this.keys.add(`report:${number}`)
    return this.#record<PublicReport>(`select record from records where noun = 'reports' and slug = ? limit 1`, number)
  }

  reportsIn(list: ReportList, chunk?: number): Chunk<ReportSummary> | null {
    const { list: key, columns, values } = chunkedListOf(list)
    const where = columns.map((column) => `${column} = ?`).join(' and ')
    return this.#chunk<ReportSummary>(key, where, [...values], chunk, 'reportedAt')
  }

  reportCounts() {
    this.keys.add('reports:lists')
    return this.#counts('reports:lists').map(({ member, count }) => ({ list: listOfKey(member), count }))
  }

  reportListsInUse() {
    this.keys.add('reports:lists:set')
    return this.#counts('reports:lists').map(({ member }) => listOfKey(member))
  }

  newestReports(limit: number): ReportSummary[] {
    this.keys.add('reports:newest')
    return this.#summaries<ReportSummary>(
      `select summary from records where noun = 'reports' and visibility = 'full' order by day desc, seq desc limit ?`,
      limit,
    )
  }

  reportsForFeed(list: Omit<ReportList, 'stage'>, limit: number): PublicReport[] {
    const whole = { ...list, stage: null }
    this.keys.add(`reports:feed:${keyOfList(whole)}`)
    const { columns, values } = chunkedListOf(whole)
    const where = columns.map((column) => `${column} = ?`).join(' and ')
    return this.#all(
      `select record from records where ${where} order by updated desc, seq desc limit ?`,
      ...values,
      limit,
    ).map((row) => JSON.parse(String(row['record'])) as PublicReport)
  }

  /** For answers that are made on request: it leaves no key. The newest first, merged ones too. */
  reportsBetween({
    from,
    to,
    categories,
  }: {
    from: string
    to: string
    categories: readonly string[]
  }): PublicReport[] {
    const kinds = categories.length > 0 ? `and kind in (${categories.map(() => '?').join(', ')})` : ''
    return this.#all(
      `select record from records where noun = 'reports' and day >= ? and day <= ? ${kinds} order by day desc, seq desc`,
      from,
      to,
      ...categories,
    ).map((row) => JSON.parse(String(row['record'])) as PublicReport)
  }

  reportsOnMap(): ReportSummary[] {
    this.keys.add('reports:map')
    return this.#summaries<ReportSummary>(
      `select summary from records where noun = 'reports' and visibility = 'full' order by seq`,
    )
  }

  reportsForFigures(): ReportSummary[] {
    this.keys.add('reports:figures')
    return this.#summaries<ReportSummary>(
      `select summary from records where noun = 'reports' and visibility = 'full' order by seq`,
    )
  }

  carrierOf(fingerprint: string) {
    this.keys.add(`reading:${fingerprint}`)
    const row = this.#all(
      `select f.file, r.record, r.path from files f join records r on r.noun = f.noun and r.id = f.id
       where f.fingerprint = ? order by r.seq limit 1`,
      fingerprint,
    )[0]
    if (!row) return null
    const { title } = JSON.parse(String(row['record'])) as { title: string }
    return {
      file: JSON.parse(String(row['file'])) as PublicFile,
      title,
      path: row['path'] ? String(row['path']) : null,
    }
  }

  sitemapShards() {
    this.keys.add('sitemap')
    return this.#all('select shard, updated from shards order by shard').map((row) => ({
      shard: String(row['shard']),
      updatedAt: String(row['updated']),
    }))
  }

  sitemapEntries(shard: string) {
    this.keys.add(`sitemap:${shard}`)
    return this.#all(`select path, updated from records where shard = ? and path is not null order by path`, shard).map(
      (row) => ({
        path: String(row['path']),
        updatedAt: String(row['updated']),
      }),
    )
  }

  /** Chunk by id, so that what is in a full chunk stays there; within a chunk the newest day comes first. */
  #chunk<Summary extends { id: string }>(
    list: string,
    where: string,
    values: SQLInputValue[],
    chunk: number | undefined,
    day: string,
  ): Chunk<Summary> | null {
    const count = Number(
      this.#all(`select count(*) as count from records where ${where}`, ...values)[0]?.['count'] ?? 0,
    )
    const chunks = Math.ceil(count / recordsPerChunk)
    const number = chunk ?? chunks
    this.keys.add(`${list}:${number}`)
    if (chunk === undefined) this.keys.add(`${list}:last`)
    if (number < 1 || number > chunks) return null
    const items = this.#summaries<Summary>(
      `select summary from records where ${where} order by seq limit ? offset ?`,
      ...values,
      recordsPerChunk,
      (number - 1) * recordsPerChunk,
    )
    const dayOf = (item: Summary) => String((item as Record<string, unknown>)[day])
    items.sort((a, b) => (dayOf(a) === dayOf(b) ? Number(b.id) - Number(a.id) : dayOf(a) < dayOf(b) ? 1 : -1))
    return { items, chunk: number, chunks }
  }

  #counts(list: string) {
    return this.#all('select member, count from counters where list = ? order by member', list).map((row) => ({
      member: String(row['member']),
      count: Number(row['count']),
    }))
  }

  #summaries<Summary>(statement: string, ...values: SQLInputValue[]): Summary[] {
    return this.#all(statement, ...values).map((row) => JSON.parse(String(row['summary'])) as Summary)
  }

  #record<Found>(statement: string, ...values: SQLInputValue[]): Found | null {
    const row = this.#all(statement, ...values)[0]
    return row ? (JSON.parse(String(row['record'])) as Found) : null
  }

  #all(statement: string, ...values: SQLInputValue[]): Row[] {
    let prepared = this.#statements.get(statement)
    if (!prepared) {
      prepared = this.#db.prepare(statement)
      this.#statements.set(statement, prepared)
    }
    return prepared.all(...values) as Row[]
  }
}
