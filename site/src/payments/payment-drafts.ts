import path from 'node:path'
import { FineOffender, OnPaper } from '@avizier/cms/fines'
import { z } from 'zod'
import { tokenLife } from '../filings/form-token.ts'
import { readKept, sweep, writeDurably } from '../spool/durable-files.ts'

/**
 * What somebody has told of what they pay, so far. A CNP is never in it: the record has answered it with a digest. The
 * attempt grows with every payment that came to nothing, for each is another payment.
 */
const PaymentDraft = z.object({
  purpose: z.enum(['fine', 'fee']),
  paper: z.object({ serie: z.string(), numar: z.string(), data: z.string() }).optional(),
  who: z
    .object({
      emitent: z.enum(['own', 'police', 'elsewhere']),
      fel: z.enum(['person', 'firm']),
      domiciliu: z.enum(['here', 'away']),
      offender: FineOffender,
    })
    .optional(),
  hartie: OnPaper.optional(),
  fee: z.object({ numar: z.string(), cod: z.string() }).optional(),
  payer: z.object({ name: z.string(), email: z.string() }).optional(),
  attempt: z.number().int().nonnegative().default(0),
})
export type PaymentDraft = z.infer<typeof PaymentDraft>

/** Drafts of payments on the site's disk, under the id of the token in their address, for two days. */
export class PaymentDrafts {
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'site', 'payments')
  }

  async read(id: string): Promise<PaymentDraft | null> {
    const kept = PaymentDraft.safeParse(await readKept(this.#place(id)))
    return kept.success ? kept.data : null
  }

  write(id: string, draft: PaymentDraft): Promise<void> {
    return writeDurably(this.#place(id), JSON.stringify(draft))
  }

  sweep(): Promise<void> {
    return sweep(this.#folder, tokenLife)
  }

  #place(id: string): string {
    return path.join(this.#folder, `${id}.json`)
  }
}
