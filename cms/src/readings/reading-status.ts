import type { Pool } from 'pg'
import type { ReadingMethod } from './contract.ts'
import { type PageFault, pagesOnScreen, type ReadingCode, type ReadingState } from './reading-state.ts'

/** What the reader calls itself towards Postgres; by it others see whether one runs. */
export const readerName = 'avizier reader'

/** How the reading of a file stands, as the clerk sees it. */
export type ReadingStatus = {
  state: ReadingState
  code: ReadingCode | null
  pages: number | null
  pagesDone: number
  served: {
    pages: number
    method: ReadingMethod
    engine: string
    confidence: number | null
  } | null
  unreadPages: number[]
  /** Pages on which a personal number, an account, a card or an identity card's series stands. */
  personalDataPages: number[]
}

export type StatusPage = {
  number: number
  text: string
  method: ReadingMethod | null
  fault: PageFault | null
  confidence: number | null
}

type Query = Pick<Pool, 'query'>

/** Null when the file is of a kind that is not read. */
export async function readingStatus(pool: Query, sha256: string): Promise<ReadingStatus | null> {
  const { rows } = await pool.query<{
    state: ReadingState
    code: ReadingCode | null
    pages: number | null
    pages_done: number
    served_pages: number | null
    method: ReadingMethod | null
    engine: string | null
    engine_version: string | null
    confidence: number | null
    unread: number[] | null
    personal: number[] | null
  }>(
    `select r.state, r.code, r.pages, r.pages_done, r.served_pages, r.method, r.engine, r.engine_version, r.confidence,
       array_agg(p.page order by p.page) filter (where p.fault is not null) as unread,
       array_agg(p.page order by p.page) filter (where p.personal_data) as personal
     from avizier.readings r left join avizier.reading_pages p
       on p.sha256 = r.sha256 and p.edition = coalesce(r.served_edition, r.edition)
     where r.sha256 = $1 group by r.sha256`,
    [sha256],
  )
  const row = rows[0]
  if (!row) return null
  const { method, engine, engine_version: version, served_pages: servedPages, confidence } = row
  return {
    state: row.state,
    code: row.code,
    pages: row.pages,
    pagesDone: row.pages_done,
    served: method && servedPages ? { pages: servedPages, method, engine: `${engine} ${version}`, confidence } : null,
    unreadPages: row.unread ?? [],
    personalDataPages: row.personal ?? [],
  }
}

/** Pages as they were read, for the clerk: nothing is masked. What is under way is shown while nothing is served. */
export async function statusPages(
  pool: Query,
  { sha256, from, limit }: { sha256: string; from: number; limit: number },
): Promise<StatusPage[]> {
  const { rows } = await pool.query<StatusPage>(
    `select p.page as number, p.text, p.method, p.fault, p.confidence
     from avizier.readings r join avizier.reading_pages p
       on p.sha256 = r.sha256 and p.edition = coalesce(r.served_edition, r.edition)
     where r.sha256 = $1 and p.page >= $2 order by p.page limit $3`,
    [sha256, from, limit],
  )
  return rows
}

/** What the file's screen shows, and asks for again while the reading goes on. */
export type ReadingView = { status: ReadingStatus; pages: StatusPage[] }

/** Null when the file is of a kind that is not read. */
export async function readingView(pool: Query, sha256: string, from: number): Promise<ReadingView | null> {
  const status = await readingStatus(pool, sha256)
  return status && { status, pages: await statusPages(pool, { sha256, from, limit: pagesOnScreen }) }
}

/** What the whole record has to be read, and what could not be. */
export async function readingBacklog(
  pool: Query,
): Promise<{ files: number; failed: { id: string; name: string; code: ReadingCode }[]; isReaderUp: boolean }> {
  const { rows: waiting } = await pool.query<{ files: string; readers: string }>(
    `select (select count(*) from avizier.readings where state in ('waiting', 'working')) as files,
       (select count(*) from pg_stat_activity where application_name = $1 and datname = current_database()) as readers`,
    [readerName],
  )
  const { rows: failed } = await pool.query<{ id: string; name: string; code: ReadingCode }>(
    `select distinct on (r.sha256) f.id::text, f.filename as name, r.code
     from avizier.readings r join record.files f on f.sha256 = r.sha256
     where r.state = 'failed' order by r.sha256, f.id desc`,
  )
  return { files: Number(waiting[0]?.files ?? 0), failed, isReaderUp: Number(waiting[0]?.readers ?? 0) > 0 }
}
