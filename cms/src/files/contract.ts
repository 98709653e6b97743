import { z } from 'zod'

/** A published file. Its bytes never change: the SHA-256 (64 lower-case hex digits) is its identity and part of its address. */
export const PublicFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  label: z.string(),
  mimeType: z.string(),
  bytes: z.number().int().nonnegative(),
  pages: z.number().int().positive().nullable(),
})
export type PublicFile = z.infer<typeof PublicFile>
