import { z } from 'zod'
import { ReadingSummary } from '../readings/contract.ts'

/** Why a file is not taken; `files.ro.ts` says what to do about it. */
export const FileFault = z.enum([
  'file-empty',
  'file-too-large',
  'file-kind',
  'file-not-what-it-says',
  'file-double',
  'file-broken',
  'file-encrypted',
  'file-scripted',
  'file-carries-files',
  'file-carries-macros',
  'file-unpacks-too-large',
  'file-too-many-pixels',
  'file-infected',
])
export type FileFault = z.infer<typeof FileFault>

/** A published file. Its bytes never change: the SHA-256 (64 lower-case hex digits) is its identity and part of its address. */
export const PublicFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  label: z.string(),
  mimeType: z.string(),
  bytes: z.number().int().nonnegative(),
  pages: z.number().int().positive().nullable(),
  /** The machine-read text, once the whole file is read; null until then, and when there is nothing to read. */
  reading: ReadingSummary.nullable().default(null),
})
export type PublicFile = z.infer<typeof PublicFile>
