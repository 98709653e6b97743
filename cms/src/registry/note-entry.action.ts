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
    const otherId = input.otherId ?? (await idOfNumber(transaction, entry, input.other ?? ''))
    if (otherId === entry.id) return refused('links-to-itself', 'other')
    const other = otherId === null ? null : await readableEntry(req, otherId)
    if (!other) return refused('entry-unknown', 'other')
    const number = formatNumber(other.number, dayOf(other.registeredAt))
    const data = { otherId: other.id, other: number, note: input.note }
    return { kind: 'change', linkedId: other.id, event: { kind: 'linked', data } }
  })

/** The entry of a number as it is written on a paper: of the same register, of the latest year when none is said. */
async function idOfNumber(transaction: Transaction, { registerId }: LockedEntry, written: string) {
  const { number = 0, year = null } = parseNumber(written) ?? {}
  const [found] = await transaction.rows<{ id: number }>(sql`
    select id from registry
    where register_id = ${registerId} and number = ${number} and (${year}::int is null or year = ${year}::int)
    order by year desc limit 1`)
  return found?.id ?? null
}
