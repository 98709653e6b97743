import type { EntryKind } from './entry-kinds.ts'
import type { Queue } from './work-queue.ts'

export const queueLabels = {
  unrouted: 'De repartizat',
  overdue: 'Cu termen depășit',
  soon: 'Cu termen în trei zile',
  open: 'În lucru',
  waiting: 'Așteptăm completări',
  inApproval: 'La aprobare',
  toDispatch: 'De expediat',
  toReview: 'De verificat',
  reserved: 'Numere rezervate',
  all: 'Tot registrul',
} as const satisfies Record<Queue, string>

/** The departments that usually resolve a kind, by their code: a default that the clerk may change. */
export const usualDepartments: Partial<Record<EntryKind, string>> = {
  taxClearance: 'impozite',
  attestation: 'agricol',
  planningCertificate: 'urbanism',
  buildingPermit: 'urbanism',
  foi: 'relatii-publice',
}

export const deskText = {
  title: 'Registratura',
  newEntry: 'Înregistrează un document',
  noRows: 'Nu este nimic aici.',
  find: 'Caută după număr, nume sau conținut',
  assign: 'Repartizează ce ați ales',
  assigned: (count: number) => (count === 1 ? 'Un document repartizat.' : `${count} documente repartizate.`),
  nothingChosen: 'Alegeți cel puțin un document.',
  chooseDepartment: 'Alegeți compartimentul.',
  failed: 'Nu s-a putut. Încercați din nou.',
  noAccess: 'Nu aveți acces la registratură. Vorbiți cu administratorul conturilor.',
  saved: 'Înregistrat.',
  printReceipt: 'Tipărește dovada',
  another: 'Înregistrează altul',
  numberIs: 'Numărul',
  codeIs: 'Codul de acces',
} as const

export const fieldLabels = {
  kind: 'Felul documentului',
  direction: 'Sensul',
  channel: 'Pe ce cale',
  correspondentKind: 'Cine',
  correspondentName: 'Numele',
  correspondentAddress: 'Adresa',
  correspondentEmail: 'E-mail',
  correspondentPhone: 'Telefon',
  subject: 'Conținutul pe scurt',
  departmentCode: 'Compartimentul',
  departmentId: 'Compartimentul',
  responsibleId: 'Responsabil',
  informedIds: 'Pentru informare',
  pages: 'File',
  annexes: 'Anexe',
  issuerNumber: 'Numărul emitentului',
  issuerOn: 'Data emitentului',
  scan: 'Scanare',
  isConfidential: 'Confidențial',
  order: 'Rezoluția',
  note: 'Observații',
  text: 'Textul',
  what: 'Ce mai trebuie',
  reason: 'Motivul',
  to: 'Către',
  otherId: 'Numărul intern al celuilalt document',
  outcome: 'Modul rezolvării',
  outcomeReason: 'Motivul rezolvării',
  by: 'Prin',
  withOwnNumber: 'Cu număr propriu de ieșire',
  fileCode: 'Indicativul dosarului',
} as const
