import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { registeredBefore } from './registered-before.ts'
import { type NewEntry, RegisteredOnAnotherDay, type StoredEntry, storeEntry } from './store-entry.action.ts'

export type Registration =
  | { kind: 'registered'; entry: StoredEntry }
  | { kind: 'registered-before'; entry: StoredEntry; contentDigest: string | null }

/**
 * Registers what `reckon` makes of the moment, in a transaction of its own, once for its key however often it is
 * asked. A number taken by an attempt that does not commit is given to the next.
 */
export async function registerOnce(
  req: PayloadRequest,
  { key, now, reckon }: { key: string; now: Date; reckon: (now: Date) => NewEntry },
): Promise<Registration> {
  let at = now
  for (let attempt = 1; ; attempt++) {
    try {
      const entry = await inTransaction(req, () => storeEntry(req, reckon(at)))
      if (entry) return { kind: 'registered', entry }
    } catch (error) {
      if (error instanceof RegisteredOnAnotherDay && attempt < 3) {
        at = error.registeredAt
        continue
      }
      if (!isKeyTaken(error)) throw error
    }
    const before = await registeredBefore(req, key)
    if (!before) throw new Error(`The key of an entry was taken and then not found: ${key}`)
    return { kind: 'registered-before', entry: before, contentDigest: before.contentDigest }
  }
}

function isKeyTaken(error: unknown): boolean {
  for (let cause = error; cause; cause = (cause as { cause?: unknown }).cause) {
    const { code, constraint } = cause as { code?: string; constraint?: string }
    if (code === '23505' && (constraint === 'registry_key_idx' || constraint === 'filings_key_idx')) return true
  }
  return false
}
