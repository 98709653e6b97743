import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DefaultServerCellComponentProps } from 'payload'
import { readingStatus } from './reading-status.ts'
import { readingStates } from './readings.ro.ts'

/** In the list of files: how the reading stands, in a word. */
export async function ReadingCell({ payload, rowData }: DefaultServerCellComponentProps) {
  const { pool } = payload.db as unknown as PostgresAdapter
  const status = rowData?.['sha256'] ? await readingStatus(pool, String(rowData['sha256'])) : null
  if (!status) return <span>—</span>
  const { state, pages, pagesDone, served } = status
  const isUnderWay = state === 'waiting' || state === 'working'
  if (isUnderWay && pages && pagesDone > 0) return <span>{`${readingStates[state]} (${pagesDone} din ${pages})`}</span>
  if (state === 'done' && served?.method === 'recognised') return <span>{`${readingStates.done}, recunoscut`}</span>
  return <span>{readingStates[state]}</span>
}
