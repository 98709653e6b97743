import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { UIFieldServerComponent } from 'payload'
import { type Actor, mayUpload } from '../staff/roles.ts'
import { ReadingProgress } from './ReadingProgress.tsx'
import { readingView } from './reading-status.ts'

/** On the file's screen: how its reading stands, and the text. */
export const ReadingField: UIFieldServerComponent = async ({ data, id, payload, user }) => {
  if (!id || !data?.['sha256']) return null
  const { pool } = payload.db as unknown as PostgresAdapter
  const view = await readingView(pool, String(data['sha256']), 1)
  if (!view) return null
  return <ReadingProgress fileId={String(id)} given={view} mayReadAgain={mayUpload(user as unknown as Actor)} />
}
