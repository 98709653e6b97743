import type { PostgresAdapter } from '@payloadcms/db-postgres'
import Link from 'next/link'
import type { Payload } from 'payload'
import { readingBacklog } from './reading-status.ts'
import { readingMessages, readingText } from './readings.ro.ts'

const shown = 5

/** On the first screen: what is being read, and what could not be. Nothing when all is read. */
export async function Backlog({ payload }: { payload: Payload }) {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { files, failed, isReaderUp } = await readingBacklog(pool)
  if (files === 0 && failed.length === 0) return null
  return (
    <div style={{ marginTop: '1.5rem' }}>
      <h3 style={{ marginBottom: '0.5rem' }}>{readingText.backlog}</h3>
      {files > 0 && <p>{isReaderUp ? readingText.underWay(files) : readingText.readerDown}</p>}
      {failed.length > 0 && (
        <>
          <p>{readingText.failed(failed.length)}</p>
          <ul>
            {failed.slice(0, shown).map(({ id, name, code }) => (
              <li key={id}>
                <Link href={`/admin/collections/files/${id}`}>{name}</Link>
                {`: ${readingMessages[code]}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
