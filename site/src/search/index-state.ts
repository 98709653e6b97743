import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** How far the indexer has come: it writes this, and the web server tells of it. */
export const IndexState = z.object({
  /** The position of the change log up to which everything is found. */
  cursor: z.number().int().nonnegative(),
  /** The newest position the record has told of. */
  head: z.number().int().nonnegative(),
  rebuiltAt: z.iso.datetime().nullable(),
  /** The last calendar day on which index and record were compared. */
  reconciledOn: z.iso.date().nullable(),
  heardAt: z.iso.datetime(),
})
export type IndexState = z.infer<typeof IndexState>

const fileIn = (dataDir: string) => path.join(dataDir, 'site', 'search-index.json')

/** Null when the indexer has never run here, or left something unreadable: it then begins again. */
export function readIndexState(dataDir: string): IndexState | null {
  try {
    return IndexState.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch {
    return null
  }
}

export function writeIndexState(dataDir: string, state: IndexState): void {
  const file = fileIn(dataDir)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}
