import { z } from 'zod'
import { Moment, Publication } from '../publishing/contract.ts'

export const Village = z.object({
  name: z.string(),
  siruta: z.string(),
  postalCode: z.string(),
  isSeat: z.boolean(),
})

/** The institution, the place and the frame of the site: there is one, with the id `institution`. */
export const PublicInstitution = Publication.extend({
  noun: z.literal('institution'),
  /** "Comuna Săcălaz" */
  name: z.string(),
  /** "Primăria Săcălaz" */
  townHallName: z.string(),
  /** "Consiliul Local al Comunei Săcălaz" */
  councilName: z.string(),
  /** "Timiș" */
  county: z.string(),
  siruta: z.string(),
  nuts: z.string(),
  villages: z.array(Village),
  address: z.object({ street: z.string(), postalCode: z.string(), locality: z.string() }),
  phones: z.array(z.string()),
  email: z.string(),
  /** Office hours, a row per group of days: { days: "luni–miercuri", hours: "8:00–16:00" }. */
  hours: z.array(z.object({ days: z.string(), hours: z.string() })),
  audienceHours: z.array(z.object({ office: z.string(), when: z.string() })),
  officials: z.array(z.object({ office: z.string(), name: z.string() })),
  councillorSeats: z.number().int().positive(),
  /** An SVG document, monochrome (`currentColor`), square; null for the built-in mark. */
  emblemSvg: z.string().nullable(),
  /** The header's links, in order; `path` is a public path. */
  menu: z.array(z.object({ label: z.string(), path: z.string() })),
  /** Words people often look for, offered under the search field. */
  oftenSearched: z.array(z.string()),
  /** Danger to people, one at a time; null otherwise. */
  alert: z.object({ text: z.string(), path: z.string().nullable(), updatedAt: Moment }).nullable(),
  accessibilityContact: z.string(),
  dataProtectionContact: z.string(),
  /** True while the town shows sample content; the site says so on every page. */
  isSample: z.boolean(),
})
export type PublicInstitution = z.infer<typeof PublicInstitution>
