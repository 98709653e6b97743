import type { PaymentPurpose } from './contract.ts'
import type { MoneyEvent } from './payment-provider.ts'
import type { PaymentStory } from './payment-story.ts'
import { noticeFaultLabels, paymentStateLabels, reviewReasonLabels } from './payments.ro.ts'
import type { Difference } from './reconciliation.ts'
import type { RefundReason, RefundState, RefundVerb } from './refund-steps.ts'
import type { SettlementSource } from './settlement-formats.ts'

export const purposeLabels = { fine: 'amendă', fee: 'taxă', other: 'altceva' } as const satisfies Record<
  PaymentPurpose,
  string
>
export const gatewayLabels = { netopia: 'NETOPIA', euplatesc: 'EuPlătesc' } as const
export const sourceLabels = { ...gatewayLabels, ghiseul: 'ghiseul.ro' } as const satisfies Record<
  SettlementSource,
  string
>

export const refundReasonLabels = {
  'paid-twice': 'plătit de două ori',
  'not-owed': 'datoria nu mai exista',
  'filing-over': 'cererea a fost retrasă sau anulată',
  asked: 'cerut de plătitor',
} as const satisfies Record<RefundReason, string>

export const refundStateLabels = {
  open: 'de început',
  requested: 'cerere înregistrată',
  approved: 'aprobată',
  atGateway: 'cerută procesatorului',
  returned: 'restituită',
  dismissed: 'închisă fără restituire',
} as const satisfies Record<RefundState, string>

export const refundVerbLabels = {
  request: 'Notează cererea de restituire',
  approve: 'Aprobă restituirea',
  askGateway: 'Cere restituirea pe card',
  return: 'Notează plata din trezorerie',
  dismiss: 'Închide fără restituire',
} as const satisfies Record<RefundVerb, string>

export const moneyText = {
  title: 'Plăți',
  noAccess: 'Plățile le văd casierul, secretarul general, primarul și auditorul.',
  noRows: 'Nicio plată nu se potrivește.',
  failed: 'Nu am putut face pasul. Încercați din nou.',
  reconciliation: 'Reconciliere',
  exportCsv: 'Descarcă pentru contabilitate (CSV)',
  reportHint:
    'Raportul de decontare al procesatorului sau raportul zilnic al ghiseul.ro, ca CSV. Dacă alt cap de coloană ține referința, data, suma sau comisionul, scrieți-l.',
  reportAgain: 'Raportul acesta a fost adus o dată. Diferențele de mai jos sunt cele de acum.',
  reportUnreadable: 'Raportul nu a putut fi citit. Lipsesc coloanele:',
} as const

export const moneyMessages = {
  'not-entitled': 'Pasul acesta îl fac casierul sau secretarul general.',
  'order-unknown': 'Plata nu există.',
  'not-from-this-state': 'Pasul nu se potrivește cu starea de acum. Reîncărcați pagina.',
  'needs-another': 'Ați pregătit-o dumneavoastră: o aprobă altă persoană.',
  'settled-already': 'Banii au fost decontați: restituirea se face din trezorerie, la cerere.',
  'was-paid': 'Plata a fost încasată: se restituie, nu se refuză.',
  'not-in-review': 'Plata nu este de verificat.',
  'no-receipt': 'Plata nu are dovadă.',
  'discharged-already': 'Este descărcată deja.',
  'fine-unknown': 'Nu am găsit o amendă de plată cu seria și numărul acestea.',
  'matched-already': 'Plata este legată deja de o amendă.',
  'reason-missing': 'Scrieți motivul.',
  'only-owed': 'Se cere o singură dată, pentru o plată încasată.',
} as const
export type MoneyCode = keyof typeof moneyMessages

export const differenceWords = (difference: Difference): string => {
  switch (difference.kind) {
    case 'not-here':
      return 'este în raport și nu este la noi'
    case 'doubled':
      return 'apare a doua oară în raport'
    case 'not-paid-here':
      return 'este în raport, iar la noi nu este plătită'
    case 'amount-differs':
      return 'are altă sumă la noi'
    case 'not-there':
      return 'este plătită la noi și nu este în raport'
    default:
      return difference satisfies never
  }
}

const events = {
  opened: 'a deschis pagina de plată',
  pending: 'lucrează la plată',
  paid: 'a încasat',
  declined: 'a refuzat',
  expired: 'a lăsat plata să expire',
  refunded: 'a restituit',
  disputed: 'anunță o contestație a plătitorului',
  suspected: 'verifică plata',
} as const satisfies Record<MoneyEvent, string>

const causes = {
  request: 'cerută de pe site',
  start: 'predată procesatorului',
  notice: 'după o înștiințare',
  poll: 'după o întrebare',
  clock: 'a trecut timpul',
  clerk: 'hotărât de',
} as const

export type StoryLine = { at: Date; text: string; detail: string }

const verdicts: Record<string, string> = {
  ...noticeFaultLabels,
  ...paymentStateLabels,
  same: 'nimic nou',
  stale: 'știut dinainte',
  contradicts: 'nu se potrivește cu ce știm; plata rămâne cum este',
  'under-review': 'un om verifică plata',
  'order-unknown': 'nu cunoaștem comanda',
  'paid-again': 'bani veniți a doua oară',
  ask: 'am întrebat procesatorul',
  asked: 'am întrebat procesatorul',
  away: 'procesatorul nu a răspuns',
  unknown: 'procesatorul nu cunoaște comanda',
  unreadable: 'răspuns de neînțeles',
  accepted: 'primită',
  refused: 'refuzată',
}

/** A verdict of the journal in words; a part that nobody has put into words yet stands as it is. */
const verdictWords = (verdict: string | null): string => {
  if (verdict === null) return 'nejudecată încă'
  return verdict
    .split(', ')
    .map((part) => {
      const reason = /^review (.+)$/.exec(part)?.[1]
      return reason ? (reviewReasonLabels[reason as keyof typeof reviewReasonLabels] ?? part) : (verdicts[part] ?? part)
    })
    .join('; ')
}

/** The story of a payment in words: every move, every notice and every question, in the order in which they came. */
export function tellStory({ events: moves, notices, polls, again }: PaymentStory): StoryLine[] {
  const lines: StoryLine[] = [
    ...notices.map(({ id, receivedAt, verdict, report }) => ({
      at: receivedAt,
      text: `Înștiințarea ${id}: procesatorul ${report ? events[report.event] : 'spune ceva de neînțeles'}`,
      detail: [verdictWords(verdict), report?.said ?? ''].filter(Boolean).join('; '),
    })),
    ...polls.map(({ id, askedAt, question, verdict }) => ({
      at: askedAt,
      text: question === 'status' ? `Întrebarea ${id}: unde este plata?` : `Cererea ${id}: să fie restituită`,
      detail: verdictWords(verdict),
    })),
    ...moves.map(({ at, from, to, cause, actor, reason }) => ({
      at,
      text: from === null ? 'Plata a fost cerută' : `Din „${paymentStateLabels[from]}” în „${paymentStateLabels[to]}”`,
      detail: [actor ? `${causes[cause]} ${actor}` : causes[cause], reason ?? ''].filter(Boolean).join(': '),
    })),
    ...again.map(({ providerRef, noticedAt }) => ({
      at: noticedAt,
      text: 'A fost plătită a doua oară, prin altă tranzacție',
      detail: providerRef,
    })),
  ]
  return lines.sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
}
