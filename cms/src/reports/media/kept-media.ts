import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { transactionOf } from '../../database/transaction.ts'
import type { HiddenRegion, MediaState, PublicMedia } from './contract.ts'
import type { MediaFault } from './media-kinds.ts'

/** What the record knows of one file that a report carries. */
export type KeptMedia = {
  sha256: string
  state: MediaState
  code: MediaFault | null
  regions: HiddenRegion[]
  /** What the public may see; null until it is ready. */
  media: PublicMedia | null
  /** What clerks see of a photo: with nothing hidden, without metadata. */
  deskSha256: string | null
}

type Row = Omit<KeptMedia, 'deskSha256'> & { desk_sha256: string | null }
const toKept = ({ desk_sha256, ...row }: Row): KeptMedia => ({ ...row, deskSha256: desk_sha256 })

/** What clerks are told of the files of a report, in the order asked; one of which nothing is known is left out. */
export async function keptMedia(pool: Pick<Pool, 'query'>, fingerprints: readonly string[]): Promise<KeptMedia[]> {
  const { rows } = await pool.query<Row>(
    `select sha256, state, code, regions, media, desk_sha256 from avizier.report_media
     where sha256 = any($1) order by array_position($1, sha256)`,
    [fingerprints],
  )
  return rows.map(toKept)
}

/** What the public may see of these files now, as this transaction sees it, in the order asked. */
export async function publicMedia(
  req: PayloadRequest,
  fingerprints: readonly string[],
): Promise<{ sha256: string; media: PublicMedia }[]> {
  if (fingerprints.length === 0) return []
  const transaction = await transactionOf(req)
  const asked = JSON.stringify(fingerprints)
  return transaction.rows<{ sha256: string; media: PublicMedia }>(sql`
    select m.sha256, m.media from jsonb_array_elements_text(${asked}::jsonb) with ordinality as asked (sha256, place)
    join avizier.report_media m on m.sha256 = asked.sha256 and m.state = 'ready' order by place`)
}

/** The type of a file that is made for the public at this moment, by its fingerprint; null for any other. */
export async function servedMediaType(pool: Pick<Pool, 'query'>, sha256: string): Promise<string | null> {
  const { rows } = await pool.query<{ type: string | null }>(
    `select jsonb_path_query_first(media, '$.** ? (@.sha256 == $sha).mimeType', jsonb_build_object('sha', $1::text)) #>> '{}' as type
     from avizier.report_media where served @> array[$1::text] and state = 'ready' limit 1`,
    [sha256],
  )
  return rows[0]?.type ?? null
}
