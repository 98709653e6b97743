import type { DiscountShare } from './discount-rules.ts'
import type { Beneficiary, Domicile, FineKind, OffenderKind, PayChannel, TableFault } from './fine-routes.ts'

type Label = { ro: string; en: string }
const both = (ro: string, en: string): Label => ({ ro, en })

export const fineKindLabels = {
  electronic: both('Electronică (serie de 23 de cifre)', 'Electronic'),
  own: both('Dată de comună sau de Poliția Locală', 'Our own'),
  police: both('Dată de Poliția Română, cu serie de litere', 'Police'),
  elsewhere: both('Dată de altă autoritate', 'Another body'),
} as const satisfies Record<FineKind, Label>

export const channelLabels = {
  card: both('Card, aici', 'Card'),
  ghiseul: both('ghiseul.ro', 'ghiseul.ro'),
  transfer: both('Transfer bancar', 'Bank transfer'),
  counter: both('Casieria primăriei', 'Counter'),
  issuer: both('La autoritatea care a dat-o', 'Issuer'),
} as const satisfies Record<PayChannel, Label>

export const offenderLabels = {
  person: both('Persoană fizică', 'Person'),
  firm: both('Firmă', 'Firm'),
} as const satisfies Record<OffenderKind, Label>

export const domicileLabels = {
  here: both('În comună', 'Here'),
  away: both('În altă localitate', 'Elsewhere'),
} as const satisfies Record<Domicile, Label>

export const beneficiaryLabels = {
  single: both('Contul unic al statului', 'Single account'),
  local: both('Bugetul local', 'Local budget'),
  otherTown: both('Bugetul altei localități', 'Another town'),
  state: both('Bugetul de stat', 'State budget'),
} as const satisfies Record<Beneficiary, Label>

export const shareLabels = {
  halfOfMinimum: both('Jumătate din minim', 'Half of the minimum'),
  halfOfApplied: both('Jumătate din amenda aplicată', 'Half of the fine'),
  none: both('Fără reducere', 'None'),
} as const satisfies Record<DiscountShare, Label>

export const ruleStateLabels = {
  proposed: both('Propuse', 'Proposed'),
  approved: both('Aprobate', 'Approved'),
  rejected: both('Respinse', 'Rejected'),
} as const

export const tableFaults = {
  'card-for-electronic': 'Amenzile electronice nu se plătesc cu cardul la noi (HG nr. 923/2025). Scoateți cardul.',
  'no-channel': 'Alegeți cel puțin un fel de plată.',
  'doubled-channel': 'Un fel de plată apare de două ori.',
  'interval-wrong': 'Ultima zi este înaintea primei.',
  'reason-missing': 'Scrieți motivul, într-o propoziție pentru cetățean.',
  'basis-missing': 'Scrieți legea.',
  'kind-uncovered': 'Un fel de amendă ar rămâne fără răspuns azi. Adăugați o linie și pentru el.',
} as const satisfies Record<TableFault, string>

export const ruleMessages = {
  'not-entitled': 'Regulile de plată le propun și le aprobă casierul, secretarul general și primarul.',
  'needs-another': 'Le-ați propus dumneavoastră: le aprobă altă persoană.',
  'judged-already': 'Regulile acestea au primit deja un răspuns. Propuneți altele, pornind de la o copie.',
  'only-proposer': 'Propunerea o schimbă numai cine a făcut-o.',
  'rules-unknown': 'Regulile acestea nu există.',
  'iban-wrong': 'IBAN-ul nu are cifrele de control bune. Verificați-l.',
  'series-wrong': 'Seria are 1–6 litere mari sau cifre, de exemplu SCZ.',
} as const
export type RuleCode = keyof typeof ruleMessages
