import { statSync } from 'node:fs'
import { ReadModel } from './read-model.ts'

/**
 * Reads the read model that the publisher makes: it may come after the first reader, and it may be thrown away and
 * made anew under one that is open.
 * @returns null while there is none
 */
export function readModelOpener(file: string): () => ReadModel | null {
  let open: { readModel: ReadModel; inode: number } | null = null
  return () => {
    const inode = statSync(file, { throwIfNoEntry: false })?.ino
    if (open && open.inode === inode) return open.readModel
    open?.readModel.db.close()
    open = null
    if (inode === undefined) return null
    try {
      open = { readModel: new ReadModel(file, { readOnly: true }), inode }
      return open.readModel
    } catch {
      return null // The publisher is making its tables.
    }
  }
}
