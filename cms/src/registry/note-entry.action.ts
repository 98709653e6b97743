import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { areKept } from '../files/filed-bytes.ts'
import { EntryFile } from './contract.ts'
import { entryNote, reason, rowId } from './entry-inputs.ts'
import { readableEntry } from './readable-entry.ts'
import { refused, workOnEntry } from './work-on-entry.action.ts'

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

export const LinkInput = z.object({ otherId: rowId, note: entryNote.default('') })
/** OG 27/2002, art. 10: papers about one matter are joined (conexare), and each names the other. */
export const linkEntry = (req: PayloadRequest, id: number, { otherId, note }: z.infer<typeof LinkInput>, now: Date) =>
  workOnEntry(req, { id, verb: 'link', now }, async (entry) => {
    if (otherId === entry.id) return refused('links-to-itself', 'otherId')
    if (!(await readableEntry(req, otherId))) return refused('entry-unknown', 'otherId')
    return { kind: 'change', linkedId: otherId, event: { kind: 'linked', data: { otherId, note } } }
  })
