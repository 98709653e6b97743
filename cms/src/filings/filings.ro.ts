import type { ReviewReason } from './contract.ts'

/** Why a filing is refused. */
export type FilingCode = 'form-unknown' | 'key-reused' | 'file-missing' | 'request-malformed' | 'file-digest-wrong'

export const filingMessages = {
  'form-unknown': 'Formularul acesta nu există. Alegeți altul din lista de formulare.',
  'key-reused': 'Cererea aceasta a fost trimisă o dată, cu alt conținut. Deschideți formularul din nou și trimiteți-o.',
  'file-missing': 'Un fișier nu a ajuns întreg. Adăugați-l din nou.',
  'request-malformed': 'Cererea nu a ajuns întreagă. Trimiteți-o din nou.',
  'file-digest-wrong': 'Fișierul nu a ajuns întreg. Încărcați-l din nou.',
} as const satisfies Record<FilingCode, string>

const reviewWords = {
  'no-token': 'nu a trecut prin paginile formularului',
  'no-proof': 'a venit dintr-un browser fără JavaScript sau de la un program',
  'too-fast': 'a fost completată în mai puțin de două secunde',
  'bait-taken': 'a completat un câmp pe care oamenii nu îl văd',
  'one-of-many': 'vine după multe altele de la aceeași adresă de internet',
} as const satisfies Record<ReviewReason, string>

/** What the clerk reads beside a filing that looks as if a machine had made it; null for all others. */
export const reviewNote = (reasons: readonly ReviewReason[]): string | null =>
  reasons.length > 0 ? `De verificat: ${reasons.map((reason) => reviewWords[reason]).join('; ')}.` : null
