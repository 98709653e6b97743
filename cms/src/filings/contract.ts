import { z } from 'zod'
import { Moment } from '../publishing/contract.ts'
import { EntryFile } from '../registry/contract.ts'

/**
 * Why somebody should look at a filing: it came without the page's token, without the work that a browser does for it
 * (as from one without JavaScript), too fast, with the bait taken, or after many others.
 */
export const ReviewReason = z.enum(['no-token', 'no-proof', 'too-fast', 'bait-taken', 'one-of-many'])
export type ReviewReason = z.infer<typeof ReviewReason>

/**
 * What the site hands over when a citizen files: the body of `POST /api/filings`, with
 * `Authorization: Bearer <CHANGES_TOKEN>`. `key` names the filing: the same key again is answered the same, and with
 * another content it is refused. The bytes of every file are put before, at `PUT /api/filings/files/<sha256>`.
 */
export const FilingRequest = z.object({
  key: z.string().regex(/^[\w.:-]{16,120}$/),
  form: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  version: z.number().int().positive(),
  answers: z.record(z.string().max(80), z.unknown()),
  files: z.array(EntryFile).max(50).default([]),
  /** When the site took it, where that was before now: it had kept the filing while the record was away. */
  receivedAt: Moment.nullish(),
  review: z.array(ReviewReason).max(10).default([]),
})
export type FilingRequest = z.input<typeof FilingRequest>

/** A filing on its way into the record. */
export type Submission = {
  key: string
  form: { slug: string; version: number }
  answers: Record<string, unknown>
  files: EntryFile[]
  receivedAt: Date
  review: ReviewReason[]
}

/** The answer 201: the number of the year, its day, the access code, and whether it still has to be confirmed. */
export const SubmissionReceipt = z.object({
  numar: z.number().int().positive(),
  data: z.iso.date(),
  cod: z.string(),
  /** The day by which the law wants an answer, and why, for the confirmation; null where there is no term. */
  termen: z.object({ data: z.iso.date().nullable(), explicatie: z.string() }).nullable(),
  provizoriu: z.literal(false),
})
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>

/** The answer 422, and with one line 404 (no such form) and 409 (the key belongs to another filing). */
export const FilingRefusal = z.object({ erori: z.array(z.object({ camp: z.string(), mesaj: z.string() })) })
export type FilingRefusal = z.infer<typeof FilingRefusal>
