import { createHash, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FileFault } from './contract.ts'
import type { ByteRange } from './file-store.ts'
import type { Inspection } from './inspect-file.ts'
import { filedKey, incomingFolder, townStore } from './town-store.ts'

/** How many bytes are kept under a fingerprint; null when none are. */
export const filedSize = (sha256: string): Promise<number | null> => townStore().size(filedKey(sha256))

/** Whether the bytes of every one of these files are here, as many as is said. */
export async function areKept(files: readonly { sha256: string; bytes: number }[]): Promise<boolean> {
  const sizes = await Promise.all(files.map(({ sha256 }) => filedSize(sha256)))
  return files.every(({ bytes }, index) => sizes[index] === bytes)
}

export type KeepOutcome =
  | { kind: 'kept'; sha256: string; bytes: number; inspection: Extract<Inspection, { kind: 'accepted' }> | null }
  | { kind: 'refused'; code: FileFault | 'file-digest-wrong' }

type Conditions = {
  expected?: string | null
  most?: number
  /** Whether the bytes, whole on the disk and not kept yet, may be kept. */
  inspect?: (file: string) => Promise<Inspection>
}

/**
 * Keeps a stream of bytes under its fingerprint, in the town's store before it answers, without ever holding it in
 * memory. Kept once however often it comes. Nothing is kept when the fingerprint is not `expected`, when there is more
 * than `most`, or when the inspection refuses it.
 */
export async function keepFiledBytes(
  stream: ReadableStream<Uint8Array>,
  { expected = null, most = 250 * 1024 * 1024, inspect }: Conditions = {},
): Promise<KeepOutcome> {
  const unfinished = path.join(await incomingFolder(), randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      for await (const chunk of stream) {
        bytes += chunk.length
        if (bytes > most) return { kind: 'refused', code: 'file-too-large' }
        hash.update(chunk)
        await handle.writeFile(chunk)
      }
    } finally {
      await handle.close()
    }
    const sha256 = hash.digest('hex')
    if (expected !== null && sha256 !== expected) return { kind: 'refused', code: 'file-digest-wrong' }
    const inspection = (await inspect?.(unfinished)) ?? null
    if (inspection?.kind === 'refused') return inspection
    await townStore().put(filedKey(sha256), unfinished)
    return { kind: 'kept', sha256, bytes, inspection }
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** The bytes kept under a fingerprint, or a part of them. The stream fails when there are none. */
export const readFiledBytes = (sha256: string, range?: ByteRange): Readable => townStore().read(filedKey(sha256), range)
