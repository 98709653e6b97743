import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { readScannerAddress } from '../env.ts'
import type { FileScan, ScanState } from './file-scan.ts'

type Record = { payload: Pick<Payload, 'db'> }
const poolOf = ({ payload }: Record) => (payload.db as unknown as PostgresAdapter).pool

/**
 * Notes a file that was kept, so that it is scanned: at once in the queue, whatever becomes of the entry that is to
 * name it. What is known of the same bytes stays known.
 */
export async function noteKeptFile(
  record: Record,
  sha256: string,
  state: Exclude<ScanState, 'infected'> = readScannerAddress() ? 'waiting' : 'unscanned',
): Promise<void> {
  await poolOf(record).query(
    `insert into avizier.file_scans (sha256, state, scanned_at) values ($1, $2, case when $2 = 'clean' then now() end)
     on conflict do nothing`,
    [sha256, state],
  )
}

const unknown: FileScan = { state: 'unscanned', verdict: null }

/** What is known of each of these files. */
export async function scansOf(record: Record, sha256s: readonly string[]): Promise<(sha256: string) => FileScan> {
  if (sha256s.length === 0) return () => unknown
  const { rows } = await poolOf(record).query<FileScan & { sha256: string }>(
    'select sha256, state, verdict from avizier.file_scans where sha256 = any($1)',
    [[...sha256s]],
  )
  const known = new Map(rows.map(({ sha256, ...scan }) => [sha256, scan]))
  return (sha256) => known.get(sha256) ?? unknown
}

export type Quarantine = {
  /** `none`: no scanner is configured; `down`: files wait that it did not look at when it was asked. */
  scanner: 'none' | 'ok' | 'down'
  waiting: number
  infected: number
}

export async function quarantine(record: Record): Promise<Quarantine> {
  const { rows } = await poolOf(record).query<{ waiting: number; refused: number; infected: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'waiting' and attempts > 0)::int as refused,
       count(*) filter (where state = 'infected')::int as infected
     from avizier.file_scans where state in ('waiting', 'infected')`,
  )
  const { waiting = 0, refused = 0, infected = 0 } = rows[0] ?? {}
  return { scanner: readScannerAddress() === null ? 'none' : refused > 0 ? 'down' : 'ok', waiting, infected }
}
