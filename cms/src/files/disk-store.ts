import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './file-store.ts'

/** Keeps files in a folder of this machine. */
export function diskStore(root: string): FileStore {
  const placeOf = (key: string) => path.join(root, ...key.split('/'))
  return {
    async put(key, file) {
      await flush(file)
      const place = placeOf(key)
      const made = await mkdir(path.dirname(place), { recursive: true })
      const outcome = await linkOnce(file, place)
      await flush(path.dirname(place))
      if (made) await flushUpTo(path.dirname(place), path.dirname(made))
      return outcome
    },
    size: (key) =>
      stat(placeOf(key)).then(
        ({ size }) => size,
        () => null,
      ),
    read: (key, range) => createReadStream(placeOf(key), range ? { start: range.from, end: range.to } : {}),
    async asFile(key, work) {
      const place = placeOf(key)
      const isThere = await stat(place).then(
        (found) => found.isFile(),
        () => false,
      )
      return isThere ? work(place) : null
    },
    delete: (key) => rm(placeOf(key), { force: true }),
  }
}

/** A second name for the same bytes: whole from the first moment, and never in the place of another. */
async function linkOnce(file: string, place: string): Promise<'kept' | 'there-already'> {
  try {
    await link(file, place)
    return 'kept'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return 'there-already'
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'ENOTSUP') throw error
  }
  // Another disk, or one without such names: a copy beside the place, then its name.
  const copy = path.join(path.dirname(place), `.${randomUUID()}`)
  try {
    await copyFile(file, copy)
    await flush(copy)
    await link(copy, place).catch((error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? Promise.reject(error) : copyFile(copy, place, constants.COPYFILE_EXCL),
    )
    await flush(place)
    return 'kept'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'there-already'
    throw error
  } finally {
    await rm(copy, { force: true })
  }
}

/** Bytes and names are on the disk when it says so; a name only when its folder is. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r')
  await handle.sync().finally(() => handle.close())
}

async function flushUpTo(folder: string, last: string): Promise<void> {
  for (let each = folder; each.length >= last.length && each !== path.dirname(each); each = path.dirname(each))
    await flush(each)
}
