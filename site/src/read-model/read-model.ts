import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Change, Noun, ShownRecord } from '@avizier/cms/changes'
import type { PublicFile } from '@avizier/cms/files'
import { filePath, fingerprintInReadingPath, pagePath, recordPath } from '../paths.ts'
import { pathsOfMember, pathsOfReading, pathsOfRecord } from './page-paths.ts'
import {
  type ChunkedList,
  chunkedListsOf,
  countersOf,
  feedKeysOf,
  keysOf,
  type RecordRow,
  recordsPerChunk,
  rowOf,
  shardOf,
} from './record-row.ts'
import { schema, schemaVersion } from './schema.ts'
import { SqliteReader } from './sqlite-reader.ts'
import { statements } from './statements.ts'
import { summaryOf } from './summary.ts'

/** What a batch of changes asks of the publisher: pages whose keys it touched, and paths that may come or go. */
export type Effect = { keys: Set<string>; paths: Set<string> }

/**
 * Everything public, in one SQLite file beside the pages made of it. It needs nothing else to answer or to
 * rebuild the whole site, and replaying the change log from zero gives the same one.
 */
export class ReadModel {
  readonly db: DatabaseSync
  readonly #statements: Record<keyof typeof statements, StatementSync>
  readonly #prepares = new Map<string, StatementSync>()

  constructor(file: string, { readOnly = false }: { readOnly?: boolean } = {}) {
    mkdirSync(path.dirname(file), { recursive: true })
    if (!readOnly) discardOtherVersions(file)
    this.db = new DatabaseSync(file, { readOnly })
    this.db.exec('pragma busy_timeout = 5000')
    if (!readOnly)
      this.db.exec(
        `pragma journal_mode = wal; pragma synchronous = normal; ${schema} pragma user_version = ${schemaVersion}`,
      )
    this.#statements = Object.fromEntries(
      Object.entries(statements).map(([name, sql]) => [name, this.db.prepare(sql)]),
    ) as never
  }

  reader(today: () => string): SqliteReader {
    return new SqliteReader(this.db, today)
  }

  get(name: string): string | null {
    return (this.#statements.getState.get(name)?.['value'] as string | undefined) ?? null
  }

  set(name: string, value: string): void {
    this.#statements.setState.run(name, value)
  }

  get cursor(): number {
    return Number(this.get('cursor') ?? 0)
  }

  /** Runs `work` in one SQLite transaction: all of it is on disk, or none. */
  transaction<Result>(work: () => Result): Result {
    this.db.exec('begin immediate')
    try {
      const result = work()
      this.db.exec('commit')
      return result
    } catch (error) {
      this.db.exec('rollback')
      throw error
    }
  }

  /** Applies changes in their order; one that was applied before does nothing. Call within `transaction`. */
  apply(changes: readonly Change[]): Effect {
    const effect: Effect = { keys: new Set(), paths: new Set() }
    for (const change of changes) {
      const { noun, id, revision, position } = change
      const before = this.#statements.getRecord.get(noun, id) as (RecordRow & { summary: string }) | undefined
      const known =
        before?.revision ?? (this.#statements.getRemoved.get(noun, id)?.['revision'] as number | undefined) ?? 0
      if (revision <= known) continue
      if (change.op === 'upsert') {
        if (change.record && change.record.noun !== 'search') this.#put(change.record, before, effect)
      } else {
        if (before) this.#take(before, effect)
        this.#statements.putRemoved.run(noun, id, revision, position)
      }
    }
    const last = changes.at(-1)
    if (last && last.position > this.cursor) this.set('cursor', String(last.position))
    return effect
  }

  /** What was withdrawn after a position of the change log and has not come back. */
  removedAfter(position: number): { noun: Noun; id: string }[] {
    return this.#statements.removedAfter.all(position) as { noun: Noun; id: string }[]
  }

  /** Where a reader of an old address is sent: the record that had it, if it is still public somewhere else. */
  redirectOf(oldPath: string): string | null {
    const row = this.#statements.getRedirect.get(oldPath) as { path: string | null } | undefined
    return row?.path && row.path !== oldPath ? row.path : null
  }

  /** The published file at an address; null when no record names it. */
  fileAt(path: string): PublicFile | null {
    const row = this.#statements.fileAt.get(path)
    return row ? (JSON.parse(String(row['file'])) as PublicFile) : null
  }

  /** The published file of which a reading's path tells; null when no record names it. */
  fileOfReading(path: string): PublicFile | null {
    const row = this.#statements.fileByFingerprint.get(fingerprintInReadingPath(path) ?? '')
    return row ? (JSON.parse(String(row['file'])) as PublicFile) : null
  }

  /** The addresses of all published files. */
  *filePaths(): Generator<string> {
    for (const row of this.#statements.allFiles.all()) yield String(row['path'])
  }

  /** Forgets every record, to hear them all again from the first change. What is on disk stays known. */
  startOver(): void {
    this.db.exec(
      'delete from records; delete from removed; delete from counters; delete from shards; delete from redirects; delete from files',
    )
    this.set('cursor', '0')
  }

  /** The records, in id order, a page at a time: for walking all of them without holding all of them. */
  *paths(): Generator<string> {
    let after = { noun: '', id: '' }
    for (;;) {
      const rows = this.#statements.nextPaths.all(after.noun, after.id) as {
        noun: string
        id: string
        record: string
      }[]
      if (rows.length === 0) return
      for (const row of rows) yield* pathsOfRecord(JSON.parse(row.record) as ShownRecord)
      const last = rows.at(-1)
      if (last) after = { noun: last.noun, id: last.id }
    }
  }

  *memberPaths(): Generator<string> {
    for (const row of this.#statements.allCounters.all() as { list: string; member: string; count: number }[]) {
      yield* pathsOfMember(row.list, row.member, row.count, 'all')
    }
    for (const row of this.#statements.allShards.all() as { shard: string }[]) yield `/sitemap-${row.shard}.xml`
  }

  #put(record: ShownRecord, before: (RecordRow & { summary: string }) | undefined, effect: Effect): void {
    const row = rowOf(record)
    const summary = JSON.stringify(summaryOf(record))
    const isListedSame =
      before && before.summary.replace(stamps, '') === summary.replace(stamps, '') && sameGroup(before, row)
    for (const key of keysOf(row)) {
      // A list does not change when only the text behind an entry did.
      if (!isListedSame || /^(act|announcement|document|page|form|report|reporting|institution|sitemap)(:|$)/.test(key))
        effect.keys.add(key)
    }
    for (const key of feedKeysOf(row)) effect.keys.add(key)
    if (before) for (const key of feedKeysOf(before)) effect.keys.add(key)
    if (before && !isListedSame) for (const key of keysOf(before)) effect.keys.add(key)
    const left = before ? chunkedListsOf(before) : []
    const joined = chunkedListsOf(row)
    const isIn = (lists: ChunkedList[]) => (each: ChunkedList) => lists.some(({ list }) => list === each.list)
    if (before && !isListedSame)
      this.#touchChunks(
        row.id,
        left.filter((each) => !isIn(joined)(each)),
        'leaves',
        effect,
      )
    this.#count(before ? countersOf(before) : [], countersOf(row), effect)
    for (const each of pathsOfRecord(record)) effect.paths.add(each)
    if (before?.path && before.path !== row.path) this.#leave(before, effect)
    this.#statements.putRecord.run(
      row.noun,
      row.id,
      Number(row.id) || 0,
      row.revision,
      row.kind,
      row.slug,
      row.year,
      row.month,
      row.number,
      row.day,
      row.due,
      row.section,
      row.visibility,
      row.place,
      row.stage,
      row.path,
      shardOf(row),
      row.updated,
      summary,
      JSON.stringify(record),
    )
    if (!isListedSame) {
      this.#touchChunks(
        row.id,
        joined.filter((each) => !isIn(left)(each)),
        'joins',
        effect,
      )
      this.#touchChunks(row.id, joined.filter(isIn(left)), 'stays', effect)
    }
    this.#statements.dropRemoved.run(row.noun, row.id)
    this.#statements.dropRedirects.run(row.noun, row.id)
    for (const old of formerPaths(record)) this.#statements.putRedirect.run(old, row.noun, row.id)
    this.#name(row, filesOf(record), effect)
    if (before && shardOf(before) !== shardOf(row)) this.#stampShard(shardOf(before), effect)
    this.#stampShard(shardOf(row), effect)
  }

  #take(before: RecordRow, effect: Effect): void {
    for (const key of keysOf(before)) effect.keys.add(key)
    for (const key of feedKeysOf(before)) effect.keys.add(key)
    this.#touchChunks(before.id, chunkedListsOf(before), 'leaves', effect)
    this.#count(countersOf(before), [], effect)
    this.#leave(before, effect)
    this.#name(before, [], effect)
    this.#statements.dropRecord.run(before.noun, before.id)
    this.#statements.dropRedirects.run(before.noun, before.id)
    this.#stampShard(shardOf(before), effect)
  }

  /** The old address is rendered again: another record may stand there now; otherwise its files go. */
  #leave({ path: left }: RecordRow, effect: Effect): void {
    if (!left) return
    effect.paths.add(left).add(`${left}index.json`)
  }

  /** The files a record names; those that it names no more are looked at, for they may have to go. */
  #name({ noun, id }: RecordRow, files: readonly PublicFile[], effect: Effect): void {
    for (const row of this.#statements.filesOfRecord.all(noun, id)) {
      effect.paths.add(String(row['path']))
      for (const each of pathsOfReading(JSON.parse(String(row['file'])) as PublicFile)) effect.paths.add(each)
    }
    this.#statements.dropFiles.run(noun, id)
    for (const file of files) {
      const each = filePath(file)
      this.#statements.putFile.run(each, noun, id, file.sha256.slice(0, 16), JSON.stringify(file))
      effect.paths.delete(each)
    }
  }

  #count(before: string[], after: string[], effect: Effect): void {
    const steps = new Map<string, number>()
    for (const counter of before) steps.set(counter, (steps.get(counter) ?? 0) - 1)
    for (const counter of after) steps.set(counter, (steps.get(counter) ?? 0) + 1)
    for (const [counter, step] of steps) {
      if (step === 0) continue
      const [list = '', member = ''] = counter.split('|')
      const row = this.#statements.step.get(list, member, step) as { count: number }
      effect.keys.add(list)
      if (row.count === 0 || row.count === step) effect.keys.add(`${list}:set`)
      if (row.count === 0) this.#statements.dropCounter.run(list, member)
      for (const each of pathsOfMember(list, member, Math.max(row.count, row.count - step), 'last'))
        effect.paths.add(each)
    }
  }

  /**
   * The chunks of lists that a record's coming or going shifts: its own and all later ones, so a newcomer,
   * whose id is the highest, touches the last alone. One that stays in a list touches its own chunk. Call while the
   * record is in the table.
   */
  #touchChunks(id: string, lists: ChunkedList[], move: 'joins' | 'leaves' | 'stays', effect: Effect): void {
    for (const { list, columns, values, counted } of lists) {
      const where = columns.map((column) => `${column} = ?`).join(' and ')
      const later = Number(
        this.#prepared(`select count(*) as count from records where ${where} and seq > ?`).get(
          ...values,
          Number(id) || 0,
        )?.['count'],
      )
      const total = Number(this.#statements.countOf.get(counted.list, counted.member)?.['count'] ?? 0)
      const own = Math.ceil((total - later) / recordsPerChunk)
      const last = Math.ceil(total / recordsPerChunk)
      if (move === 'stays') {
        effect.keys.add(`${list}:${own}`)
        continue
      }
      for (let chunk = Math.max(1, own - 1); chunk <= last; chunk++) {
        if (chunk < own && own < last) continue
        effect.keys.add(`${list}:${chunk}`)
      }
      effect.keys.add(`${list}:last`)
      if (move === 'leaves') effect.keys.add(`${list}:${last}`)
    }
  }

  #prepared(statement: string): StatementSync {
    let prepared = this.#prepares.get(statement)
    if (!prepared) {
      prepared = this.db.prepare(statement)
      this.#prepares.set(statement, prepared)
    }
    return prepared
  }

  #stampShard(shard: string, effect: Effect): void {
    const row = this.#statements.newestOfShard.get(shard) as { updated: string | null } | undefined
    if (row?.updated) this.#statements.putShard.run(shard, row.updated)
    else this.#statements.dropShard.run(shard)
    effect.keys.add('sitemap').add(`sitemap:${shard}`)
    effect.paths.add(`/sitemap-${shard}.xml`)
  }
}

const stamps = /"(publishedAt|updatedAt)":"[^"]*",?/g

/** The files of a record's page. */
const filesOf = (record: ShownRecord) => ('files' in record ? record.files : [])

const sameGroup = (a: RecordRow, b: RecordRow) =>
  a.kind === b.kind &&
  a.year === b.year &&
  a.month === b.month &&
  a.day === b.day &&
  a.section === b.section &&
  a.place === b.place &&
  a.stage === b.stage &&
  a.visibility === b.visibility &&
  a.path === b.path

function formerPaths(record: ShownRecord): string[] {
  if (!('formerSlugs' in record)) return []
  if (record.noun !== 'pages') return record.formerSlugs.flatMap((slug) => recordPath({ ...record, slug }) ?? [])
  // A page that moved to another section has kept its slug: it is looked for under the others too.
  return [...record.formerSlugs, record.slug].flatMap((slug) =>
    (['townHall', 'commune', 'site'] as const).map((section) => pagePath({ section, slug })),
  )
}

/** A read model of another version is a copy of the record in an old form: it is made anew. */
function discardOtherVersions(file: string): void {
  let version: number
  try {
    const db = new DatabaseSync(file)
    version = Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
    db.close()
  } catch {
    version = -1
  }
  if (version === 0 || version === schemaVersion) return
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}
