import type { SearchDocument } from '../src/search-index.ts'

/** A document that says only what the test is about. */
export function aDocument(given: Partial<SearchDocument> & { id: string }): SearchDocument {
  return {
    revision: 1,
    kind: 'anunt',
    url: `/anunturi/${given.id}/`,
    title: `Documentul ${given.id}`,
    date: '2024-03-28',
    year: Number((given.date ?? '2024').slice(0, 4)),
    category: null,
    state: null,
    act: null,
    sourceId: null,
    text: '',
    files: [],
    ...given,
  }
}

export const aDecision = (number: number, year: number, given: Partial<SearchDocument> = {}): SearchDocument =>
  aDocument({
    id: `acts:${year}-${number}`,
    kind: 'hotarare',
    url: `/hotarari/${year}/${number}/`,
    title: `Hotărârea nr. ${number}/${year}`,
    date: `${year}-06-15`,
    year,
    state: 'in_vigoare',
    act: { kind: 'hotarare', number, year },
    ...given,
  })

export async function* streamOf<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}

export const upserts = (...documents: readonly SearchDocument[]) =>
  documents.map((document) => ({ kind: 'upsert' as const, document }))

export const textOf = (segments: readonly { text: string }[]): string => segments.map(({ text }) => text).join('')
export const matchesOf = (segments: readonly { text: string; isMatch: boolean }[]): string[] =>
  segments.filter(({ isMatch }) => isMatch).map(({ text }) => text)
