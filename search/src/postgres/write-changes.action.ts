import type { ClientBase } from 'pg'
import { type DocumentTerms, documentTerms } from '../romanian/document-terms.ts'
import { stemsOf } from '../romanian/stem.ts'
import { wordsOf } from '../romanian/words.ts'
import type { SearchChange, SearchDocument } from '../search-index.ts'
import { copyDocuments } from './copy-documents.action.ts'
import type { Generation } from './generation.ts'

/** Brings changes into one generation, in the caller's transaction; the caller holds the lock of the writers. */
export async function writeChanges(
  client: ClientBase,
  generation: Generation,
  changes: readonly SearchChange[],
): Promise<void> {
  for (const change of changes) {
    if (change.kind === 'remove') await remove(client, generation, change.id)
    else await upsert(client, generation, change.document)
  }
}

async function remove(client: ClientBase, generation: Generation, id: string): Promise<void> {
  const known = await knownDocument(client, generation, id)
  if (known) await erase(client, generation, known.rid)
}

async function upsert(client: ClientBase, generation: Generation, document: SearchDocument): Promise<void> {
  const known = await knownDocument(client, generation, document.id)
  if (known && known.revision > document.revision) return
  if (known) await erase(client, generation, known.rid)
  const terms = documentTerms(document)
  const rid = known?.rid ?? (await nextRid(client, generation))
  const facet = await facetOf(client, generation, document)
  await copyDocuments(client, generation, [{ rid, facet, document, terms }])
  await countWords(client, generation, terms)
}

async function knownDocument(
  client: ClientBase,
  { documents }: Generation,
  id: string,
): Promise<{ rid: number; revision: number } | null> {
  const { rows } = await client.query(`select rid, revision from ${documents} where id = $1`, [id])
  return rows[0] ? { rid: rows[0].rid, revision: Number(rows[0].revision) } : null
}

async function nextRid(client: ClientBase, { documents }: Generation): Promise<number> {
  const { rows } = await client.query(`select coalesce(max(rid), 0) + 1 as rid from ${documents}`)
  return rows[0].rid
}

/** Takes a document out with its words: a word that only a withdrawn document held must not be suggested. */
async function erase(client: ClientBase, generation: Generation, rid: number): Promise<void> {
  const { entries, documents, passages, words } = generation
  const { rows: titles } = await client.query(`delete from ${documents} where rid = $1 returning title`, [rid])
  const { rows: bodies } = await client.query(`delete from ${passages} where rid = $1 returning body`, [rid])
  await client.query(`delete from ${entries} where rid = $1`, [rid])
  const forms = new Set<string>()
  for (const text of [titles[0]?.title, ...bodies.map(({ body }) => body)])
    for (const { form } of wordsOf(text ?? '')) forms.add(form)
  await client.query(
    `with fewer as (update ${words} set docs = docs - 1 where form = any($1) returning form, docs)
     select form from fewer where docs <= 0`,
    [[...forms]],
  )
  await client.query(`delete from ${words} where form = any($1) and docs <= 0`, [[...forms]])
}

async function countWords(client: ClientBase, { words }: Generation, terms: DocumentTerms): Promise<void> {
  const forms = [...terms.words.keys()].sort()
  await client.query(
    `insert into ${words} as known (form, stem, docs, shown)
     select form, stem, 1, shown from unnest($1::text[], $2::text[], $3::text[]) as given (form, stem, shown)
     on conflict (form) do update set docs = known.docs + 1`,
    [forms, forms.map((form) => stemsOf(form)[0] ?? form), forms.map((form) => terms.words.get(form) ?? form)],
  )
}

async function facetOf(client: ClientBase, { facets }: Generation, document: SearchDocument): Promise<number> {
  const values = [document.kind, document.year, document.category ?? '', document.state ?? '']
  const find = `select facet from ${facets} where kind = $1 and year = $2 and category = $3 and state = $4`
  const { rows } = await client.query(find, values)
  if (rows[0]) return rows[0].facet
  const inserted = await client.query(
    `insert into ${facets} select coalesce(max(facet), 0) + 1, $1, $2, $3, $4 from ${facets} returning facet`,
    values,
  )
  return inserted.rows[0].facet
}
