import { existsSync } from 'node:fs'
import { mkdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const twins = ['.br', '.gz'] as const
let written = 0

/** The file of a public path: a path that ends in a slash is a folder with an index. */
export const fileOf = (publicPath: string) =>
  decodeURI(publicPath.endsWith('/') ? `${publicPath}index.html` : publicPath)

/** The public folder: whole files, each replaced at once, never half. */
export class PageFiles {
  readonly root: string
  readonly #folders = new Set<string>()
  readonly #isCompressed: boolean

  constructor(root: string, { isCompressed = true }: { isCompressed?: boolean } = {}) {
    this.root = root
    this.#isCompressed = isCompressed
  }

  has(publicPath: string): boolean {
    const file = path.join(this.root, fileOf(publicPath))
    return existsSync(file) && (!this.#isCompressed || twins.every((twin) => existsSync(file + twin)))
  }

  /**
   * Writes a page and its compressed twins. The twins go first: a web server prefers them, and an old twin beside a
   * new page would be served instead of it.
   */
  async write(publicPath: string, bytes: Buffer): Promise<void> {
    const file = path.join(this.root, fileOf(publicPath))
    await this.#folder(path.dirname(file))
    if (this.#isCompressed) {
      const [br, gz] = await Promise.all([
        brotli(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
        zip(bytes, { level: 6 }),
      ])
      await replace(`${file}.br`, br)
      await replace(`${file}.gz`, gz)
    }
    await replace(file, bytes)
  }

  hasFile(publicPath: string): boolean {
    return existsSync(path.join(this.root, publicPath))
  }

  /** Writes a published file as it is: those are compressed already or not worth it. */
  async writeFile(publicPath: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.root, publicPath)
    await this.#folder(path.dirname(file))
    await replace(file, bytes)
  }

  /** Removes a page, its twins and the folders it leaves empty. The twins go last: alone they are not served. */
  async remove(publicPath: string): Promise<void> {
    const file = path.join(this.root, fileOf(publicPath))
    for (const each of [file, ...twins.map((twin) => file + twin)]) await unlink(each).catch(ignoreMissing)
    for (let folder = path.dirname(file); folder.startsWith(this.root + path.sep); folder = path.dirname(folder)) {
      try {
        await rmdir(folder)
        this.#folders.delete(folder)
      } catch {
        return // not empty
      }
    }
  }

  async #folder(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    await mkdir(folder, { recursive: true })
    this.#folders.add(folder)
  }
}

/** Name of a file still being written; whoever finds one after a crash may remove it. */
export const isUnfinished = (name: string) => /\.\d+-\d+\.tmp$/.test(name)

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}-${written++}.tmp`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
