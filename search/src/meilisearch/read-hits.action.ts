import type { MultiSearchParams } from 'meilisearch'
import { marksIn } from '../romanian/marks.ts'
import { highlighted, snippetOf } from '../romanian/snippet.ts'
import type { SearchHit } from '../search-index.ts'
import type { Understood } from '../understand-query.ts'
import type { Asked } from './answer-query.action.ts'
import { quotedValue } from './clause-filters.ts'
import { codeOf, type ShadowDocument, type ShadowPassage } from './shadow-document.ts'

/** What is shown of these documents, in their order: for each the passage that holds most of what was looked for. */
export async function readHits(
  { client, names }: Asked,
  documents: readonly ShadowDocument[],
  wanted: readonly Understood[],
): Promise<SearchHit[]> {
  if (documents.length === 0) return []
  const terms = wanted.flatMap(({ clause, moreTerms }) => [
    ...clause.alternatives.flatMap((alternative) => alternative.terms),
    ...moreTerms,
  ])
  const q = terms.map(codeOf).slice(0, 10).join(' ')
  const ask = async (questions: readonly ShadowDocument[], text: string) => {
    const { results } = await client.multiSearch<MultiSearchParams, ShadowPassage>({
      queries: questions.map(({ key }) => ({
        indexUid: names.passages,
        q: text,
        filter: `owner = ${quotedValue(key)}`,
        matchingStrategy: 'frequency' as const,
        limit: 1,
        ...(text === '' ? { sort: ['ordinal:asc'] } : {}),
      })),
    })
    return results.map(({ hits }) => hits[0])
  }
  const best = await ask(documents, q)
  const missing = documents.filter((_, at) => !best[at])
  const first = q !== '' && missing.length > 0 ? await ask(missing, '') : []
  return documents.map((document, at) => hitOf(document, best[at] ?? first[missing.indexOf(document)], wanted))
}

function hitOf(document: ShadowDocument, passage: ShadowPassage | undefined, wanted: readonly Understood[]): SearchHit {
  const { actKind: kind, actNumber: number, actYear: year } = document
  const body = passage?.text ?? ''
  return {
    id: document.id,
    url: document.url,
    kind: document.kind,
    date: document.date,
    category: document.category,
    state: document.state,
    act: kind && number !== null && year !== null ? { kind, number, year } : null,
    sourceId: document.sourceId,
    title: highlighted(document.title, marksIn(document.title, wanted)),
    snippet: snippetOf(body, marksIn(body, wanted)),
    place:
      passage?.fileName != null && passage.page !== null
        ? { fileName: passage.fileName, fileUrl: passage.fileUrl, page: passage.page }
        : null,
  }
}
