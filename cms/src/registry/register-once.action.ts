import type { PayloadRequest } from 'payload'
import { registeredBefore } from './registered-before.ts'
import { type NewEntry, type StoredEntry, storeEntry } from './store-entry.action.ts'

export type Registration =
  | { kind: 'registered'; entry: StoredEntry }
  | { kind: 'registered-before'; entry: StoredEntry; contentDigest: string | null }

/**
 * Registers what `reckon` makes of the moment, once for its key however often it is asked. A number taken by an
 * attempt that does not commit is given to the next. When the clock passes midnight on the way, it reckons again.
 */
export async function registerOnce(
  req: PayloadRequest,
  { key, now, reckon }: { key: string; now: Date; reckon: (now: Date) => NewEntry },
): Promise<Registration> {
  let at = now
  for (let attempt = 1; ; attempt++) {
    try {
      const entry = await storeEntry(req, reckon(at))
      if (entry) return { kind: 'registered', entry }
    } catch (error) {
      const { code, constraint, detail } = databaseError(error)
      if (code === 'AV001' && detail && attempt < 3) {
        at = new Date(detail)
        continue
      }
      if (code !== '23505' || (constraint !== 'registry_key_idx' && constraint !== 'filings_key_idx')) throw error
    }
    const before = await registeredBefore(req, key)
    if (!before) throw new Error(`The key of an entry was taken and then not found: ${key}`)
    return { kind: 'registered-before', entry: before, contentDigest: before.contentDigest }
  }
}

/** What Postgres said, however deep the adapter has wrapped it. */
function databaseError(error: unknown): { code?: string; constraint?: string; detail?: string } {
  for (let cause = error; cause; cause = (cause as { cause?: unknown }).cause)
    if (typeof (cause as { code?: unknown }).code === 'string') return cause as { code: string }
  return {}
}
