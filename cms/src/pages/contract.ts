import { z } from 'zod'
import { Body } from '../body/contract.ts'
import { PublicFile } from '../files/contract.ts'
import { Addressed, Publication } from '../publishing/contract.ts'

/** `townHall` → /primaria/<slug>/, `commune` → /comuna/<slug>/, `site` → /<slug>/. */
export const PageSection = z.enum(['townHall', 'commune', 'site'])
export type PageSection = z.infer<typeof PageSection>

export const PublicPage = Publication.extend(Addressed.shape).extend({
  noun: z.literal('pages'),
  section: PageSection,
  title: z.string(),
  lead: z.string(),
  body: Body,
  files: z.array(PublicFile),
  /** Position among the pages of its section, ascending. */
  order: z.number().int(),
})
export type PublicPage = z.infer<typeof PublicPage>
