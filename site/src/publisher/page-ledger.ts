import type { StatementSync } from 'node:sqlite'
import type { Effect, ReadModel } from '../read-model/read-model.ts'
import { isPublishedFile } from './page-files.ts'

/** What is on disk and why: each page's hash, the keys it read, and the paths that wait to be written. */
export class PageLedger {
  readonly #statements: Record<keyof typeof statements, StatementSync>

  constructor(readModel: ReadModel) {
    this.#statements = Object.fromEntries(
      Object.entries(statements).map(([name, sql]) => [name, readModel.db.prepare(sql)]),
    ) as never
  }

  /** Marks everything an effect touches as waiting. Call in the transaction that made the effect. */
  await(effect: Effect): void {
    for (const key of effect.keys) this.#statements.awaitDependents.run(key)
    for (const path of effect.paths) this.awaitPath(path)
  }

  awaitPath(path: string): void {
    this.#statements.awaitPath.run(path, rankOf(path))
  }

  /** Waits behind everything that a change asks for. */
  awaitLater(path: string): void {
    this.#statements.awaitPath.run(path, later + rankOf(path))
  }

  awaitAll(): void {
    this.#statements.awaitAll.run()
  }

  /** The next paths to write, all of one rank: documents before the lists that lead to them. */
  waiting(limit: number): string[] {
    return this.#statements.waiting.all(limit).map((row) => String(row['path']))
  }

  get waitingCount(): number {
    return Number(this.#statements.countWaiting.get()?.['count'] ?? 0)
  }

  get pageCount(): number {
    return Number(this.#statements.countPages.get()?.['count'] ?? 0)
  }

  hashOf(path: string): string | null {
    return (this.#statements.hash.get(path)?.['hash'] as string | undefined) ?? null
  }

  /** The page is on disk with this hash, and read these keys. */
  wrote({ path, hash, keys }: { path: string; hash: string; keys: ReadonlySet<string> }): void {
    const page = Number(this.#statements.putPage.get(path, hash)?.['id'])
    const before = new Set(this.#statements.keysOf.all(page).map((row) => String(row['key'])))
    for (const key of keys) if (!before.delete(key)) this.#statements.putKey.run(key, page)
    for (const key of before) this.#statements.dropKey.run(key, page)
    this.#statements.done.run(path)
  }

  /** Nothing waits at the path. */
  settled(path: string): void {
    this.#statements.done.run(path)
  }

  /** The path cannot be written as things are; it waits until something it shows changes, or until `retry`. */
  setAside(path: string): void {
    this.#statements.setAside.run(path)
  }

  retry(): void {
    this.#statements.retry.run()
  }

  /** How many pages could not be written. */
  get troubleCount(): number {
    return Number(this.#statements.countTrouble.get()?.['count'] ?? 0)
  }

  /** The path has no page any more. */
  removed(path: string): void {
    this.#statements.dropKeys.run(path)
    this.#statements.dropPage.run(path)
    this.#statements.done.run(path)
  }

  /** What is on disk is not what was written: the page is written again even if it renders the same. */
  forget(path: string): void {
    this.#statements.forget.run(path)
  }

  *pages(): Generator<{ path: string; hash: string }> {
    let after = ''
    for (;;) {
      const rows = this.#statements.nextPages.all(after) as { path: string; hash: string }[]
      if (rows.length === 0) return
      yield* rows
      after = rows.at(-1)?.path ?? after
    }
  }
}

/** Ranks from here on wait behind the pages of the day's changes; the last is for what cannot be written now. */
const later = 10
const aside = 90

/** Documents first, then their twins, then lists, feeds and sitemaps last. */
function rankOf(path: string): number {
  if (path === '/' || path === '/404.html') return 0
  if (isPublishedFile(path)) return 4
  if (path.startsWith('/sitemap') || path.endsWith('.xml')) return 3
  if (path.endsWith('index.json')) return 2
  return /^\/(hotarari|dispozitii)\/\d{4}\/\d+\/$|^\/sesizari\/20\d\d-\d+\/$|^\/(anunturi|documente)\/(?!\d{4}\/|tip\/|an\/)[^/]+\/$/.test(
    path,
  )
    ? 0
    : 1
}

const statements = {
  awaitDependents: `insert into pending select p.path, case
      when p.path like '%.xml' then 3 when p.path like '%index.json' then 2 else 1 end
    from dependencies d join pages p on p.id = d.page where d.key = ?
    on conflict do update set rank = min(rank, excluded.rank)`,
  awaitPath: 'insert into pending values (?, ?) on conflict do update set rank = min(rank, excluded.rank)',
  awaitAll: `insert or ignore into pending select path, ${later} + 1 from pages`,
  waiting: `select path from pending where rank = (select min(rank) from pending) and rank < ${aside} order by path limit ?`,
  countWaiting: `select count(*) as count from pending where rank < ${aside}`,
  setAside: `update pending set rank = ${aside} where path = ?`,
  retry: `update pending set rank = ${later} where rank = ${aside}`,
  countTrouble: `select count(*) as count from pending where rank = ${aside}`,
  countPages: 'select count(*) as count from pages',
  hash: 'select hash from pages where path = ?',
  putPage: 'insert into pages (path, hash) values (?, ?) on conflict do update set hash = excluded.hash returning id',
  keysOf: 'select key from dependencies where page = ?',
  putKey: 'insert or ignore into dependencies values (?, ?)',
  dropKey: 'delete from dependencies where key = ? and page = ?',
  dropKeys: 'delete from dependencies where page = (select id from pages where path = ?)',
  forget: `update pages set hash = '' where path = ?`,
  dropPage: 'delete from pages where path = ?',
  done: 'delete from pending where path = ?',
  nextPages: 'select path, hash from pages where path > ? order by path limit 500',
}
