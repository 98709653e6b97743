import { createHash } from 'node:crypto'
import type { Change, PublicRecord } from '@avizier/cms/changes'
import type { PublicFile } from '@avizier/cms/files'
import { twinOf } from '../feeds/twins.ts'
import { filePath } from '../paths.ts'
import { standingPaths } from '../read-model/page-paths.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { SqliteReader } from '../read-model/sqlite-reader.ts'
import type { PageFiles } from './page-files.ts'
import { PageLedger } from './page-ledger.ts'

export type Render = (request: Request, options: { locals: object }) => Promise<Response>
type Options = {
  readModel: ReadModel
  files: PageFiles
  render: Render
  /** The bytes of a published file, from the record. */
  fetchFile: (sha256: string) => Promise<Uint8Array>
  origin: string
  today: () => string
}

const batch = 64

/**
 * Keeps the public folder equal to what the read model says, writing only what a change touches.
 * What waits is in SQLite together with the change that asked for it, so that a publisher killed at any moment
 * and started again ends with the same bytes.
 */
export class Publisher {
  readonly #options: Options
  readonly #reader: SqliteReader
  readonly ledger: PageLedger

  constructor(options: Options) {
    this.#options = options
    this.#reader = options.readModel.reader(options.today)
    this.ledger = new PageLedger(options.readModel)
  }

  /** Whether the record has sent what every page needs. */
  get isReady(): boolean {
    return this.#options.readModel.db.prepare(`select 1 from records where noun = 'institution'`).get() !== undefined
  }

  /** Takes changes in: the read model, the paths that now wait, and the cursor move in one transaction. */
  async accept(changes: readonly Change[]): Promise<void> {
    const { readModel } = this.#options
    const wasReady = this.isReady
    await this.#bringFiles(changes)
    readModel.transaction(() => {
      this.ledger.await(readModel.apply(changes))
      if (!wasReady && this.isReady) for (const path of standingPaths) this.ledger.awaitPath(path)
    })
  }

  /** Another day has begun: the pages that show today wait. */
  turnDay(): void {
    const { readModel, today } = this.#options
    if (readModel.get('day') === today()) return
    readModel.transaction(() => {
      this.ledger.await({ keys: new Set(['today']), paths: new Set() })
      readModel.set('day', today())
    })
  }

  /** Every page waits again: the site itself was built anew, or its origin changed. */
  awaitEverything(): void {
    const { readModel } = this.#options
    readModel.transaction(() => {
      this.ledger.awaitAll()
      for (const path of standingPaths) this.ledger.awaitPath(path)
      for (const path of readModel.memberPaths()) this.ledger.awaitPath(path)
      for (const path of readModel.paths()) this.ledger.awaitPath(path)
    })
  }

  /**
   * Writes what waits; stops early when `until` says so. Answers how many files were written or removed.
   * @param onProgress called after each batch with what is done and what is left
   */
  async flush({
    until,
    onProgress,
  }: {
    until?: () => boolean
    onProgress?: (done: number, left: number) => void
  } = {}): Promise<number> {
    if (!this.isReady) return 0
    let touched = 0
    let done = 0
    for (;;) {
      const paths = this.ledger.waiting(batch)
      if (paths.length === 0) return touched
      const pages: Awaited<ReturnType<Publisher['renderPage']>>[] = []
      for (const path of paths) pages.push(await this.renderPage(path))
      const isChanged = pages.map(
        (page) =>
          page.bytes !== null && (page.hash !== this.ledger.hashOf(page.path) || !this.#options.files.has(page.path)),
      )
      await Promise.all(
        pages.map(({ path, bytes }, index) => {
          if (!bytes) return this.#options.files.remove(path)
          return isChanged[index] ? this.#options.files.write(path, bytes) : undefined
        }),
      )
      this.#options.readModel.transaction(() => {
        for (const [index, page] of pages.entries()) {
          if (page.bytes) this.ledger.wrote(page.path, page.hash, page.keys)
          else this.ledger.removed(page.path)
          if (!page.bytes || isChanged[index]) touched += 1
        }
      })
      done += pages.length
      onProgress?.(done, this.ledger.waitingCount)
      if (until?.()) return touched
    }
  }

  /** The bytes a path should have now; null when nothing stands there. */
  private async renderPage(
    path: string,
  ): Promise<{ path: string; bytes: Buffer | null; hash: string; keys: Set<string> }> {
    const keys = new Set<string>()
    this.#reader.keys = keys
    const bytes = path.endsWith('/index.json') ? this.#renderTwin(path) : await this.#renderRoute(path)
    return { path, bytes, keys, hash: bytes ? hashOf(bytes) : '' }
  }

  #renderTwin(path: string): Buffer | null {
    const twin = twinOf(path, this.#reader, this.#options.origin)
    return twin && Buffer.from(`${JSON.stringify(twin, null, 1)}\n`)
  }

  async #renderRoute(path: string): Promise<Buffer | null> {
    const { render, origin } = this.#options
    const route = path === '/404.html' ? '/404' : path
    const response = await render(new Request(origin + route), {
      locals: { reader: this.#reader, origin, isProduction: true },
    })
    if (response.status === 404 && route !== '/404') return null
    if (response.status !== 200 && response.status !== 404)
      throw new Error(`${path} rendered with status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  /** Files are in place before any page links to them. */
  async #bringFiles(changes: readonly Change[]): Promise<void> {
    const { files, fetchFile } = this.#options
    for (const change of changes) {
      for (const file of change.op === 'upsert' && change.record ? filesOf(change.record) : []) {
        const path = decodeURI(filePath(file))
        if (files.hasFile(path)) continue
        const bytes = await fetchFile(file.sha256)
        if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
          throw new Error(`File ${file.name} arrived altered`)
        await files.writeFile(path, bytes)
      }
    }
  }
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 27)

export const filesOf = (record: PublicRecord): PublicFile[] => (record.noun === 'institution' ? [] : record.files)
