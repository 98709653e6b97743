import { setTimeout as pause } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { documentTerms } from '../romanian/document-terms.ts'
import { stemsOf } from '../romanian/stem.ts'
import { analyserVersion } from '../romanian/terms.ts'
import { detached } from '../romanian/tokens.ts'
import type { RebuildOutcome, SearchChange, SearchDocument } from '../search-index.ts'
import { copy, copyDocuments, line, type Row } from './copy-documents.action.ts'
import { createIndexes, createTables, dropTables, type Generation, generationOf, lockTables } from './generation.ts'
import { lockKeys } from './locks.ts'
import { writeChanges } from './write-changes.action.ts'

const batchSize = 100

/**
 * Fills the next generation and swaps to it. `client` is this rebuild's own for its whole time: the locks are the
 * session's, so that a killed process leaves none behind.
 */
export async function rebuildIndex({
  client,
  schema,
  trigrams,
  documents,
}: {
  client: ClientBase
  schema: string
  trigrams: string
  documents: AsyncIterable<SearchDocument>
}): Promise<RebuildOutcome> {
  const keys = lockKeys(schema)
  const mutex = await client.query('select pg_try_advisory_lock($1, $2) as is_mine', keys.rebuild)
  if (!mutex.rows[0].is_mine) return { kind: 'busy' }
  try {
    // Waits for changes being written: those that come after are noted in `meanwhile`.
    await client.query('select pg_advisory_lock($1, $2)', keys.rebuilding)
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '192MB'; set statement_timeout = 0`)
    const generation = await beginGeneration(client, schema)
    const count = await fill(client, generation, documents)
    for (const index of createIndexes(generation, trigrams)) await client.query(index)
    await writeMeanwhile(client, schema, generation)
    for (const table of [generation.entries, generation.documents, generation.passages, generation.words])
      await client.query(`analyze ${table}`)
    await swap(client, schema, generation)
    await dropOthers(client, schema)
    return { kind: 'rebuilt', documents: count }
  } finally {
    await client.query('select pg_advisory_unlock_all()')
  }
}

async function beginGeneration(client: ClientBase, schema: string): Promise<Generation> {
  await dropOthers(client, schema)
  await client.query(`delete from ${schema}.meanwhile`)
  const { rows } = await client.query(
    `update ${schema}.state set last_generation = last_generation + 1 returning last_generation`,
  )
  const generation = generationOf(schema, rows[0].last_generation)
  await client.query(createTables(generation))
  return generation
}

async function fill(
  client: ClientBase,
  generation: Generation,
  documents: AsyncIterable<SearchDocument>,
): Promise<number> {
  const facets = new Map<string, number>()
  const words = new Map<string, { docs: number; shown: string }>()
  const seen = new Set<string>()
  let rows: Row[] = []
  let writing: Promise<void> = Promise.resolve()
  for await (const document of documents) {
    if (seen.has(document.id)) throw new Error(`A rebuild was given the document ${document.id} twice`)
    seen.add(document.id)
    const terms = documentTerms(document)
    for (const [form, shown] of terms.words) {
      const known = words.get(form)
      if (known) known.docs++
      else words.set(detached(form), { docs: 1, shown: detached(shown) })
    }
    rows.push({ rid: seen.size, facet: facetIn(facets, document), document, terms })
    if (rows.length < batchSize) continue
    const batch = rows
    rows = []
    await writing
    writing = copyDocuments(client, generation, batch)
    // The next batch is read meanwhile; what fails here is thrown at the next wait.
    writing.catch(() => undefined)
  }
  await writing
  await copyDocuments(client, generation, rows)
  await copy(client, generation.words, wordLines(words))
  await copy(
    client,
    generation.facets,
    [...facets].map(([key, facet]) => line([facet, ...(JSON.parse(key) as [string, number, string, string])])),
  )
  return seen.size
}

function facetIn(facets: Map<string, number>, { kind, year, category, state }: SearchDocument): number {
  const key = JSON.stringify([kind, year, category ?? '', state ?? ''])
  const facet = facets.get(key) ?? facets.size + 1
  facets.set(key, facet)
  return facet
}

function* wordLines(words: ReadonlyMap<string, { docs: number; shown: string }>): Generator<string> {
  for (const [form, { docs, shown }] of words) yield line([form, stemsOf(form)[0] ?? form, docs, shown])
}

/** What was applied while the documents were read, in order. */
async function writeMeanwhile(client: ClientBase, schema: string, generation: Generation): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ position: string; change: SearchChange }>(
      `select position, change from ${schema}.meanwhile order by position limit 100`,
    )
    const last = rows.at(-1)
    if (!last) return
    await client.query('begin')
    await writeChanges(
      client,
      generation,
      rows.map(({ change }) => change),
    )
    await client.query(`delete from ${schema}.meanwhile where position <= $1`, [last.position])
    await client.query('commit')
  }
}

/** Under the lock of the writers: nothing is applied between the last look at `meanwhile` and the swap. */
async function swap(client: ClientBase, schema: string, generation: Generation): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', lockKeys(schema).write)
  await writeMeanwhile(client, schema, generation)
  await client.query(`update ${schema}.state set generation = $1, analyser = $2, was_filled = true`, [
    generation.number,
    analyserVersion,
  ])
  await client.query('select pg_advisory_unlock($1, $2)', lockKeys(schema).write)
}

/** Tables of other generations: of a rebuild that was killed, or of the one replaced. A query still reading one keeps it until next time. */
async function dropOthers(client: ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<{ number: number }>(
    `select distinct substring(relname from 'entries_(\\d+)$')::integer as number
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace, ${schema}.state
     where nspname = $1 and relkind = 'r' and relname ~ '^entries_\\d+$'
       and substring(relname from 'entries_(\\d+)$')::integer <> generation`,
    [schema],
  )
  for (const { number } of rows)
    for (let tries = 0; tries < 30 && !(await dropUnread(client, generationOf(schema, number))); tries++)
      await pause(100)
}

/** Never waits for a query while it holds one of the tables: each would wait for the other, and the query would lose. */
async function dropUnread(client: ClientBase, generation: Generation): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(lockTables(generation))
    await client.query(dropTables(generation))
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    if ((error as { code?: string }).code !== '55P03') throw error
    return false
  }
}
