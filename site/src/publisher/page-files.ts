import { existsSync, rmSync } from 'node:fs'
import { mkdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { filesRoot } from '../paths.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const twins = ['.br', '.gz'] as const

/** The file of a public path: one that ends in a slash is a folder with an index; published files stand as they are. */
export const fileOf = (publicPath: string) =>
  decodeURIComponent(publicPath.endsWith('/') ? `${publicPath}index.html` : publicPath)

/** Whether it is a published file, which has no twins, rather than a page. */
export const isPublishedFile = (publicPath: string) => publicPath.startsWith(filesRoot)

/** The public folder: whole files, each replaced at once, never half. */
export class PageFiles {
  readonly root: string
  /** Where files are written before they are moved into place; on the same disk, and empty between two runs. */
  readonly #unfinished: string
  readonly #folders = new Set<string>()
  readonly #isCompressed: boolean
  #written = 0

  constructor(root: string, { isCompressed = true }: { isCompressed?: boolean } = {}) {
    this.root = root
    this.#unfinished = path.join(path.dirname(root), 'unfinished')
    this.#isCompressed = isCompressed
  }

  /** Removes what a run that was cut short left half written. Call while no other process writes here. */
  clearUnfinished(): void {
    rmSync(this.#unfinished, { recursive: true, force: true })
    this.#folders.clear()
  }

  /** The files of a public path, the page itself first. */
  filesOf(publicPath: string): string[] {
    const file = path.join(this.root, fileOf(publicPath))
    if (isPublishedFile(publicPath) || !this.#isCompressed) return [file]
    return [file, ...twins.map((twin) => file + twin)]
  }

  has(publicPath: string): boolean {
    return this.filesOf(publicPath).every((file) => existsSync(file))
  }

  /**
   * Writes a page and its compressed twins. The twins go first: a web server prefers them, and an old twin beside a
   * new page would be served instead of it.
   */
  async write(publicPath: string, bytes: Uint8Array): Promise<void> {
    const [file = '', ...compressed] = this.filesOf(publicPath)
    if (compressed.length > 0) {
      const [br, gz] = await Promise.all([
        brotli(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
        zip(bytes, { level: 6 }),
      ])
      await this.#replace(`${file}.br`, br)
      await this.#replace(`${file}.gz`, gz)
    }
    await this.#replace(file, bytes)
  }

  /**
   * Removes a page, its twins and the folders it leaves empty. Not while another page is being written, which may
   * stand in such a folder.
   */
  async remove(publicPath: string): Promise<void> {
    const files = this.filesOf(publicPath)
    for (const file of files) await unlink(file).catch(ignoreMissing)
    for (
      let folder = path.dirname(files[0] ?? '');
      folder.startsWith(this.root + path.sep);
      folder = path.dirname(folder)
    ) {
      try {
        await rmdir(folder)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return // not empty
      }
      this.#folders.delete(folder)
    }
  }

  async #folder(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    await mkdir(folder, { recursive: true })
    this.#folders.add(folder)
  }

  async #replace(file: string, bytes: Uint8Array): Promise<void> {
    const unfinished = path.join(this.#unfinished, String(this.#written++))
    const put = async () => {
      for (const folder of [this.#unfinished, path.dirname(file)]) await this.#folder(folder)
      await writeFile(unfinished, bytes)
      await rename(unfinished, file)
    }
    try {
      await put().catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        // Another hand took a folder away that was there.
        this.#folders.clear()
        return put()
      })
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
