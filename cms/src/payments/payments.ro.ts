import type { PaymentState } from './contract.ts'
import type { NoticeFault } from './payment-provider.ts'
import type { ReviewReason } from './payment-state.ts'

export type PaymentCode =
  | 'request-malformed'
  | 'purpose-not-offered'
  | 'no-gateway'
  | 'gateway-away'
  | 'gateway-refuses'
  | 'order-unknown'
  | 'paid-before'

export const paymentMessages = {
  'request-malformed': 'Cererea de plată nu poate fi citită.',
  'purpose-not-offered': 'Aceasta nu se plătește cu cardul pe site-ul primăriei.',
  'no-gateway': 'Plata cu cardul nu este pornită la această primărie. Plătiți la casierie sau prin ghiseul.ro.',
  'gateway-away': 'Procesatorul de plăți nu răspunde acum. Nu ați plătit nimic. Încercați din nou peste câteva minute.',
  'gateway-refuses':
    'Procesatorul de plăți nu a primit plata. Nu ați plătit nimic. Încercați din nou sau plătiți la casierie.',
  'order-unknown': 'Nu există o plată cu acest cod.',
  'paid-before': 'Aceasta a fost deja plătită.',
} as const satisfies Record<PaymentCode, string>

export const paymentStateLabels = {
  created: 'neîncepută',
  sent: 'pe pagina procesatorului',
  pending: 'în lucru la bancă',
  declined: 'refuzată',
  expired: 'părăsită',
  paid: 'plătită',
  review: 'de verificat',
  refundPending: 'se restituie',
  refunded: 'restituită',
} as const satisfies Record<PaymentState, string>

export const reviewReasonLabels = {
  'amount-differs': 'Procesatorul spune altă sumă decât cea cerută.',
  'currency-differs': 'Procesatorul spune altă monedă decât leul.',
  'partly-refunded': 'Procesatorul a dat înapoi doar o parte din sumă.',
  disputed: 'Banca plătitorului contestă plata.',
  suspected: 'Procesatorul verifică plata.',
  'refund-refused': 'Procesatorul a refuzat restituirea: urmați calea cererii de restituire.',
} as const satisfies Record<ReviewReason, string>

export const noticeFaultLabels = {
  unsigned: 'fără semnătură',
  'algorithm-wrong': 'semnată cu alt algoritm decât cel convenit',
  'signature-wrong': 'cu semnătură falsă',
  'issuer-wrong': 'a altui expeditor',
  'merchant-wrong': 'a altui comerciant',
  tampered: 'schimbată pe drum',
  'not-yet-valid': 'din viitor',
  stale: 'prea veche: am întrebat procesatorul',
  unreadable: 'de neînțeles',
} as const satisfies Record<NoticeFault, string>
