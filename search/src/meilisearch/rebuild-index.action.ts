import type { Meilisearch } from 'meilisearch'
import type { SearchDocument } from '../search-index.ts'
import type { IndexNames } from './index-names.ts'
import { documentSettings, passageSettings, wordSettings } from './index-settings.ts'
import { type ShadowDocument, type ShadowPassage, type ShadowWord, shadowOf, shadowWord } from './shadow-document.ts'
import { finished } from './tasks.ts'

const batchSize = 250
const wordBatch = 10_000

/** Empty indexes with our settings, whatever stood under their names. */
export async function createIndexes(client: Meilisearch, names: IndexNames): Promise<void> {
  for (const [uid, settings] of [
    [names.documents, documentSettings],
    [names.passages, passageSettings],
    [names.words, wordSettings],
  ] as const) {
    await client.deleteIndexIfExists(uid)
    await finished(client.createIndex(uid, { primaryKey: 'key' }))
    await finished(client.index(uid).updateSettings(settings))
  }
}

/** Writes all documents into `names`; each batch is finished before the next is sent, so that memory stays small. */
export async function fillIndexes(
  client: Meilisearch,
  names: IndexNames,
  documents: AsyncIterable<SearchDocument>,
): Promise<number> {
  const words = new Map<string, { docs: number; shown: string }>()
  const seen = new Set<string>()
  let batch: ReturnType<typeof shadowOf>[] = []
  const write = async () => {
    if (batch.length === 0) return
    const passages = batch.flatMap((one) => one.passages)
    await finished(client.index<ShadowDocument>(names.documents).addDocuments(batch.map(({ shadow }) => shadow)))
    if (passages.length > 0) await finished(client.index<ShadowPassage>(names.passages).addDocuments(passages))
    batch = []
  }
  for await (const document of documents) {
    if (seen.has(document.id)) throw new Error(`A rebuild was given the document ${document.id} twice`)
    seen.add(document.id)
    const shadow = shadowOf(document)
    for (const [form, shown] of shadow.words) {
      const known = words.get(form)
      if (known) known.docs++
      else words.set(form, { docs: 1, shown })
    }
    if (batch.push(shadow) === batchSize) await write()
  }
  await write()
  const records = [...words].map(([form, { docs, shown }]) => shadowWord(form, shown, docs))
  for (let at = 0; at < records.length; at += wordBatch)
    await finished(client.index<ShadowWord>(names.words).addDocuments(records.slice(at, at + wordBatch)))
  return seen.size
}

/** All three at once: Meilisearch swaps every pair or none. */
export async function swapIndexes(client: Meilisearch, one: IndexNames, other: IndexNames): Promise<void> {
  const pairs = [
    [one.documents, other.documents],
    [one.passages, other.passages],
    [one.words, other.words],
  ] as const
  await finished(client.swapIndexes(pairs.map((indexes) => ({ indexes: [...indexes], rename: false }))))
}
