import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Transaction } from '../database/transaction.ts'
import { areKept } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { EntryFile } from './contract.ts'
import { entryNote, optionalLine, reason, rowId } from './entry-inputs.ts'
import { readableEntry } from './readable-entry.ts'
import { formatNumber, parseNumber } from './registration-number.ts'
import { type LockedEntry, refused, workOnEntry } from './work-on-entry.action.ts'

export const NoteInput = z.object({ text: reason })
/** A note of the office, which the applicant never sees. */
export const noteEntry = (req: PayloadRequest, id: number, { text }: z.infer<typeof NoteInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'note', now }, async () => ({
    kind: 'change',
    event: { kind: 'noted', data: { text } },
  }))

export const StartInput = z.object({})
export const startEntry = (req: PayloadRequest, id: number, _: z.infer<typeof StartInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'start', now }, async (entry, worker) => ({
    kind: 'change',
    set: { responsibleId: entry.responsibleId ?? worker.id },
    event: { kind: 'started' },
  }))

export const AttachInput = z.object({ files: z.array(EntryFile).min(1).max(50) })
/** Adds scans and files; what was attached stays. */
export const attachFiles = (req: PayloadRequest, id: number, { files }: z.infer<typeof AttachInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'attach', now }, async (entry) => {
    if (!(await areKept(files))) return refused('file-unknown', 'files')
    return {
      kind: 'change',
      files: [...entry.files, ...files.filter(({ sha256 }) => !entry.files.some((kept) => kept.sha256 === sha256))],
      event: { kind: 'attached', data: { files: files.map(({ name, sha256 }) => ({ name, sha256 })) } },
    }
  })

export const LinkInput = z
  .object({ otherId: rowId.nullish(), other: optionalLine, note: entryNote.default('') })
  .refine(({ otherId, other }) => otherId || other, { message: 'Scrieți numărul celuilalt document.', path: ['other'] })
/** OG 27/2002, art. 10: papers about one matter are joined (conexare), and each names the other. */
export const linkEntry = (req: PayloadRequest, id: number, input: z.infer<typeof LinkInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'link', now }, async (entry, _, transaction) => {
    const other = await otherEntry(transaction, entry, input)
    if (!other || !(await readableEntry(req, other.id))) return refused('entry-unknown', 'other')
    if (other.id === entry.id) return refused('links-to-itself', 'other')
    const data = {
      otherId: other.id,
      other: formatNumber(Number(other.number), dayOf(other.registered_at)),
      note: input.note,
    }
    return { kind: 'change', linkedId: other.id, event: { kind: 'linked', data } }
  })

/** By its id, or by its number as it is written on the paper: of the same register, the latest year when none is said. */
async function otherEntry(
  transaction: Transaction,
  { registerId }: LockedEntry,
  { otherId, other }: z.infer<typeof LinkInput>,
) {
  const typed = other ? parseNumber(other) : null
  const [found] = await transaction.rows<{ id: number; number: string; registered_at: string }>(
    otherId
      ? sql`select id, number, registered_at from registry where id = ${otherId}`
      : sql`select id, number, registered_at from registry
          where register_id = ${registerId} and number = ${typed?.number ?? 0}
            and (${typed?.year ?? null}::int is null or year = ${typed?.year ?? null}::int)
          order by year desc limit 1`,
  )
  return found
}
