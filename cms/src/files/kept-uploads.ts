import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { publicKinds } from './file-kinds.ts'
import { type Inspection, inspectFile } from './inspect-file.ts'
import { incomingFolder, townStore, uploadKey } from './town-store.ts'

/** Payload holds an upload in memory; it is judged, and kept, as a file that only this process may read. */
async function asIncoming<Result>(data: Buffer, work: (file: string) => Promise<Result>): Promise<Result> {
  const file = path.join(await incomingFolder(), randomUUID())
  try {
    await writeFile(file, data, { mode: 0o600, flag: 'wx' })
    return await work(file)
  } finally {
    await rm(file, { force: true })
  }
}

export const inspectUpload = ({ name, data }: { name: string; data: Buffer }): Promise<Inspection> =>
  asIncoming(data, (file) => inspectFile(file, { name, kinds: publicKinds }))

/**
 * Keeps a public file under the name its document has. Names are given once; bytes that lie there already are of an
 * upload whose document was never stored, and make room.
 */
export function keepUpload(filename: string, { data, sha256 }: { data: Buffer; sha256: string }): Promise<void> {
  const store = townStore()
  const key = uploadKey(filename)
  return asIncoming(data, async (file) => {
    if ((await store.put(key, file)) === 'kept') return
    const hash = createHash('sha256')
    for await (const chunk of store.read(key)) hash.update(chunk as Buffer)
    if (hash.digest('hex') === sha256) return
    await store.delete(key)
    await store.put(key, file)
  })
}
