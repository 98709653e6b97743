import { z } from 'zod'
import { Publication } from '../publishing/contract.ts'

/** What clerks teach the search: there is one, with the id `search`. */
export const PublicSearch = Publication.extend({
  noun: z.literal('search'),
  /** Words or phrases that mean the same, a group each: ["PUG", "plan urbanistic general"]. */
  synonyms: z.array(z.array(z.string()).min(2)),
})
export type PublicSearch = z.infer<typeof PublicSearch>

/**
 * The body of `POST /api/searches` with the changes token: what was searched since the last time, added up.
 * Nobody is in it: words, whether anything was found, how often.
 */
export const Searches = z
  .array(
    z.object({
      words: z.string().trim().min(1).max(120),
      found: z.boolean(),
      count: z.number().int().min(1).max(1_000_000),
    }),
  )
  .max(1_000)
export type Searches = z.infer<typeof Searches>
