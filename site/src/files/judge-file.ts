import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { inspectFile } from '@avizier/cms/inspect-file'
import type { FileRefusal, ReceivedFile, UploadLimits } from './quarantine.ts'

/** Looks into a whole file and syncs it. The same for every way in which a file may come. */
export async function judgeFile(
  place: string,
  { id, name, field, limits }: { id: string; name: string; field: string; limits: UploadLimits },
): Promise<ReceivedFile | FileRefusal> {
  const handle = await open(place, 'r+')
  try {
    const { size: bytes } = await handle.stat()
    if (bytes > limits.maxBytes) return 'file-too-large'
    const inspection = await inspectFile(place, { name, kinds: limits.kinds })
    if (inspection.kind === 'refused') return inspection.code
    await handle.sync()
    return { id, name, bytes, sha256: await sha256Of(place), mimeType: inspection.mimeType, field }
  } finally {
    await handle.close()
  }
}

async function sha256Of(place: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(place) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** A name without a folder and without what cannot be seen. */
export const plainName = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').trim().slice(-200) || 'fisier'
