import type { PayloadRequest } from 'payload'
import { filedSize } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { bookFacts } from '../registry/book-facts.ts'
import { entryTerm, noTerm } from '../registry/entry-term.ts'
import { registerOnce } from '../registry/register-once.action.ts'
import { anonymousReason } from '../registry/registry.ro.ts'
import type { StoredEntry } from '../registry/store-entry.action.ts'
import type { Submission, SubmissionReceipt } from './contract.ts'
import { contentDigestOf, correspondentOf, subjectOf } from './filing-facts.ts'
import type { FilingFault, FilingForms } from './filing-forms.ts'
import { filingMessages } from './filings.ro.ts'

export type FilingOutcome =
  | { kind: 'registered'; receipt: SubmissionReceipt; entryId: number; isNew: boolean }
  | { kind: 'form-unknown' }
  | { kind: 'key-reused' }
  | { kind: 'faulty'; faults: FilingFault[] }

/**
 * Files a citizen's paper: judged by its form, numbered, stored with its term, its event and its mail, all or nothing.
 * The same key again is given the number and the code it has, and never another.
 */
export async function submitFiling(
  req: PayloadRequest,
  submission: Submission,
  { forms, now }: { forms: FilingForms; now: Date },
): Promise<FilingOutcome> {
  const verdict = await forms(req, submission)
  if (verdict.kind !== 'accepted') return verdict
  const missing = await missingFiles(submission)
  if (missing.length > 0) return { kind: 'faulty', faults: missing }

  const { facts, answers } = verdict
  const { registerId, departmentId, calendar } = await bookFacts(req, { department: facts.department })
  if (registerId === null) throw new Error('The town hall has no general register in use')
  const correspondent = correspondentOf(answers)
  // OG 27/2002, art. 7: what nobody signs is not a petition; it is numbered, and filed away with the reason.
  const isAnonymous = facts.entryKind === 'petition' && correspondent.name === null
  const termAt = (moment: Date) =>
    isAnonymous ? noTerm : entryTerm({ term: facts.term, registeredOn: dayOf(moment), calendar })
  const contentDigest = contentDigestOf(submission)
  const received = { kind: 'received', data: { channel: 'site', form: submission.form.slug } } as const

  const registration = await registerOnce(req, {
    key: submission.key,
    now,
    reckon: (at) => ({
      key: submission.key,
      registerId,
      now: at,
      receivedAt: submission.receivedAt,
      direction: 'incoming',
      channel: 'site',
      kind: facts.entryKind,
      subject: subjectOf(facts.title, answers),
      correspondent,
      issuer: { number: null, on: null },
      departmentId,
      responsibleId: null,
      state: isAnonymous ? 'closed' : 'registered',
      term: termAt(at),
      isConfidential: false,
      pages: null,
      annexes: submission.files.length,
      notes: null,
      reviewReasons: submission.review,
      files: submission.files,
      answersId: null,
      reserved: null,
      outcomeReason: isAnonymous ? anonymousReason : null,
      actor: { id: null, name: 'Site' },
      events: isAnonymous ? [received, { kind: 'closed', data: { reason: anonymousReason } }] : [received],
      mail: correspondent.email ? { kind: 'registered', recipient: correspondent.email } : null,
      filing: {
        form: submission.form.slug,
        formVersion: submission.form.version,
        answers,
        contentDigest,
        receivedAt: submission.receivedAt,
      },
    }),
  })
  if (registration.kind === 'registered-before' && registration.contentDigest !== contentDigest)
    return { kind: 'key-reused' }
  const { entry } = registration
  return {
    kind: 'registered',
    receipt: receiptOf(entry, termAt(entry.registeredAt)),
    entryId: entry.id,
    isNew: registration.kind === 'registered',
  }
}

function receiptOf({ number, registeredAt, code }: StoredEntry, term: ReturnType<typeof entryTerm>): SubmissionReceipt {
  return {
    numar: number,
    data: dayOf(registeredAt),
    cod: code,
    termen: term.termExplanation ? { data: term.dueOn, explicatie: term.termExplanation } : null,
    provizoriu: false,
  }
}

async function missingFiles({ files }: Submission): Promise<FilingFault[]> {
  const sizes = await Promise.all(files.map(({ sha256 }) => filedSize(sha256)))
  return files.flatMap(({ bytes }, index) =>
    sizes[index] === bytes ? [] : [{ field: 'fisiere', message: filingMessages['file-missing'] }],
  )
}
