import { z } from 'zod'
import { Moment } from '../publishing/contract.ts'

/** What a document is before the law, which decides its term. */
export const EntryKind = z.enum([
  'petition',
  'foi',
  'foiComplaint',
  'application',
  'audience',
  'taxClearance',
  'attestation',
  'planningCertificate',
  'buildingPermit',
  'gdpr',
  'consultationProposal',
  'correspondence',
  'invoice',
  'contract',
  'internalNote',
  'answer',
  'other',
])
export type EntryKind = z.infer<typeof EntryKind>

/** Bytes kept by the record under their fingerprint, named as they were given. */
export const EntryFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  bytes: z.number().int().nonnegative(),
  mimeType: z.string().max(120),
})
export type EntryFile = z.infer<typeof EntryFile>

/** The other side of a document, as far as it is known. */
export const Correspondent = z.object({
  kind: z.enum(['person', 'firm', 'authority']),
  name: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export type Correspondent = z.infer<typeof Correspondent>

/**
 * The body of `POST /api/filings/status`, with the token of the site. `numar` as it was typed: `4812`, `4812/2025`,
 * `4812/18.11.2025`; `adresa` is the site's own digest of the citizen's address, for the limits, never the address.
 * Answers 200 `EntryStatus`; 404 with one body for every wrong pair; 429 after too many of them.
 */
export const StatusQuestion = z.object({
  numar: z.coerce.string().max(80),
  cod: z.coerce.string().max(40),
  adresa: z.string().min(8).max(128),
})
export type StatusQuestion = z.infer<typeof StatusQuestion>

/** Where a document stands, as its applicant may know it: no names, no addresses, no papers. */
export const EntryStatus = z.object({
  numar: z.number().int().positive(),
  /** The day of registration, `YYYY-MM-DD`. */
  data: z.string(),
  /** One of the public labels: Înregistrat, Repartizat, În lucru, Așteptăm completări, Soluționat, Transmis … */
  stadiu: z.string(),
  compartiment: z.string().nullable(),
  pasUrmator: z.string(),
  /** The legal deadline: its day, null when there is none or the clock stands still, and why in one sentence. */
  termen: z.object({ data: z.string().nullable(), explicatie: z.string() }).nullable(),
  istoric: z.array(z.object({ data: Moment, stadiu: z.string(), descriere: z.string() })),
})
export type EntryStatus = z.infer<typeof EntryStatus>
