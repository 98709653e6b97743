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
  mine: 'Arată numai ce este la mine',
  calendar: 'Termene',
  allOverdue: 'Toate documentele cu termen depășit, din orice lună',
  figures: 'Situație',
  letters: 'Scrisori',
  leaves: 'Concedii',
  papers: 'Tipărire și numere',
  lettersNoAccess:
    'Scrisorile le văd registratorul și cine conduce primăria; ale fiecărui document sunt pe pagina lui.',
  lettersStand: (failed: number, waiting: number): string =>
    failed + waiting === 0
      ? 'Toate scrisorile au plecat.'
      : [
          failed === 0
            ? 'Nicio scrisoare respinsă'
            : failed === 1
              ? 'O scrisoare respinsă'
              : `Scrisori respinse: ${failed}`,
          waiting === 0 ? '' : waiting === 1 ? 'una așteaptă să plece' : `așteaptă să plece: ${waiting}`,
        ]
          .filter(Boolean)
          .join('; ')
          .concat('.'),
  sendAgain: 'Trimite din nou',
  otherAddress: 'La altă adresă (se poate lăsa gol)',
  leavesAbout:
    'Cine ține locul vede și lucrează documentele celui care lipsește; în istoric scrie în numele cui. Aprobarea și semnarea nu trec la înlocuitor.',
  noLeaves: 'Nimeni nu lipsește și niciun concediu nu este trecut.',
  newLeave: 'Trece un concediu',
  arrangeLeave: 'Trece concediul',
  leaveArranged: 'Concediul este trecut.',
  callOff: 'Încheie',
  reserveAbout: 'Numărul rămâne în registru, rezervat, până îl folosiți sau îl anulați.',
  away: (name: string, until: string, delegate: string) =>
    `${name} (lipsește până la ${until}; îi ține locul ${delegate})`,
  standsIn: (name: string, until: string) => `Țineți locul: ${name}, până la ${until}.`,
  onBehalfOf: (name: string) => `în numele: ${name}`,
  toReview: 'De verificat',
  reviewed: (count: number) => (count === 1 ? 'Un document verificat.' : `${count} documente verificate.`),
  passReview: 'Sunt în regulă',
  closeAsAbuse: 'Sunt abuz: clasează',
  abuseReason: 'Motivul clasării',
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
  registerCode: 'Registrul',
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
  other: 'Numărul celuilalt document („4812/18.11.2025”)',
  outcome: 'Modul rezolvării',
  outcomeReason: 'Motivul rezolvării',
  by: 'Prin',
  withOwnNumber: 'Cu număr propriu de ieșire',
  fileCode: 'Indicativul dosarului',
} as const

export const relationLabels = {
  linked: 'Conexat cu',
  answers: 'Răspunde la',
  answeredBy: 'Răspuns prin',
} as const
