import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { readCmsEnvironment } from '../env.ts'
import { azureStore } from './azure-store.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'

const known = new Map<string, FileStore>()

/** Where this town keeps its files: its Azure container when it has one, else the disk. */
export function townStore(): FileStore {
  const {
    AZURE_STORAGE_CONNECTION_STRING: connection,
    AZURE_STORAGE_CONTAINER: container,
    DATA_DIR,
  } = readCmsEnvironment()
  const name = connection ? `${connection} ${container}` : DATA_DIR
  const store = known.get(name) ?? (connection ? azureStore({ connection, container }) : diskStore(DATA_DIR))
  known.set(name, store)
  return store
}

/** Where files are received, and judged, before they are kept. On the disk of the store, so that keeping is renaming. */
export async function incomingFolder(): Promise<string> {
  const folder = path.join(readCmsEnvironment().DATA_DIR, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

const forgottenAfter = 24 * 3600_000

/** Removes what was being received when a process ended, a day later. */
export async function sweepIncoming(now = Date.now()): Promise<void> {
  const folder = await incomingFolder()
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name)
    const touched = await stat(place).catch(() => null)
    if (touched && now - touched.mtimeMs > forgottenAfter) await rm(place, { force: true })
  }
}

/** The key of a file that was filed or attached, and of a public file. */
export const filedKey = (sha256: string) => `filed/${sha256.slice(0, 2)}/${sha256}`
export const uploadKey = (filename: string) => `files/${path.basename(filename)}`
