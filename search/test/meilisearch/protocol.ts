import { z } from 'zod'

/**
 * What the documentation of Meilisearch (reference/api, 1.4x) lets a client send, as far as a search needs it. Strict: a
 * name that is not documented is refused, as the server refuses it.
 */
export const indexUid = z.string().regex(/^[A-Za-z0-9_-]{1,400}$/)
export const documentId = z.union([z.string().regex(/^[A-Za-z0-9_-]{1,511}$/), z.number().int()])
const filter = z.union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))])
const names = z.array(z.string())

const search = {
  q: z.string().nullish(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(0).optional(),
  page: z.number().int().min(0).optional(),
  hitsPerPage: z.number().int().min(0).optional(),
  filter: filter.nullish(),
  facets: names.optional(),
  sort: z.array(z.string().regex(/^[A-Za-z_]\w*:(?:asc|desc)$/)).optional(),
  attributesToRetrieve: names.optional(),
  attributesToSearchOn: names.optional(),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).optional(),
}
export const Search = z.strictObject(search)
export const MultiSearch = z.strictObject({ queries: z.array(z.strictObject({ ...search, indexUid })) })
export type SearchBody = z.infer<typeof Search>

export const CreateIndex = z.strictObject({ uid: indexUid, primaryKey: z.string().nullish() })
export const Swap = z.array(z.strictObject({ indexes: z.tuple([indexUid, indexUid]), rename: z.boolean().optional() }))
export const Documents = z.array(z.record(z.string(), z.unknown()))
export const DeleteByFilter = z.strictObject({ filter })
export const DeleteBatch = z.array(documentId)
export const Fetch = z.strictObject({
  filter: filter.optional(),
  fields: names.optional(),
  limit: z.number().int().min(0).optional(),
  offset: z.number().int().min(0).optional(),
})

const rankingRule = z.union([
  z.enum(['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness']),
  z.string().regex(/^[A-Za-z_]\w*:(?:asc|desc)$/),
])
export const Settings = z.strictObject({
  searchableAttributes: names.optional(),
  displayedAttributes: names.optional(),
  filterableAttributes: names.optional(),
  sortableAttributes: names.optional(),
  rankingRules: z.array(rankingRule).optional(),
  typoTolerance: z
    .strictObject({
      enabled: z.boolean().optional(),
      disableOnNumbers: z.boolean().optional(),
      minWordSizeForTypos: z.strictObject({ oneTypo: z.number(), twoTypos: z.number() }).optional(),
    })
    .optional(),
  faceting: z.strictObject({ maxValuesPerFacet: z.number().int() }).optional(),
  pagination: z.strictObject({ maxTotalHits: z.number().int() }).optional(),
})
export type SettingsBody = z.infer<typeof Settings>
