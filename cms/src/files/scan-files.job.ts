import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { readScannerAddress } from '../env.ts'
import { rescanAfterSeconds } from './file-scan.ts'
import { readFiledBytes } from './filed-bytes.ts'
import { type ScanResult, scanForViruses } from './virus-scanner.ts'

const every = 2_000
const batch = 10
const lease = '5 minutes'
const toldFor = '1 day'

export type Infection = { sha256: string; virus: string }
/** Whoever keeps papers that carry the file hears of it; told again until he has, so he has to know what he knows. */
export type WhenInfected = (payload: Payload, infection: Infection, now: Date) => Promise<void>
type Scan = (bytes: AsyncIterable<Uint8Array>) => Promise<ScanResult>

/** Starts scanning what waits; the answer stops it. Without a scanner nothing waits. */
export function startScanningFiles(payload: Payload, whenInfected: WhenInfected): () => void {
  if (readScannerAddress() === null) return () => undefined
  let isStopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    let scanned = 0
    try {
      scanned = await scanDueFiles(payload, { scan: scanForViruses, whenInfected, now: new Date() })
    } catch (err) {
      payload.logger.error({ err, msg: 'A round of scans failed; the next one tries again' })
    }
    if (!isStopped) timer = setTimeout(round, scanned === batch ? 0 : every)
  }
  timer = setTimeout(round, every)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/**
 * Scans a batch of what is due, what waits in quarantine first. A file is leased while it is looked at; when the
 * scanner is away it stays where it is and is tried again. Answers how many were looked at.
 */
export async function scanDueFiles(
  payload: Payload,
  { scan, whenInfected, now }: { scan: Scan; whenInfected: WhenInfected; now: Date },
): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const at = now.toISOString()
  const { rows } = await pool.query<{ sha256: string; attempts: number }>(
    `update avizier.file_scans set leased_until = $1::timestamptz + interval '${lease}', attempts = attempts + 1
     where sha256 in (
       select sha256 from avizier.file_scans
       where state in ('waiting', 'unscanned') and next_at <= $1 and (leased_until is null or leased_until < $1)
       order by state desc, next_at limit ${batch} for update skip locked)
     returning sha256, attempts`,
    [at],
  )
  for (const { sha256, attempts } of rows) {
    const result = await scan(readFiledBytes(sha256))
    if (result.kind === 'clean' || result.kind === 'infected')
      await pool.query(
        `update avizier.file_scans set state = $2, verdict = $3, scanned_at = $4, leased_until = null, attempts = 0
         where sha256 = $1`,
        [sha256, result.kind, result.kind === 'infected' ? result.virus : null, at],
      )
    else
      await pool.query(
        `update avizier.file_scans set verdict = $2, leased_until = null,
           next_at = $3::timestamptz + make_interval(secs => $4)
         where sha256 = $1`,
        [sha256, result.kind === 'away' ? result.reason : null, at, rescanAfterSeconds(attempts)],
      )
  }
  const infected = await pool.query<Infection>(
    `select sha256, verdict as virus from avizier.file_scans
     where state = 'infected' and scanned_at > $1::timestamptz - interval '${toldFor}'`,
    [at],
  )
  for (const infection of infected.rows) await whenInfected(payload, infection, now)
  return rows.length
}
