import { type FileHandle, open } from 'node:fs/promises'
import type { MediaFault } from './media-kinds.ts'
import { type ByteSource, boxesOfFile } from './video-boxes.ts'
import { type CleaningPlan, type Patch, planCleaning } from './video-cleaning.ts'

export type CleanVideo = Omit<Extract<CleaningPlan, { kind: 'plan' }>, 'kind' | 'patches'> & { kind: 'clean' }

const piece = 1024 * 1024

/**
 * Writes a copy of a video that holds its picture and sound and nothing else, and looks at the copy again before it
 * answers: a video of which that cannot be said is refused.
 */
export async function cleanVideo(
  from: string,
  to: string,
): Promise<CleanVideo | { kind: 'refused'; code: MediaFault }> {
  const source = await open(from, 'r')
  try {
    const plan = await planCleaning(bytesOf(source, (await source.stat()).size))
    if (plan.kind === 'refused') return plan
    const target = await open(to, 'wx+')
    try {
      const { size } = await source.stat()
      await copy({ source, target, size, patches: plan.patches })
      if (!(await isClean(target, size))) return { kind: 'refused', code: 'video-location-stays' }
    } finally {
      await target.close()
    }
    const { seconds, width, height } = plan
    return { kind: 'clean', seconds, width, height }
  } finally {
    await source.close()
  }
}

const bytesOf = (file: FileHandle, size: number): ByteSource => ({
  size,
  read: async (offset, length) => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  },
})

async function copy({
  source,
  target,
  size,
  patches,
}: {
  source: FileHandle
  target: FileHandle
  size: number
  patches: readonly Patch[]
}): Promise<void> {
  const buffer = Buffer.alloc(piece)
  let next = 0
  for (let at = 0; at < size; ) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(piece, size - at), at)
    if (bytesRead === 0) throw new Error('The video became shorter while it was read')
    while (next < patches.length && (patches[next]?.end ?? 0) <= at) next++
    for (let index = next; index < patches.length; index++) {
      const patch = patches[index] as Patch
      if (patch.start >= at + bytesRead) break
      const start = Math.max(patch.start, at)
      const end = Math.min(patch.end, at + bytesRead)
      if (patch.bytes) buffer.set(patch.bytes.subarray(start - patch.start, end - patch.start), start - at)
      else buffer.fill(0, start - at, end - at)
    }
    await target.write(buffer, 0, bytesRead, at)
    at += bytesRead
  }
}

/** Names under which a position stands in what is kept, should a description of a track hide one. */
const tellTales = ['ISO6709', 'GPSLatitude', 'GPSCoordinates', 'location.', '\xa9xyz']

async function isClean(file: FileHandle, size: number): Promise<boolean> {
  const source = bytesOf(file, size)
  const plan = await planCleaning(source)
  if (plan.kind === 'refused') return false
  for (const patch of plan.patches) {
    if (patch.bytes) return false // a box that should be free space is something else still
    for (let at = patch.start; at < patch.end; at += piece) {
      const bytes = await source.read(at, Math.min(piece, patch.end - at))
      if (bytes.some((byte) => byte !== 0)) return false
    }
  }
  for (const box of (await boxesOfFile(source)).filter(({ type }) => type === 'ftyp' || type === 'moov')) {
    const text = Buffer.from(await source.read(box.start, box.end - box.start)).toString('latin1')
    if (tellTales.some((word) => text.includes(word))) return false
  }
  return true
}
