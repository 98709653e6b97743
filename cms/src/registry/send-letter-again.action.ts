import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { rowId } from './entry-inputs.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'

/** A letter that was refused is mostly one to a mistyped address, so a better one may come along. */
export const SendLetterAgainInput = z.object({
  letterId: rowId,
  recipient: z
    .union([z.literal(''), z.email('Scrieți o adresă de e-mail întreagă.')])
    .nullish()
    .transform((text) => text || null),
})

/** Puts a refused letter back among those that wait, from the first attempt on; the entry keeps the better address. */
export const sendLetterAgain = (
  req: PayloadRequest,
  id: number,
  { letterId, recipient }: z.infer<typeof SendLetterAgainInput>,
  now: Date,
) =>
  workOnEntry(req, { id, verb: 'sendLetterAgain', now }, async (entry, _, transaction) => {
    const [letter] = await transaction.rows<{ kind: string; recipient: string }>(sql`
      select kind, recipient from avizier.outbox
      where id = ${letterId} and entry_id = ${entry.id} and state = 'failed' for update`)
    if (!letter) return refused('letter-not-failed', 'letterId')
    const to = recipient ?? letter.recipient
    await transaction.rows(sql`
      update avizier.outbox set state = 'waiting', attempts = 0, next_at = ${now.toISOString()}, leased_until = null,
        recipient = ${to}
      where id = ${letterId}`)
    const isCorrected = letter.recipient === entry.correspondentEmail && to !== letter.recipient
    return {
      kind: 'change',
      ...(isCorrected ? { set: { correspondentEmail: to } } : {}),
      event: { kind: 'letterSentAgain', data: { letterId, letter: letter.kind, to } },
    }
  })
