import { z } from 'zod'

/** A calendar day in Europe/Bucharest, `YYYY-MM-DD`. */
export const Day = z.iso.date()
/** A moment in UTC, ISO 8601 with `Z`. */
export const Moment = z.iso.datetime()

/**
 * What every published document says about itself.
 * `revision` grows by one with each save of the document; readers apply a document once per (noun, id, revision).
 */
export const Publication = z.object({
  id: z.string(),
  revision: z.number().int().positive(),
  publishedAt: Moment,
  updatedAt: Moment,
})

/** The address of a document that has one of its own making; former slugs redirect to the present one. */
export const Addressed = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  formerSlugs: z.array(z.string()),
})
