import type { Pool } from 'pg'
import { hidePersonalData } from '../publishing/hide-personal-data.ts'
import type { Reading, ReadingMethod, ReadingPage } from './contract.ts'

type Served = Omit<Reading, 'pages'> & { edition: number; pageCount: number }

const atOnce = 100

/** The reading of a file that is served now, without its pages; null while there is none. */
export async function servedReading(pool: Pick<Pool, 'query'>, sha256: string): Promise<Served | null> {
  const { rows } = await pool.query<{
    served_edition: number
    served_pages: number
    method: ReadingMethod
    engine: string
    engine_version: string
  }>(
    `select served_edition, served_pages, method, engine, engine_version from avizier.readings
     where sha256 = $1 and served_edition is not null`,
    [sha256],
  )
  const row = rows[0]
  if (!row) return null
  return {
    sha256,
    method: row.method,
    engine: `${row.engine} ${row.engine_version}`,
    edition: row.served_edition,
    pageCount: row.served_pages,
  }
}

/**
 * The pages of the reading of a file, in order, a few at a time so that a long one does not stand in memory whole;
 * none while there is no reading. Personal numbers are masked: this is the door by which texts leave the record.
 * @throws Error when a newer edition took the place of this one meanwhile; its change row is in the log.
 */
export async function* readingPages(pool: Pick<Pool, 'query'>, sha256: string): AsyncGenerator<ReadingPage> {
  const served = await servedReading(pool, sha256)
  if (!served) return
  let given = 0
  for (let after = 0; ; ) {
    const { rows } = await pool.query<ReadingPage>(
      `select page as number, text, method, confidence from avizier.reading_pages
       where sha256 = $1 and edition = $2 and page > $3 and fault is null order by page limit $4`,
      [sha256, served.edition, after, atOnce],
    )
    for (const row of rows) yield { ...row, text: hidePersonalData(row.text) }
    given += rows.length
    after = rows.at(-1)?.number ?? after
    if (rows.length < atOnce) break
  }
  if (given < served.pageCount) throw new Error(`The reading of ${sha256} was replaced while it was read`)
}
