import type { ActKind, ActState, ActTopic, RelationKind } from '@avizier/cms/acts'
import { dayAndMonth, longDate } from '../romanian/dates.ts'

export const actWords = {
  decision: {
    name: 'Hotărârea',
    list: 'Hotărâri ale consiliului local',
    short: 'Hotărâri',
    plate: 'HCL',
    adopted: 'Adoptată',
    one: 'hotărâre',
    many: 'hotărâri',
  },
  order: {
    name: 'Dispoziția',
    list: 'Dispoziții ale primarului',
    short: 'Dispoziții',
    plate: 'Disp.',
    adopted: 'Emisă',
    one: 'dispoziție',
    many: 'dispoziții',
  },
} as const satisfies Record<ActKind, Record<string, string>>

export const characterWords = { normative: 'normativ', individual: 'individual' } as const

const stateWords: Record<ActState['kind'], { word: string; shape: 'full' | 'changed' | 'open' | 'ended' }> = {
  notYetInForce: { word: 'Intră în vigoare', shape: 'open' },
  inForce: { word: 'În vigoare', shape: 'full' },
  amended: { word: 'În vigoare, modificată', shape: 'changed' },
  partiallyRepealed: { word: 'Abrogată parțial', shape: 'changed' },
  suspended: { word: 'Suspendată', shape: 'open' },
  repealed: { word: 'Abrogată', shape: 'ended' },
  revoked: { word: 'Revocată', shape: 'ended' },
  annulledByCourt: { word: 'Anulată de instanță', shape: 'ended' },
  lapsed: { word: 'Caducă', shape: 'ended' },
  nonexistent: { word: 'Inexistentă', shape: 'ended' },
}

export function stateOf(state: ActState): { word: string; className: string } {
  const { word, shape } = stateWords[state.kind]
  const when = state.kind === 'notYetInForce' && state.since ? ` la ${dayAndMonth(state.since)}` : ''
  return { word: word + when, className: shape === 'full' ? 'state' : `state state--${shape}` }
}

export const relationWords: Record<RelationKind, { outgoing: string; incoming: string }> = {
  amends: { outgoing: 'Modifică', incoming: 'Modificată prin' },
  completes: { outgoing: 'Completează', incoming: 'Completată prin' },
  repeals: { outgoing: 'Abrogă', incoming: 'Abrogată prin' },
  repealsPartially: { outgoing: 'Abrogă parțial', incoming: 'Abrogată parțial prin' },
  replaces: { outgoing: 'Înlocuiește', incoming: 'Înlocuită prin' },
  republishes: { outgoing: 'Republică', incoming: 'Republicată prin' },
  suspends: { outgoing: 'Suspendă', incoming: 'Suspendată prin' },
  extends: { outgoing: 'Prelungește', incoming: 'Prelungită prin' },
  rectifies: { outgoing: 'Îndreaptă o eroare din', incoming: 'Îndreptată prin' },
  implements: { outgoing: 'Dată în temeiul', incoming: 'Aplicată prin' },
  cites: { outgoing: 'Se referă la', incoming: 'Citată în' },
  annexOf: { outgoing: 'Anexă la', incoming: 'Are ca anexă' },
  revokes: { outgoing: 'Revocă', incoming: 'Revocată prin' },
}

export const topicWords: Record<ActTopic, string> = {
  administration: 'administrație',
  agriculture: 'agricultură',
  budget: 'buget',
  culture: 'cultură și sport',
  education: 'învățământ',
  environment: 'mediu și salubrizare',
  investments: 'investiții',
  property: 'patrimoniu',
  social: 'asistență socială',
  taxes: 'impozite și taxe',
  transport: 'drumuri și transport',
  urbanism: 'urbanism',
  utilities: 'apă, canal, iluminat',
}

/** "HCL 45/2024" */
export const plateOf = (act: { kind: ActKind; number: number; year: number }) =>
  `${actWords[act.kind].plate} ${act.number}/${act.year}`

/** "Hotărârea nr. 45 din 28 martie 2024" */
export const citationOf = (act: { kind: ActKind; number: number; adoptedOn: string }) =>
  `${actWords[act.kind].name} nr.\u00a0${act.number || '…'} din ${longDate(act.adoptedOn)}`
