import { z } from 'zod'

/** `text`: the PDF's own letters. `recognised`: read from a picture by a machine, which errs. */
export const ReadingMethod = z.enum(['text', 'recognised'])
export type ReadingMethod = z.infer<typeof ReadingMethod>

/** What a published file tells about its reading; it is there as soon as the whole file is read. */
export const ReadingSummary = z.object({ pages: z.number().int().positive(), method: ReadingMethod })
export type ReadingSummary = z.infer<typeof ReadingSummary>

/**
 * One page as it was read: NFC with comma letters, a blank line between paragraphs, a line break where the page breaks
 * a short line. Personal numbers, accounts and cards are masked. `text` is empty on a blank page.
 */
export const ReadingPage = z.object({
  /** From 1, as the file counts. */
  number: z.number().int().positive(),
  text: z.string(),
  method: ReadingMethod,
  /** How sure the recogniser was, 0 to 100; null for a page with letters of its own. */
  confidence: z.number().min(0).max(100).nullable(),
})
export type ReadingPage = z.infer<typeof ReadingPage>

/**
 * The answer of `GET /api/changes/files/<sha256>/reading` with the token of the change log: the machine-read text of
 * a file. 404 while there is none. Pages that could not be read are absent.
 */
export const Reading = z.object({
  sha256: z.string(),
  method: ReadingMethod,
  /** The reader's name and version, as in "tesseract 5.3.0". */
  engine: z.string(),
  pages: z.array(ReadingPage),
})
export type Reading = z.infer<typeof Reading>
