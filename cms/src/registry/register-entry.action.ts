import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { areKept } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { Day } from '../publishing/contract.ts'
import { bookFacts } from './book-facts.ts'
import {
  correspondentFields,
  documentFields,
  entryFiles,
  entryNote,
  issuerFields,
  reason,
  rowId,
} from './entry-inputs.ts'
import { termOf } from './entry-kinds.ts'
import { mayRegister } from './entry-lifecycle.ts'
import { entryTerm, noTerm } from './entry-term.ts'
import { registerOnce } from './register-once.action.ts'
import { workerOf } from './registry.access.ts'
import { anonymousReason } from './registry.ro.ts'
import type { NewEntry, StoredEntry } from './store-entry.action.ts'
import { type EntryRefusal, refused } from './work-on-entry.action.ts'

const key = z.string().regex(/^[\w.:-]{16,120}$/)

export const RegisterInput = z.object({
  key,
  registerCode: z.string().max(40).nullish(),
  ...documentFields,
  ...correspondentFields,
  ...issuerFields,
  departmentCode: z.string().max(40).nullish(),
  responsibleId: rowId.nullish(),
  isConfidential: z.boolean().default(false),
  notes: entryNote.nullish(),
  files: entryFiles,
  answersId: rowId.nullish(),
})

export const ReserveInput = z.object({ key, registerCode: z.string().max(40).nullish(), forWhat: reason, until: Day })

export type RegisterOutcome = { kind: 'registered'; entry: StoredEntry; isNew: boolean } | EntryRefusal

const nothing = {
  receivedAt: null,
  correspondent: null,
  issuer: { number: null, on: null },
  departmentId: null,
  responsibleId: null,
  term: noTerm,
  isConfidential: false,
  pages: null,
  annexes: null,
  notes: null,
  files: [],
  answersId: null,
  reserved: null,
  outcomeReason: null,
  mail: null,
  reviewReasons: [],
  filing: null,
} satisfies Partial<NewEntry>

const actorOf = (req: PayloadRequest) => ({
  id: String(req.user?.id),
  name: String((req.user as { name?: string } | null)?.name ?? ''),
})

/** Registers what came over the counter, by post or e-mail, and what the town hall writes itself. */
export async function registerEntry(
  req: PayloadRequest,
  input: z.infer<typeof RegisterInput>,
  now: Date,
): Promise<RegisterOutcome> {
  const worker = workerOf(req)
  if (!worker || !mayRegister(worker)) return refused('not-entitled')
  const { departmentCode = null, registerCode = null } = input
  const { registerId, departmentId, calendar } = await bookFacts(req, { registerCode, department: departmentCode })
  if (registerId === null) return refused('register-unknown', 'registerCode')
  if (departmentCode && departmentId === null) return refused('department-unknown', 'departmentCode')
  if (!(await areKept(input.files))) return refused('file-unknown', 'files')
  const isIncoming = input.direction === 'incoming'
  // OG 27/2002, art. 7: a petition without a name is numbered, and filed away with the reason.
  const isAnonymous = isIncoming && input.kind === 'petition' && input.correspondentName === null
  const term = isIncoming && !isAnonymous ? termOf(input.kind) : null
  const received = { kind: 'received', data: { channel: input.channel } } as const
  const followed = isAnonymous
    ? ({ kind: 'closed', data: { reason: anonymousReason } } as const)
    : departmentId !== null
      ? ({ kind: 'routed', data: { departmentId, responsibleId: input.responsibleId ?? null } } as const)
      : null

  const registration = await registerOnce(req, {
    key: input.key,
    now,
    reckon: (at) => ({
      ...nothing,
      key: input.key,
      registerId,
      now: at,
      direction: input.direction,
      channel: input.channel,
      kind: input.kind,
      subject: input.subject,
      correspondent: {
        kind: input.correspondentKind,
        name: input.correspondentName,
        address: input.correspondentAddress,
        email: input.correspondentEmail,
        phone: input.correspondentPhone,
      },
      issuer: { number: input.issuerNumber, on: input.issuerOn },
      departmentId,
      responsibleId: input.responsibleId ?? null,
      state: isAnonymous ? 'closed' : departmentId !== null ? 'routed' : 'registered',
      term: entryTerm({ term, registeredOn: dayOf(at), calendar }),
      isConfidential: input.isConfidential,
      pages: input.pages,
      annexes: input.annexes,
      notes: input.notes || null,
      files: input.files,
      answersId: input.answersId ?? null,
      outcomeReason: isAnonymous ? anonymousReason : null,
      actor: actorOf(req),
      events: followed ? [received, followed] : [received],
      mail: isIncoming && input.correspondentEmail ? { kind: 'registered', recipient: input.correspondentEmail } : null,
    }),
  })
  return { kind: 'registered', entry: registration.entry, isNew: registration.kind === 'registered' }
}

/** Keeps a number for a document that is still to come; it stands in the book, with whom it is for and until when. */
export async function reserveNumber(
  req: PayloadRequest,
  input: z.infer<typeof ReserveInput>,
  now: Date,
): Promise<RegisterOutcome> {
  const worker = workerOf(req)
  if (!worker || !mayRegister(worker)) return refused('not-entitled')
  const { registerId } = await bookFacts(req, { registerCode: input.registerCode ?? null })
  if (registerId === null) return refused('register-unknown', 'registerCode')
  const reserved = { forWhat: input.forWhat, until: input.until }
  const registration = await registerOnce(req, {
    key: input.key,
    now,
    reckon: (at) => ({
      ...nothing,
      key: input.key,
      registerId,
      now: at,
      direction: 'outgoing',
      channel: 'counter',
      kind: 'other',
      subject: input.forWhat,
      state: 'reserved',
      responsibleId: worker.id,
      reserved,
      actor: actorOf(req),
      events: [{ kind: 'reserved', data: reserved }],
    }),
  })
  return { kind: 'registered', entry: registration.entry, isNew: registration.kind === 'registered' }
}
