import type { ActTopic } from '@avizier/cms/acts'
import type { AnnouncementCategory } from '@avizier/cms/announcements'
import type { DocumentType } from '@avizier/cms/documents'
import type { DocumentState } from '@avizier/search/search-index'

/** The kinds of document that are found, as the address says them, with what people read. */
export const kindWords = {
  hotarare: { many: 'Hotărâri', one: 'Hotărâre' },
  dispozitie: { many: 'Dispoziții', one: 'Dispoziție' },
  anunt: { many: 'Anunțuri', one: 'Anunț' },
  document: { many: 'Documente', one: 'Document' },
  formular: { many: 'Formulare', one: 'Formular' },
  pagina: { many: 'Pagini ale site-ului', one: 'Pagină' },
} as const
export type KindWord = keyof typeof kindWords

export const stateWords: Record<DocumentState, string> = {
  in_vigoare: 'în vigoare',
  abrogata: 'fără efect',
  proiect: 'în consultare',
}

/** The subjects of everything that is found: topics of acts, categories of announcements, types of documents. */
export const categoryWords = {
  administratie: 'administrație',
  agricultura: 'agricultură',
  apa: 'apă, canal, iluminat',
  asistenta: 'asistență socială',
  buget: 'buget și execuție',
  casatorii: 'publicații de căsătorie',
  consultare: 'consultare publică',
  cultura: 'cultură și sport',
  drumuri: 'drumuri, lucrări, trafic',
  general: 'de interes general',
  invatamant: 'învățământ',
  investitii: 'investiții și achiziții',
  mediu: 'mediu și salubrizare',
  patrimoniu: 'patrimoniu și licitații',
  posturi: 'concursuri și posturi',
  rapoarte: 'rapoarte și strategii',
  registre: 'registre',
  regulamente: 'statut și regulamente',
  sedinte: 'procese-verbale și minute',
  taxe: 'impozite și taxe',
  terenuri: 'vânzări de terenuri',
  urbanism: 'urbanism',
  urgente: 'urgențe',
} as const
export type CategoryWord = keyof typeof categoryWords

export const categoryOfTopic: Record<ActTopic, CategoryWord> = {
  administration: 'administratie',
  agriculture: 'agricultura',
  budget: 'buget',
  culture: 'cultura',
  education: 'invatamant',
  environment: 'mediu',
  investments: 'investitii',
  property: 'patrimoniu',
  social: 'asistenta',
  taxes: 'taxe',
  transport: 'drumuri',
  urbanism: 'urbanism',
  utilities: 'apa',
}

export const categoryOfAnnouncement: Record<AnnouncementCategory, CategoryWord> = {
  agriculture: 'agricultura',
  auction: 'patrimoniu',
  consultation: 'consultare',
  culture: 'cultura',
  emergency: 'urgente',
  environment: 'mediu',
  general: 'general',
  hiring: 'posturi',
  landSale: 'terenuri',
  marriage: 'casatorii',
  social: 'asistenta',
  taxes: 'taxe',
  urbanism: 'urbanism',
  utilities: 'apa',
  works: 'drumuri',
}

export const categoryOfDocument: Record<DocumentType, CategoryWord> = {
  statute: 'regulamente',
  procedure: 'regulamente',
  decisionRegister: 'registre',
  draftDecisionRegister: 'registre',
  orderRegister: 'registre',
  draftOrderRegister: 'registre',
  budget: 'buget',
  budgetRevision: 'buget',
  budgetExecution: 'buget',
  publicDebt: 'buget',
  investmentProgramme: 'investitii',
  refusalRegister: 'registre',
  proposalRegister: 'registre',
  publicInterestNotice: 'consultare',
  draftNotice: 'consultare',
  summaryMinutes: 'sedinte',
  minutes: 'sedinte',
  marriageNotice: 'casatorii',
  regulation: 'regulamente',
  report: 'rapoarte',
  strategy: 'rapoarte',
  organisation: 'administratie',
  procurement: 'investitii',
  other: 'general',
}
