import type { SearchAnswer, SearchHit, TextSegment } from '@avizier/search/search-index'

const plain = (segments: readonly TextSegment[]) => segments.map(({ text }) => text).join('')

const hitJson = (hit: SearchHit) => ({
  url: hit.url,
  title: plain(hit.title),
  kind: hit.kind,
  date: hit.date,
  sourceId: hit.sourceId,
  snippet: plain(hit.snippet),
  /** The page of the file that the snippet is from; null when it is from the document's own text. */
  page: hit.place?.page ?? null,
})

/** The answer of `/api/cautare`: the same as the page shows, for machines. */
export const searchJson = (answer: SearchAnswer) => ({
  total: answer.total,
  totalIsExact: answer.totalIsExact,
  corrected: answer.corrected,
  omitted: answer.omitted,
  direct: answer.direct && hitJson(answer.direct),
  facets: {
    tip: answer.facets.kind,
    an: answer.facets.year,
    categorie: answer.facets.category,
    stare: answer.facets.state,
  },
  hits: answer.hits.map(hitJson),
})
