import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Lets one process at a time write a public folder. The lock is SQLite's own on an empty database: the system gives it
 * back when its holder dies, however it dies.
 * @returns what releases it, or null when another process holds it
 */
export function lockFolder(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(path.join(folder, 'publisher.lock'))
  try {
    db.exec('pragma journal_mode = delete; begin exclusive')
    return () => db.close()
  } catch (error) {
    db.close()
    if (/locked|busy/i.test((error as Error).message)) return null
    throw error
  }
}
