import type { DocumentType, GazetteSection } from '@avizier/cms/documents'

export const documentTypeWords: Record<DocumentType, string> = {
  statute: 'Statutul comunei',
  procedure: 'Regulamente de procedură',
  decisionRegister: 'Registrul pentru evidența hotărârilor autorității deliberative',
  draftDecisionRegister: 'Registrul pentru evidența proiectelor de hotărâri ale autorității deliberative',
  orderRegister: 'Registrul pentru evidența dispozițiilor autorității executive',
  draftOrderRegister: 'Registrul pentru evidența proiectelor de dispoziții ale autorității executive',
  budget: 'Bugetul local',
  budgetRevision: 'Rectificări bugetare',
  budgetExecution: 'Execuția bugetară',
  publicDebt: 'Registrul datoriei publice locale',
  investmentProgramme: 'Programul de investiții',
  refusalRegister: 'Registrul refuzurilor și al obiecțiilor cu privire la legalitate',
  proposalRegister: 'Registrul propunerilor, sugestiilor și opiniilor',
  publicInterestNotice: 'Informări asupra problemelor de interes public',
  draftNotice: 'Informări asupra proiectelor de acte normative',
  summaryMinutes: 'Minutele ședințelor publice',
  minutes: 'Procesele-verbale ale ședințelor',
  marriageNotice: 'Declarații și publicații de căsătorie',
  regulation: 'Regulamente',
  report: 'Rapoarte',
  strategy: 'Strategii',
  organisation: 'Organizarea primăriei',
  procurement: 'Achiziții publice',
  other: 'Alte documente',
}

/** The labels of the law, letter by letter (Administrative Code, annex 1, art. 1 (2)). */
export const gazetteWords: Record<GazetteSection, { name: string; about: string }> = {
  statute: {
    name: 'Statutul unității administrativ-teritoriale',
    about: 'Statutul comunei și anexele lui: satele, stema, delimitarea teritoriului.',
  },
  procedures: {
    name: 'Regulamentele privind procedurile administrative',
    about: 'Cum lucrează consiliul local și primarul cu proiectele de hotărâri și de dispoziții.',
  },
  decisions: {
    name: 'Hotărârile autorității deliberative',
    about: 'Hotărârile consiliului local, normative și individuale, și registrele lor.',
  },
  orders: {
    name: 'Dispozițiile autorității executive',
    about: 'Dispozițiile cu caracter normativ ale primarului și registrele lor.',
  },
  finances: {
    name: 'Documente și informații financiare',
    about: 'Bugetul, rectificările, execuția, datoria publică și investițiile.',
  },
  other: { name: 'Alte documente', about: 'Procese-verbale, minute, informări, registre și publicații de căsătorie.' },
}
