import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { HiddenRegion, PublicMedia } from './contract.ts'
import type { MediaFault } from './media-kinds.ts'

/** A turn at one file. Every write shows the lease; a turn whose lease has gone writes nothing. */
export type MediaTurn = { sha256: string; lease: string; regions: HiddenRegion[]; attempts: number }

export type MediaOutcome =
  | { kind: 'ready'; media: PublicMedia; desk: string | null; served: string[] }
  | { kind: 'refused'; code: MediaFault }

/** Longer than a file may take. */
const leaseMinutes = 6

/**
 * Takes the file that waits longest, or one whose turn was never ended; null when nothing waits. What the scanner of
 * viruses has still to look at is nobody's turn.
 */
export async function takeMediaTurn(pool: Pool): Promise<MediaTurn | null> {
  const { rows } = await pool.query<{ sha256: string; lease: string; regions: HiddenRegion[]; attempts: number }>(
    `update avizier.report_media m set state = 'working', lease = $1,
       lease_until = now() + $2 * interval '1 minute', attempts = attempts + 1, updated_at = now()
     where sha256 = (
       select sha256 from avizier.report_media w
       where ((state = 'waiting' and turn_at <= now()) or (state = 'working' and lease_until < now()))
         and not exists (select 1 from avizier.file_scans s where s.sha256 = w.sha256 and s.state = 'waiting')
       order by turn_at limit 1 for update skip locked)
     returning sha256, lease, regions, attempts`,
    [randomUUID(), leaseMinutes],
  )
  return rows[0] ?? null
}

/** Puts it in line again, after a while. */
export async function giveBackMedia(pool: Pool, { sha256, lease }: MediaTurn, afterSeconds: number): Promise<void> {
  await pool.query(
    `update avizier.report_media set state = 'waiting', lease = null, lease_until = null, updated_at = now(),
       turn_at = now() + $3 * interval '1 second'
     where sha256 = $1 and lease = $2`,
    [sha256, lease, afterSeconds],
  )
}
