import type { PaperFault } from './fine-paper.ts'

export const fineStateLabels = {
  due: { ro: 'De plătit', en: 'Due' },
  paid: { ro: 'Plătită', en: 'Paid' },
  void: { ro: 'Anulată', en: 'Void' },
} as const
export type FineState = keyof typeof fineStateLabels

export const paidThroughLabels = {
  card: { ro: 'cu cardul, pe site', en: 'card' },
  ghiseul: { ro: 'pe ghiseul.ro', en: 'ghiseul.ro' },
  counter: { ro: 'la casierie', en: 'counter' },
  transfer: { ro: 'prin bancă', en: 'transfer' },
} as const

export const paperSentences = {
  'series-missing': 'Scrieți seria, așa cum este tipărită pe procesul-verbal.',
  'series-malformed': 'Seria are 1–6 litere, de exemplu SCZ, sau 23 de cifre.',
  'series-length': 'Seria electronică are 23 de cifre. Numărați-le pe procesul-verbal.',
  'number-missing': 'Scrieți numărul procesului-verbal.',
  'number-malformed': 'Numărul are numai cifre, cel mult zece.',
} as const satisfies Record<PaperFault, string>

export const fineSentences = {
  ...paperSentences,
  'date-missing': 'Scrieți data procesului-verbal.',
  'date-malformed': 'Scrieți data ca pe procesul-verbal, de exemplu 5.03.2026.',
  'date-future': 'Data procesului-verbal nu poate fi în viitor.',
  'communicated-malformed': 'Scrieți data la care a fost primit procesul-verbal, de exemplu 5.03.2026.',
  'communicated-early': 'Procesul-verbal nu a putut fi primit înainte de a fi întocmit.',
  'issuer-missing': 'Alegeți cine a dat amenda.',
  'offender-missing': 'Alegeți dacă amenda este a unei persoane sau a unei firme.',
  'domicile-missing': 'Alegeți unde este domiciliul sau sediul.',
  'cnp-malformed': 'CNP-ul are 13 cifre. Verificați-l în cartea de identitate.',
  'cnp-birth-date': 'Data nașterii din CNP nu există. Verificați cifrele 2–7.',
  'cnp-county': 'Codul județului din CNP nu există. Verificați cifrele 8 și 9.',
  'cnp-check-digit': 'CNP-ul nu se leagă: o cifră este greșită sau două sunt inversate.',
  'cui-malformed': 'CUI-ul are 2–10 cifre, cu sau fără RO.',
  'cui-check-digit': 'CUI-ul nu se leagă: o cifră este greșită sau două sunt inversate.',
  'basis-missing': 'Alegeți pentru ce a fost dată amenda.',
  'applied-missing': 'Scrieți amenda aplicată, în lei, de exemplu 400.',
  'amount-malformed': 'Scrieți suma în lei, de exemplu 400 sau 202,50.',
  'amount-too-large': 'Suma este prea mare pentru o amendă. Verificați-o pe procesul-verbal.',
  'half-too-large': 'Jumătatea de minim nu poate fi mai mare decât jumătate din amendă.',
  'minimum-too-large': 'Minimul nu poate fi mai mare decât amenda aplicată.',
  'not-by-card': 'Amenda aceasta nu se plătește cu cardul aici.',
  'paid-at-counter': 'Amenda aceasta este plătită.',
  'too-many': 'Ați încercat de prea multe ori. Încercați din nou peste un sfert de oră.',
  'paid-locked': 'Amenda este plătită: nu se mai schimbă.',
  'void-reason-missing': 'Scrieți de ce se anulează.',
  'fine-doubled': 'Procesul-verbal acesta este deja în registru.',
  'identifier-missing': 'Scrieți CNP-ul sau CUI-ul celui amendat.',
  'request-malformed': 'Nu am înțeles ce s-a trimis. Luați-o de la început.',
} as const
export type FineCode = keyof typeof fineSentences
export const fineSentence = (code: string): string =>
  fineSentences[code as FineCode] ?? fineSentences['request-malformed']

export const importText = {
  title: 'Aduceți amenzi dintr-un fișier CSV',
  hint: 'Cu „;”, în UTF-8 sau Windows-1250. Coloane: serie; numar; data; comunicat; cnp_cui; nume; domiciliu (aici / altundeva); emitent (own / police); temei; fapta; amenda; minim.',
  button: 'Adu amenzile',
  failed: 'Fișierul nu a putut fi citit. Verificați-l și încercați din nou.',
  notEntitled: 'Amenzile le aduce casierul sau secretarul general.',
  tooLarge: 'Fișierul are mai mult de 5 MB. Împărțiți-l.',
  columnsMissing: 'Lipsesc coloane:',
} as const
