/** Why a filing is refused. */
export type FilingCode = 'form-unknown' | 'key-reused' | 'file-missing' | 'request-malformed' | 'file-digest-wrong'

export const filingMessages = {
  'form-unknown': 'Formularul acesta nu există. Alegeți altul din lista de formulare.',
  'key-reused': 'Cererea aceasta a fost trimisă o dată, cu alt conținut. Deschideți formularul din nou și trimiteți-o.',
  'file-missing': 'Un fișier nu a ajuns întreg. Adăugați-l din nou.',
  'request-malformed': 'Cererea nu a ajuns întreagă. Trimiteți-o din nou.',
  'file-digest-wrong': 'Fișierul nu a ajuns întreg. Încărcați-l din nou.',
} as const satisfies Record<FilingCode, string>
