import { createHash } from 'node:crypto'
import type { Change } from '@avizier/cms/changes'
import type { PublicFile } from '@avizier/cms/files'
import type { Reading } from '@avizier/cms/readings'
import { twinOf } from '../feeds/twins.ts'
import { filePath, fingerprintInReadingPath } from '../paths.ts'
import { standingPaths } from '../read-model/page-paths.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import type { SqliteReader } from '../read-model/sqlite-reader.ts'
import { isPublishedFile, type PageFiles } from './page-files.ts'
import { PageLedger } from './page-ledger.ts'

export type Render = (request: Request, options: { locals: object }) => Promise<Response>
type Options = {
  readModel: ReadModel
  files: PageFiles
  render: Render
  /** The bytes of a published file; null when the record has none of that fingerprint. Throws when it does not answer. */
  fetchFile: (sha256: string) => Promise<Uint8Array | null>
  /** The machine-read text of a published file; null while there is none. Throws when the record does not answer. */
  fetchReading: (sha256: string) => Promise<Reading | null>
  /** Told of what could not be written, in one sentence; the rest goes on. */
  onTrouble?: (sentence: string) => void
  origin: string
  today: () => string
}
type Page = { path: string; bytes: Buffer; hash: string; keys: Set<string> }
type Outcome =
  | { kind: 'changed'; page: Page }
  | { kind: 'same'; page: Page }
  | { kind: 'gone'; path: string }
  | { kind: 'settled'; path: string }
  | { kind: 'failed'; path: string; error: unknown }

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
    const { readModel } = this.#options
    const today = this.#options.today()
    if (readModel.get('day') === today) return
    readModel.transaction(() => {
      this.ledger.await({ keys: new Set(['today']), paths: new Set() })
      readModel.set('day', today)
    })
  }

  /** Every page waits, behind whatever changes meanwhile: the site itself was built anew, or its origin changed. */
  awaitEverything(): void {
    const { readModel } = this.#options
    readModel.transaction(() => {
      this.ledger.awaitAll()
      for (const path of standingPaths) this.ledger.awaitLater(path)
      for (const path of readModel.memberPaths()) this.ledger.awaitLater(path)
      for (const path of readModel.paths()) this.ledger.awaitLater(path)
    })
  }

  /** The record is not the one that was followed (its log is shorter): it is heard again from its first change. */
  startOver(): void {
    const { readModel } = this.#options
    readModel.transaction(() => {
      readModel.startOver()
      this.ledger.awaitAll()
    })
  }

  /**
   * Writes what waits; stops early when `until` says so. Answers how many files were written or removed.
   * A page that cannot be made is set aside and leaves its old bytes standing; the others go on.
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
      const outcomes: Outcome[] = []
      for (const path of paths) outcomes.push(await this.#outcomeOf(path))
      await this.#write(outcomes)
      touched += this.#settle(outcomes)
      done += outcomes.length
      onProgress?.(done, this.ledger.waitingCount)
      if (until?.()) return touched
    }
  }

  async #outcomeOf(path: string): Promise<Outcome> {
    try {
      if (isPublishedFile(path)) return await this.#outcomeOfFile(path)
      const page = await this.#renderPage(path)
      if (!page) return { kind: 'gone', path }
      const isSame = page.hash === this.ledger.hashOf(path) && this.#options.files.has(path)
      return { kind: isSame ? 'same' : 'changed', page }
    } catch (error) {
      return { kind: 'failed', path, error }
    }
  }

  async #outcomeOfFile(path: string): Promise<Outcome> {
    const { readModel, files } = this.#options
    const file = readModel.fileAt(path)
    if (!file) return { kind: 'gone', path }
    if (!files.has(path)) await this.#bringFile(file)
    return { kind: 'settled', path }
  }

  /** All pages of a batch at once; what has to go goes afterwards, for it takes emptied folders with it. */
  async #write(outcomes: readonly Outcome[]): Promise<void> {
    const { files } = this.#options
    await Promise.all(
      outcomes.map((outcome) => outcome.kind === 'changed' && files.write(outcome.page.path, outcome.page.bytes)),
    )
    for (const outcome of outcomes) if (outcome.kind === 'gone') await files.remove(outcome.path)
  }

  /** Writes down what was done; answers how many files it touched. */
  #settle(outcomes: readonly Outcome[]): number {
    return this.#options.readModel.transaction(() => {
      let touched = 0
      for (const outcome of outcomes) {
        switch (outcome.kind) {
          case 'changed':
          case 'same':
            this.ledger.wrote(outcome.page)
            if (outcome.kind === 'changed') touched += 1
            break
          case 'gone':
            this.ledger.removed(outcome.path)
            touched += 1
            break
          case 'settled':
            this.ledger.settled(outcome.path)
            break
          case 'failed':
            this.ledger.setAside(outcome.path)
            this.#options.onTrouble?.(`${outcome.path} stays as it is: ${(outcome.error as Error).message}`)
            break
          default:
            outcome satisfies never
        }
      }
      return touched
    })
  }

  /** The page that a path should have; null when nothing stands there. */
  async #renderPage(path: string): Promise<Page | null> {
    const keys = new Set<string>()
    this.#reader.keys = keys
    const bytes = path.endsWith('/index.json') ? this.#renderTwin(path) : await this.#renderRoute(path)
    return bytes && { path, bytes, keys, hash: hashOf(bytes) }
  }

  #renderTwin(path: string): Buffer | null {
    const twin = twinOf(path, this.#reader, this.#options.origin)
    return twin && Buffer.from(`${JSON.stringify(twin, null, 1)}\n`)
  }

  async #renderRoute(path: string): Promise<Buffer | null> {
    const { render, origin } = this.#options
    const route = path === '/404.html' ? '/404' : path
    const isOfReading = fingerprintInReadingPath(path) !== null
    const reading = isOfReading ? await this.#readingAt(path) : null
    if (isOfReading && !reading) return null
    const response = await render(new Request(origin + route), {
      locals: { reader: this.#reader, origin, reading },
    })
    if (response.status === 404 && route !== '/404') return null
    if (response.status !== 200 && response.status !== 404)
      throw new Error(`rendering ended with status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  /** Asked of the record when its page is made: the read model holds no texts of files. */
  async #readingAt(path: string): Promise<Reading | null> {
    const file = this.#options.readModel.fileOfReading(path)
    return file?.reading ? this.#options.fetchReading(file.sha256) : null
  }

  /** Files are in place before any page links to them. */
  async #bringFiles(changes: readonly Change[]): Promise<void> {
    const { files, readModel } = this.#options
    const missing = new Map<string, PublicFile>()
    for (const change of changes)
      for (const file of change.op === 'upsert' && change.record && 'files' in change.record ? change.record.files : [])
        if (!files.has(filePath(file))) missing.set(filePath(file), file)
    if (missing.size === 0) return
    // Waiting from before the first byte: a file whose record is withdrawn while we are down is looked at again.
    readModel.transaction(() => {
      for (const path of missing.keys()) this.ledger.awaitPath(path)
    })
    for (const file of missing.values()) {
      const trouble = await this.#bringFile(file).then(
        () => null,
        (error: unknown) => error,
      )
      if (trouble instanceof FileNotUsable) this.#options.onTrouble?.(trouble.message)
      else if (trouble) throw trouble
    }
  }

  async #bringFile(file: PublicFile): Promise<void> {
    const bytes = await this.#options.fetchFile(file.sha256)
    if (!bytes) throw new FileNotUsable(`The record has no file ${file.sha256} (${file.name})`)
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw new FileNotUsable(`File ${file.sha256} (${file.name}) arrived altered`)
    await this.#options.files.write(filePath(file), bytes)
  }
}

/** One file is wrong at its source; that holds up nothing else. */
class FileNotUsable extends Error {}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 27)
