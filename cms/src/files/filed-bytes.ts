import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import { readCmsEnvironment } from '../env.ts'
import type { FileFault } from './contract.ts'
import type { Inspection } from './inspect-file.ts'

const folder = () => path.join(readCmsEnvironment().DATA_DIR, 'filed')
const placeOf = (sha256: string) => path.join(folder(), sha256.slice(0, 2), sha256)

/** How many bytes are kept under a fingerprint; null when none are. */
export async function filedSize(sha256: string): Promise<number | null> {
  return stat(placeOf(sha256)).then(
    ({ size }) => size,
    () => null,
  )
}

export type KeepOutcome =
  | { kind: 'kept'; sha256: string; bytes: number; mimeType: string | null }
  | { kind: 'refused'; code: FileFault | 'file-digest-wrong' }

type Conditions = {
  expected?: string | null
  most?: number
  /** Whether the bytes, whole on the disk and not kept yet, may be kept. */
  inspect?: (file: string) => Promise<Inspection>
}

/**
 * Keeps a stream of bytes under its fingerprint, on the disk before it answers, without ever holding it in memory.
 * Kept once however often it comes. Nothing is kept when the fingerprint is not `expected`, when there is more than
 * `most`, or when the inspection refuses it.
 */
export async function keepFiledBytes(
  stream: ReadableStream<Uint8Array>,
  { expected = null, most = 250 * 1024 * 1024, inspect }: Conditions = {},
): Promise<KeepOutcome> {
  await mkdir(folder(), { recursive: true })
  const unfinished = path.join(folder(), `.${randomUUID()}`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const handle = await open(unfinished, 'wx')
    try {
      for await (const chunk of stream) {
        bytes += chunk.length
        if (bytes > most) return { kind: 'refused', code: 'file-too-large' }
        hash.update(chunk)
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    const sha256 = hash.digest('hex')
    if (expected !== null && sha256 !== expected) return { kind: 'refused', code: 'file-digest-wrong' }
    const inspection = (await inspect?.(unfinished)) ?? null
    if (inspection?.kind === 'refused') return inspection
    const place = placeOf(sha256)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(unfinished, place)
    await flushFolder(path.dirname(place))
    return { kind: 'kept', sha256, bytes, mimeType: inspection?.mimeType ?? null }
  } finally {
    await rm(unfinished, { force: true })
  }
}

export const readFiledBytes = (sha256: string) => createReadStream(placeOf(sha256))

/** A name that was given is on the disk only when its folder is. */
async function flushFolder(place: string): Promise<void> {
  const handle = await open(place, 'r')
  await handle.sync().finally(() => handle.close())
}
