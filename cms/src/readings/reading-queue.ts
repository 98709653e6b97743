import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { hidePersonalData } from '../publishing/hide-personal-data.ts'
import { isOlder } from './engine-version.ts'
import type { ReadPage } from './page-reader.ts'
import { lettersIn } from './page-text.ts'
import { type PageFault, priorities, type Read, readingLimits } from './reading-state.ts'
import type { Engine } from './recognition-engine.ts'

/** A turn at one file. The lease is what every write shows; a writer whose lease has passed to another stores nothing. */
export type Turn = {
  sha256: string
  lease: string
  edition: number
  pagesDone: number
  /** Times this page was begun and never finished, this one included. */
  attempts: number
  spentMs: number
  file: { name: string; mimeType: string } | null
}

const leaseSeconds = 60
/** Takes the reading that waits longest, or one whose reader has died; null when nothing waits. */
export async function takeTurn(pool: Pool, engine: Engine): Promise<Turn | null> {
  const { rows } = await pool.query<{
    sha256: string
    lease: string
    edition: number
    pages_done: number
    attempts: number
    spent_ms: string
    edition_engine: string | null
    filename: string | null
    mime_type: string | null
  }>(
    `with next as (
       select sha256 from avizier.readings
       where state = 'waiting' or (state = 'working' and lease_until < now())
       order by priority, turn_at limit 1 for update skip locked
     ), taken as (
       update avizier.readings r set state = 'working', lease = $1, lease_until = now() + $2 * interval '1 second',
         attempts = attempts + 1, updated_at = now()
       from next where r.sha256 = next.sha256 returning r.*
     )
     select taken.*, f.filename, f.mime_type from taken
     left join lateral (select filename, mime_type from record.files where sha256 = taken.sha256 order by id limit 1) f on true`,
    [randomUUID(), leaseSeconds],
  )
  const row = rows[0]
  if (!row) return null
  const isResumable = row.pages_done === 0 || row.edition_engine === named(engine)
  await pool.query(
    `with gone as (delete from avizier.reading_pages where not $4 and sha256 = $1 and edition = $5 )
     update avizier.readings set edition_engine = $3, pages_done = case when $4 then pages_done else 0 end
     where sha256 = $1 and lease = $2`,
    [row.sha256, row.lease, named(engine), isResumable, row.edition],
  )
  return {
    sha256: row.sha256,
    lease: row.lease,
    edition: row.edition,
    pagesDone: isResumable ? row.pages_done : 0,
    attempts: row.attempts,
    spentMs: Number(row.spent_ms),
    file: row.filename && row.mime_type ? { name: row.filename, mimeType: row.mime_type } : null,
  }
}

const named = ({ name, version }: Engine) => `${name} ${version}`

/** Keeps the lease while a slow page is under way. False when it has passed to another. */
export async function renewLease(pool: Pool, { sha256, lease }: Turn): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update avizier.readings set lease_until = now() + $3 * interval '1 second' where sha256 = $1 and lease = $2`,
    [sha256, lease, leaseSeconds],
  )
  return rowCount === 1
}

/** Notes how many pages there are to read, also in the file's own record. */
export async function notePages(pool: Pool, { sha256, lease }: Turn, pages: number): Promise<void> {
  await pool.query(
    `with noted as (update avizier.readings set pages = $3 where sha256 = $1 and lease = $2 returning sha256)
     update record.files f set pages = $3 from noted
     where f.sha256 = noted.sha256 and f.pages is distinct from $3 and f.mime_type = 'application/pdf'`,
    [sha256, lease, pages],
  )
}

/** Stores one page and the progress in one statement. False when the lease has passed to another. */
export async function storePage(
  pool: Pool,
  turn: Turn,
  { page, spentMs, ...read }: { page: number; spentMs: number } & (ReadPage | { kind: 'fault'; fault: PageFault }),
): Promise<boolean> {
  const isRead = read.kind === 'read'
  const text = isRead ? read.text.replaceAll('\0', '') : ''
  const { rowCount } = await pool.query(
    `with progress as (
       update avizier.readings set pages_done = $4, attempts = 0, spent_ms = spent_ms + $10, updated_at = now(),
         lease_until = now() + $11 * interval '1 second'
       where sha256 = $1 and lease = $2 returning sha256
     )
     insert into avizier.reading_pages (sha256, edition, page, text, method, fault, confidence, personal_data)
     select sha256, $3, $4, $5, $6, $7, $8, $9 from progress
     on conflict (sha256, edition, page) do update set text = excluded.text, method = excluded.method,
       fault = excluded.fault, confidence = excluded.confidence, personal_data = excluded.personal_data`,
    [
      turn.sha256,
      turn.lease,
      turn.edition,
      page,
      text,
      isRead ? read.method : null,
      isRead ? null : read.fault,
      isRead ? read.confidence : null,
      text !== hidePersonalData(text),
      Math.round(spentMs),
      leaseSeconds,
    ],
  )
  return rowCount === 1
}

/** Gives the turn back: the file goes to the end of the line with the pages it has. */
export async function giveBack(pool: Pool, { sha256, lease }: Turn): Promise<void> {
  await pool.query(
    `update avizier.readings set state = 'waiting', lease = null, lease_until = null, attempts = 0, turn_at = now(),
       updated_at = now()
     where sha256 = $1 and lease = $2`,
    [sha256, lease],
  )
}

/** What the edition under way holds so far. */
export async function readSoFar(pool: Pool, { sha256, edition }: Turn): Promise<Omit<Read, 'stopped'>> {
  const { rows } = await pool.query<{ text: string; fault: string | null }>(
    `select case when length(text) < 1000 then text else left(text, 1000) end as text, fault
     from avizier.reading_pages where sha256 = $1 and edition = $2`,
    [sha256, edition],
  )
  return {
    pages: rows.length,
    faults: rows.filter(({ fault }) => fault !== null).length,
    costly: rows.filter(({ fault }) => fault === 'page-too-slow' || fault === 'page-too-large').length,
    letters: rows.reduce((total, { text }) => total + lettersIn(text), 0),
  }
}

/** How many of the last pages in a row could not be read. */
export async function faultsInARow(pool: Pool, { sha256, edition }: Turn): Promise<number> {
  const { rows } = await pool.query<{ fault: string | null }>(
    'select fault from avizier.reading_pages where sha256 = $1 and edition = $2 order by page desc limit $3',
    [sha256, edition, readingLimits.faultsInARow],
  )
  const firstRead = rows.findIndex(({ fault }) => fault === null)
  return firstRead === -1 ? rows.length : firstRead
}

/** Puts a reading in line again from its first page; what is served stays until the new one is whole. */
const again = `state = 'waiting', code = null, edition = edition + 1, pages_done = 0, attempts = 0, spent_ms = 0,
  turn_at = now(), updated_at = now()`

/** False when the file is in line already, or is of a kind that is not read. */
export async function readAgain(pool: Pool, sha256: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update avizier.readings set ${again}, priority = $2 where sha256 = $1 and state not in ('waiting', 'working')`,
    [sha256, priorities.asked],
  )
  return rowCount === 1
}

/** Puts in line, behind everything else, what an older version of this engine recognised. Answers how many. */
export async function readOlderAgain(pool: Pool, engine: Engine): Promise<number> {
  const { rows } = await pool.query<{ version: string }>(
    "select distinct engine_version as version from avizier.readings where method = 'recognised' and engine = $1",
    [engine.name],
  )
  const older = rows.map(({ version }) => version).filter((version) => isOlder(version, engine.version))
  const { rowCount } = await pool.query(
    `update avizier.readings set ${again}, priority = $3
     where state = 'done' and method = 'recognised' and engine = $1 and engine_version = any($2)`,
    [engine.name, older, priorities.improved],
  )
  return rowCount ?? 0
}
