import { AnswerFaultCode, FileAnswer } from '@avizier/cms/forms'
import { z } from 'zod'

/** A file in quarantine: what it is called, and what it was found to be. */
export const KeptFile = FileAnswer.extend({ sha256: z.string(), mimeType: z.string(), field: z.string() })
export type KeptFile = z.infer<typeof KeptFile>

/** What the applicant has written so far. Raw: what was wrong is kept as it was typed. */
export const Draft = z.object({
  raw: z.record(z.string(), z.unknown()),
  files: z.array(KeptFile),
  /** Pages that were sent with faults, by name; their faults are shown until they are gone. */
  faulty: z.array(z.string()),
  /** Files that were not kept the last time, and why. */
  fileFaults: z.array(z.object({ field: z.string(), name: z.string(), code: AnswerFaultCode })),
  baitTaken: z.boolean(),
})
export type Draft = z.infer<typeof Draft>

export const emptyDraft: Draft = { raw: {}, files: [], faulty: [], fileFaults: [], baitTaken: false }

/** The answers as the form judges them: what was written, and the files that came for each question. */
export function rawAnswers({ raw, files }: Pick<Draft, 'raw' | 'files'>): Record<string, unknown> {
  const answers: Record<string, unknown> = { ...raw }
  for (const { field, mimeType: _, ...file } of files)
    answers[field] = [...(Array.isArray(answers[field]) ? (answers[field] as unknown[]) : []), file]
  return answers
}
