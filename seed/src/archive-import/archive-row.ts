import type { ActCharacter, ActKind, ActTopic } from '@avizier/cms/acts'
import type { AnnouncementCategory } from '@avizier/cms/announcements'
import type { DocumentType } from '@avizier/cms/documents'

/** A row of an archive as its source wrote it; every value is text as found, or absent. */
export type ArchiveRow = {
  /** 1-based place in the source, as a clerk would count it (a CSV's first row of data is 2). */
  row: number
  id?: string
  type?: string
  number?: string
  date?: string
  title?: string
  character?: string
  votesFor?: string
  votesAgainst?: string
  votesAbstained?: string
  category?: string
  status?: string
  body?: string
}

type Common = {
  row: number
  sourceId: string
  title: string
  day: string
  text: string
  isDraft: boolean
  flags: Flag[]
}
export type ArchiveAct = Common & {
  noun: 'acts'
  kind: ActKind
  number: number
  character: ActCharacter
  topic: ActTopic | null
  votes: { for: number; against: number; abstained: number } | null
  /** The archive says that the act no longer has effects, without saying by what. */
  isEnded: boolean
}
export type ArchiveAnnouncement = Common & { noun: 'announcements'; category: AnnouncementCategory }
export type ArchiveDocument = Common & { noun: 'documents'; type: DocumentType }
export type ArchiveRecord = ArchiveAct | ArchiveAnnouncement | ArchiveDocument

/** Things the importer decided for itself; the report names them so that a clerk can look. */
export const flags = {
  'title-was-draft': 'titlul spunea „Proiect de hotărâre”; a rămas obiectul',
  'title-named-act': 'numărul și data au fost scoase din titlu',
  'title-in-capitals': 'titlul este scris cu majuscule',
  'spelling-corrected': 'ş/ţ cu sedilă au devenit ș/ț',
  'character-assumed': 'caracterul lipsea; s-a presupus din titlu',
  'kept-as-draft': 'proiect: a rămas ciornă',
  'personal-data': 'cuprinde un CNP, un cont sau o serie de act: a rămas ciornă, de verificat',
  'ended-without-cause': 'arhiva îl dă abrogat fără să spună prin ce: legați-l de actul care îl abrogă',
} as const
export type Flag = keyof typeof flags

export const refusals = {
  'type-unknown': 'felul documentului nu este cunoscut',
  'number-missing': 'lipsește numărul',
  'number-malformed': 'numărul nu este un întreg',
  'number-contradicts-title': 'numărul din titlu este altul decât cel din coloană',
  'date-missing': 'lipsește data',
  'date-malformed': 'data nu se poate citi',
  'date-in-future': 'data este în viitor',
  'year-contradicts-date': 'anul din număr este altul decât anul datei',
  'title-missing': 'lipsește titlul',
  'number-doubled': 'numărul este dat de două ori în același an, cu alt conținut',
  'refused-by-record': 'registrul l-a refuzat',
  'line-unreadable': 'rândul nu se poate citi',
} as const
export type Refusal = keyof typeof refusals
