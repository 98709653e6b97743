import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import { readCmsEnvironment } from '../env.ts'

const folder = () => path.join(readCmsEnvironment().DATA_DIR, 'filed')
const placeOf = (sha256: string) => path.join(folder(), sha256.slice(0, 2), sha256)

/** How many bytes are kept under a fingerprint; null when none are. */
export async function filedSize(sha256: string): Promise<number | null> {
  return stat(placeOf(sha256)).then(
    ({ size }) => size,
    () => null,
  )
}

/**
 * Keeps a stream of bytes under its fingerprint, on the disk before it answers, without ever holding it in memory.
 * Kept once however often it comes. Answers false, and keeps nothing, when the bytes have another fingerprint.
 */
export async function keepFiledBytes(sha256: string, bytes: ReadableStream<Uint8Array>): Promise<boolean> {
  const place = placeOf(sha256)
  await mkdir(path.dirname(place), { recursive: true })
  const unfinished = `${place}.${randomUUID()}`
  const hash = createHash('sha256')
  try {
    const handle = await open(unfinished, 'wx')
    try {
      for await (const chunk of bytes) {
        hash.update(chunk)
        await handle.write(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (hash.digest('hex') !== sha256) return false
    await rename(unfinished, place)
    await flushFolder(path.dirname(place))
    return true
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
