import { EntryKind } from './contract.ts'
import type { DeadlineKey } from './deadline-rules.ts'

/** The term of each kind; `null` is a document that asks for no answer. */
export const entryKinds = {
  petition: { term: 'petition.answer' },
  foi: { term: 'foi.answer' },
  foiComplaint: { term: 'foi.complaint.answer' },
  application: { term: 'application.answer' },
  audience: { term: 'application.answer' },
  taxClearance: { term: 'taxClearance.issue' },
  attestation: { term: 'attestation.issue' },
  planningCertificate: { term: 'planningCertificate.issue' },
  buildingPermit: { term: 'buildingPermit.issue' },
  gdpr: { term: 'gdpr.answer' },
  consultationProposal: { term: null },
  correspondence: { term: null },
  invoice: { term: null },
  contract: { term: null },
  internalNote: { term: null },
  answer: { term: null },
  other: { term: null },
} as const satisfies Record<EntryKind, { term: DeadlineKey | null }>

export type { EntryKind }
export const entryKindNames = EntryKind.options

export const termOf = (kind: EntryKind): DeadlineKey | null => entryKinds[kind].term

/** Law 544 and the petitions' ordinance are two doors of one desk: only between them a document is reclassified. */
export const mayBecome = (from: EntryKind, to: EntryKind): boolean =>
  (from === 'foi' && to === 'petition') || (from === 'petition' && to === 'foi')
