import type { Settings } from 'meilisearch'

/** Words of one attribute that Meilisearch keeps positions of; a longer text goes on in the next attribute. */
export const wordsPerAttribute = 60_000
/** 2,000 pages and more. What is beyond is not found. */
export const bodyAttributes = Array.from({ length: 24 }, (_, at) => `body${at}`)

/**
 * Everything is stemmed, folded and spelled by our analyser before it gets here: these settings switch off what would
 * read it a second time. Matching is exact; misspellings are put right before, with the index of words.
 */
export const documentSettings = {
  searchableAttributes: ['own', 'titleTerms', 'titleWords', ...bodyAttributes],
  displayedAttributes: ['*'],
  filterableAttributes: [...['key', 'terms', 'kind', 'year', 'category', 'state', 'actKind', 'actNumber', 'actYear']],
  sortableAttributes: ['day', 'id'],
  rankingRules: ['sort', 'words', 'attribute', 'proximity', 'exactness', 'day:desc'],
  typoTolerance: { enabled: false },
  faceting: { maxValuesPerFacet: 1_000 },
  // Totals are exact up to here.
  pagination: { maxTotalHits: 1_000_000 },
} satisfies Settings

export const passageSettings = {
  searchableAttributes: ['terms'],
  filterableAttributes: ['owner'],
  sortableAttributes: ['ordinal'],
  rankingRules: ['sort', 'words', 'proximity', 'exactness', 'ordinal:asc'],
  typoTolerance: { enabled: false },
} satisfies Settings

export const wordSettings = {
  searchableAttributes: ['form', 'stem'],
  filterableAttributes: ['form', 'stem'],
  sortableAttributes: ['docs'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'exactness', 'docs:desc'],
  typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
} satisfies Settings
