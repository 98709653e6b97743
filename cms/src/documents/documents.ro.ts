import type { DocumentType, GazetteSection } from './contract.ts'

export const documentTypeLabels = {
  statute: { ro: 'Statutul comunei', en: 'Statute' },
  procedure: { ro: 'Regulament de procedură administrativă', en: 'Administrative procedure' },
  decisionRegister: { ro: 'Registrul hotărârilor', en: 'Register of decisions' },
  draftDecisionRegister: { ro: 'Registrul proiectelor de hotărâri', en: 'Register of draft decisions' },
  orderRegister: { ro: 'Registrul dispozițiilor', en: 'Register of orders' },
  draftOrderRegister: { ro: 'Registrul proiectelor de dispoziții', en: 'Register of draft orders' },
  budget: { ro: 'Buget', en: 'Budget' },
  budgetRevision: { ro: 'Rectificare bugetară', en: 'Budget revision' },
  budgetExecution: { ro: 'Execuție bugetară', en: 'Budget execution' },
  publicDebt: { ro: 'Registrul datoriei publice', en: 'Public debt' },
  investmentProgramme: { ro: 'Program de investiții', en: 'Investment programme' },
  refusalRegister: { ro: 'Registrul refuzurilor și al obiecțiilor', en: 'Register of refusals' },
  proposalRegister: { ro: 'Registrul propunerilor', en: 'Register of proposals' },
  publicInterestNotice: { ro: 'Informare de interes public', en: 'Public interest notice' },
  draftNotice: { ro: 'Proiect de act normativ', en: 'Draft act' },
  summaryMinutes: { ro: 'Minută', en: 'Summary minutes' },
  minutes: { ro: 'Proces-verbal de ședință', en: 'Minutes' },
  marriageNotice: { ro: 'Publicație de căsătorie', en: 'Marriage notice' },
  regulation: { ro: 'Regulament', en: 'Regulation' },
  report: { ro: 'Raport', en: 'Report' },
  strategy: { ro: 'Strategie', en: 'Strategy' },
  organisation: { ro: 'Organizare', en: 'Organisation' },
  procurement: { ro: 'Achiziții publice', en: 'Procurement' },
  other: { ro: 'Alt document', en: 'Other' },
} as const satisfies Record<DocumentType, { ro: string; en: string }>

export const gazetteSectionLabels = {
  statute: { ro: 'Statutul unității administrativ-teritoriale', en: 'Statute' },
  procedures: { ro: 'Regulamentele privind procedurile administrative', en: 'Procedures' },
  decisions: { ro: 'Hotărârile autorității deliberative', en: 'Decisions' },
  orders: { ro: 'Dispozițiile autorității executive', en: 'Orders' },
  finances: { ro: 'Documente și informații financiare', en: 'Finances' },
  other: { ro: 'Alte documente', en: 'Other documents' },
} as const satisfies Record<GazetteSection, { ro: string; en: string }>

export const documentMessages = {
  'date-missing': 'Alegeți data documentului.',
  'date-in-future': 'Data documentului nu poate fi în viitor.',
  'personal-data':
    'În text apare un CNP, un cont bancar sau o serie de act de identitate. Ștergeți-l: documentul îl citește oricine.',
} as const
