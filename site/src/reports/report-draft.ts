import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { readKept, sweep, writeDurably } from '../spool/durable-files.ts'
import { reportFaultCodes } from './judge-report.ts'

/** What was typed so far, right or wrong, and what was wrong with it when it was sent. */
export const ReportDraft = z.object({
  raw: z.record(z.string(), z.string()),
  faults: z.array(z.object({ field: z.string(), code: z.enum(reportFaultCodes) })),
  baitTaken: z.boolean(),
})
export type ReportDraft = z.infer<typeof ReportDraft>

export const emptyReportDraft: ReportDraft = { raw: {}, faults: [], baitTaken: false }

/** Reports that are being written, on the disk under the id of their token; their files stand in quarantine. */
export class ReportDrafts {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(id: string): Promise<ReportDraft | null> {
    const kept = ReportDraft.safeParse(await readKept(this.#place(id)))
    return kept.success ? kept.data : null
  }

  write = (id: string, draft: ReportDraft): Promise<void> => writeDurably(this.#place(id), JSON.stringify(draft))

  remove = (id: string): Promise<void> => rm(this.#place(id), { force: true })

  sweep = (maxAge: number): Promise<void> => sweep(this.#folder, maxAge)

  #place = (id: string): string => path.join(this.#folder, `${id}.json`)
}
