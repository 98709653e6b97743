import type { Meilisearch } from 'meilisearch'
import type { SearchChange, SearchDocument } from '../search-index.ts'
import { quotedValue } from './clause-filters.ts'
import type { IndexNames } from './index-names.ts'
import {
  keyOf,
  type ShadowDocument,
  type ShadowPassage,
  type ShadowWord,
  shadowOf,
  shadowWord,
} from './shadow-document.ts'
import { finished } from './tasks.ts'

const listed = (values: readonly string[]) => `[${values.map(quotedValue).join(', ')}]`

/** The last change of each document is the one that counts; when all tasks have succeeded, it is found. */
export async function writeChanges(
  client: Meilisearch,
  names: IndexNames,
  changes: readonly SearchChange[],
): Promise<void> {
  const last = new Map(changes.map((change) => [change.kind === 'upsert' ? change.document.id : change.id, change]))
  const keys = [...last.keys()].map(keyOf)
  const index = client.index<ShadowDocument>(names.documents)
  const { results: known } = await index.getDocuments({
    filter: `key IN ${listed(keys)}`,
    fields: ['key', 'revision', 'forms'],
    limit: keys.length,
  })
  const knownBy = new Map(known.map((one) => [one.key, one]))
  const upserts: SearchDocument[] = []
  const gone: string[] = []
  const counts = new Map<string, { change: number; shown: string }>()
  const count = (form: string, change: number, shown: string) =>
    counts.set(form, { change: (counts.get(form)?.change ?? 0) + change, shown })
  for (const [id, change] of last) {
    const before = knownBy.get(keyOf(id))
    if (change.kind === 'upsert' && before && before.revision > change.document.revision) continue
    if (change.kind === 'remove' && !before) continue
    for (const form of before?.forms ?? []) count(form, -1, form)
    if (change.kind === 'upsert') upserts.push(change.document)
    else gone.push(keyOf(id))
  }
  const shadows = upserts.map(shadowOf)
  for (const { words } of shadows) for (const [form, shown] of words) count(form, 1, shown)
  const owners = [...gone, ...upserts.map(({ id }) => keyOf(id))]
  if (owners.length === 0) return
  await finished(client.index(names.passages).deleteDocuments({ filter: `owner IN ${listed(owners)}` }))
  const passages = shadows.flatMap((shadow) => shadow.passages)
  if (passages.length > 0) await finished(client.index<ShadowPassage>(names.passages).addDocuments(passages))
  await writeWords(client, names, counts)
  if (gone.length > 0) await finished(index.deleteDocuments(gone))
  if (shadows.length > 0) await finished(index.addDocuments(shadows.map(({ shadow }) => shadow)))
}

async function writeWords(
  client: Meilisearch,
  names: IndexNames,
  counts: ReadonlyMap<string, { change: number; shown: string }>,
): Promise<void> {
  const index = client.index<ShadowWord>(names.words)
  const forms = [...counts].filter(([, { change }]) => change !== 0).map(([form]) => form)
  if (forms.length === 0) return
  const known = new Map<string, ShadowWord>()
  for (let at = 0; at < forms.length; at += 1_000) {
    const some = forms.slice(at, at + 1_000)
    const { results } = await index.getDocuments({ filter: `form IN ${listed(some)}`, limit: some.length })
    for (const word of results) known.set(word.form, word)
  }
  const words = forms.map((form) => {
    const { change, shown } = counts.get(form) ?? { change: 0, shown: form }
    const before = known.get(form)
    return shadowWord(form, before?.shown ?? shown, (before?.docs ?? 0) + change)
  })
  const gone = words.filter(({ docs }) => docs <= 0).map(({ key }) => key)
  const left = words.filter(({ docs }) => docs > 0)
  if (gone.length > 0) await finished(index.deleteDocuments(gone))
  if (left.length > 0) await finished(index.addDocuments(left))
}
