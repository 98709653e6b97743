import type { ActFault } from './act-rules.ts'
import type { ActKind, ActState, ActTopic, RelationKind } from './contract.ts'

export const actMessages = {
  'number-missing': 'Scrieți numărul din registru: fără el actul nu se publică.',
  'number-malformed': 'Numărul este un întreg de la 1 în sus, fără an: pentru HCL 45/2026 scrieți 45.',
  'number-taken': 'Numărul este deja dat în acest an. Verificați registrul: fiecare act are numărul lui.',
  'date-missing': 'Alegeți data adoptării.',
  'date-in-future': 'Data adoptării nu poate fi în viitor.',
  'in-force-before-adoption': 'Actul nu intră în vigoare înainte de a fi adoptat. Alegeți o dată mai târzie.',
  'relation-to-itself': 'Un act nu are legătură cu el însuși. Alegeți alt act.',
  'relation-doubled': 'Legătura aceasta este trecută de două ori. Ștergeți una.',
  'relation-incomplete': 'Alegeți felul legăturii și actul, sau ștergeți rândul.',
  'personal-data':
    'În text apare un CNP, un cont bancar sau o serie de act de identitate. Ștergeți-l din copia de publicare sau bifați mai jos că ați verificat-o.',
  'published-frozen': 'Actul este publicat și nu se mai schimbă. Publicați o rectificare sau un act nou.',
  'unpublish-after-communication':
    'Actul a fost comunicat prefectului și rămâne public. Publicați o rectificare sau un act nou.',
  'unpublish-without-reason': 'Scrieți de ce se retrage actul: motivul rămâne în jurnal.',
  'ending-without-date': 'Alegeți data de la care actul nu mai produce efecte.',
} as const satisfies Record<ActFault, string>

export const actKindLabels = {
  decision: { ro: 'Hotărâre a consiliului local', en: 'Council decision' },
  order: { ro: 'Dispoziție a primarului', en: 'Mayoral order' },
} as const satisfies Record<ActKind, { ro: string; en: string }>

export const genericObjectOfIndividualOrder = 'Dispoziție cu caracter individual'

export const relationLabels = {
  amends: { ro: 'modifică', en: 'amends' },
  completes: { ro: 'completează', en: 'completes' },
  repeals: { ro: 'abrogă', en: 'repeals' },
  repealsPartially: { ro: 'abrogă parțial', en: 'repeals in part' },
  replaces: { ro: 'înlocuiește', en: 'replaces' },
  republishes: { ro: 'republică', en: 'republishes' },
  suspends: { ro: 'suspendă', en: 'suspends' },
  extends: { ro: 'prelungește', en: 'extends' },
  rectifies: { ro: 'îndreaptă eroarea materială din', en: 'rectifies' },
  implements: { ro: 'este dată în temeiul', en: 'implements' },
  cites: { ro: 'face referire la', en: 'cites' },
  annexOf: { ro: 'este anexă la', en: 'is an annex of' },
  revokes: { ro: 'revocă', en: 'revokes' },
} as const satisfies Record<RelationKind, { ro: string; en: string }>

export const endingLabels = {
  repealed: {
    ro: 'Abrogat, printr-un act care nu este în arhivă',
    en: 'Repealed by an act that is not in the archive',
  },
  annulledByCourt: { ro: 'Anulat de instanță', en: 'Annulled by court' },
  revoked: { ro: 'Revocat', en: 'Revoked' },
  lapsed: { ro: 'Caduc', en: 'Lapsed' },
  nonexistent: { ro: 'Inexistent', en: 'Nonexistent' },
} as const satisfies Partial<Record<ActState['kind'], { ro: string; en: string }>>

export const topicLabels = {
  administration: { ro: 'Administrație', en: 'Administration' },
  agriculture: { ro: 'Agricultură', en: 'Agriculture' },
  budget: { ro: 'Buget', en: 'Budget' },
  culture: { ro: 'Cultură și sport', en: 'Culture' },
  education: { ro: 'Învățământ', en: 'Education' },
  environment: { ro: 'Mediu și salubrizare', en: 'Environment' },
  investments: { ro: 'Investiții', en: 'Investments' },
  property: { ro: 'Patrimoniu', en: 'Property' },
  social: { ro: 'Asistență socială', en: 'Social' },
  taxes: { ro: 'Impozite și taxe', en: 'Taxes' },
  transport: { ro: 'Drumuri și transport', en: 'Transport' },
  urbanism: { ro: 'Urbanism', en: 'Urbanism' },
  utilities: { ro: 'Apă, canal, iluminat', en: 'Utilities' },
} as const satisfies Record<ActTopic, { ro: string; en: string }>
