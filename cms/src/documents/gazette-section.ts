import type { DocumentType, GazetteSection } from './contract.ts'

/** Where the law lists a document of this type (Administrative Code, annex 1, art. 1 (2)); null when it does not. */
export const gazetteSectionOf: Record<DocumentType, GazetteSection | null> = {
  statute: 'statute',
  procedure: 'procedures',
  decisionRegister: 'decisions',
  draftDecisionRegister: 'decisions',
  orderRegister: 'orders',
  draftOrderRegister: 'orders',
  budget: 'finances',
  budgetRevision: 'finances',
  budgetExecution: 'finances',
  publicDebt: 'finances',
  investmentProgramme: 'finances',
  refusalRegister: 'other',
  proposalRegister: 'other',
  publicInterestNotice: 'other',
  draftNotice: 'other',
  summaryMinutes: 'other',
  minutes: 'other',
  marriageNotice: 'other',
  regulation: null,
  report: null,
  strategy: null,
  organisation: null,
  procurement: null,
  other: null,
}
