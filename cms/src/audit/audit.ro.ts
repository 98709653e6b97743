import type { AuditAction, AuditNoun } from './audit-entry.ts'

export const actionLabels = {
  create: { ro: 'a creat', en: 'created' },
  update: { ro: 'a modificat', en: 'changed' },
  saveDraft: { ro: 'a salvat o ciornă', en: 'saved a draft' },
  publish: { ro: 'a publicat', en: 'published' },
  unpublish: { ro: 'a retras de pe site', en: 'took down' },
  delete: { ro: 'a șters', en: 'deleted' },
  read: { ro: 'a deschis', en: 'opened' },
  signIn: { ro: 's-a autentificat', en: 'signed in' },
} as const satisfies Record<AuditAction, { ro: string; en: string }>

export const nounLabels = {
  acts: { ro: 'act', en: 'act' },
  announcements: { ro: 'anunț', en: 'announcement' },
  documents: { ro: 'document', en: 'document' },
  pages: { ro: 'pagină', en: 'page' },
  forms: { ro: 'formular', en: 'form' },
  institution: { ro: 'instituție', en: 'institution' },
  search: { ro: 'căutare', en: 'search' },
  geography: { ro: 'hartă', en: 'map' },
  reports: { ro: 'sesizare', en: 'report' },
  reporting: { ro: 'regulile sesizărilor', en: 'reporting' },
  files: { ro: 'fișier', en: 'file' },
  staff: { ro: 'cont', en: 'account' },
  registry: { ro: 'înregistrare', en: 'registry entry' },
} as const satisfies Record<AuditNoun, { ro: string; en: string }>
