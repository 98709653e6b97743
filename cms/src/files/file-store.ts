import type { Readable } from 'node:stream'

/**
 * Where a town keeps bytes that never change: the files that were filed and attached, and the public files of its
 * documents. A key is a path of plain names, `filed/ab/<sha256>`; it is written once. Stores know no database and judge
 * nothing: what comes to them was received, inspected and hashed on this machine's disk before.
 */
export type FileStore = {
  /**
   * Keeps a file of this disk under `key`; when it answers the bytes survive a loss of power. What lies there already
   * stays as it is. The given file is the caller's to remove.
   */
  put(key: string, file: string): Promise<'kept' | 'there-already'>
  /** How many bytes lie under `key`; null when none were put. */
  size(key: string): Promise<number | null>
  /** The bytes, or those from `from` to `to`, both included. The stream fails when there are none. */
  read(key: string, range?: ByteRange): Readable
  /** Shows `work` the bytes as a file of this disk, to read while it works; null when there are none. */
  asFile<Result>(key: string, work: (file: string) => Promise<Result>): Promise<Result | null>
  /** Nothing is said of a key that is not there. */
  delete(key: string): Promise<void>
}

export type ByteRange = { from: number; to: number }
