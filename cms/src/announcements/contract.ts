import { z } from 'zod'
import { Body } from '../body/contract.ts'
import { PublicFile } from '../files/contract.ts'
import { Addressed, Day, Moment, Publication } from '../publishing/contract.ts'

export const AnnouncementCategory = z.enum([
  'agriculture',
  'auction',
  'consultation',
  'culture',
  'emergency',
  'environment',
  'general',
  'hiring',
  'landSale',
  'marriage',
  'social',
  'taxes',
  'urbanism',
  'utilities',
  'works',
])
export type AnnouncementCategory = z.infer<typeof AnnouncementCategory>

export const PublicAnnouncement = Publication.extend(Addressed.shape).extend({
  noun: z.literal('announcements'),
  title: z.string(),
  category: AnnouncementCategory,
  /** One sentence for lists and feeds; may be empty. */
  lead: z.string(),
  body: Body,
  files: z.array(PublicFile),
  publishedOn: Day,
  /** The last day on which the reader can act on it (proposals, bids, applications). */
  dueOn: Day.nullable(),
  takeDownAt: Moment.nullable(),
  sourceId: z.string().nullable(),
})
export type PublicAnnouncement = z.infer<typeof PublicAnnouncement>
