import type { EntryKind } from './entry-kinds.ts'
import type { Channel, Direction, EntryState, EntryVerb } from './entry-lifecycle.ts'
import type { RegistryFault } from './registry-faults.ts'

type Label = { ro: string; en: string }

/** What the staff read. */
export const stateLabels = {
  reserved: { ro: 'Număr rezervat', en: 'Reserved' },
  registered: { ro: 'Înregistrat', en: 'Registered' },
  routed: { ro: 'Repartizat', en: 'Routed' },
  inProgress: { ro: 'În lucru', en: 'In progress' },
  awaitingApplicant: { ro: 'Așteptăm completări', en: 'Awaiting the applicant' },
  inApproval: { ro: 'La aprobare', en: 'In approval' },
  approved: { ro: 'Aprobat, de expediat', en: 'Approved' },
  dispatched: { ro: 'Expediat', en: 'Dispatched' },
  closed: { ro: 'Clasat', en: 'Closed' },
  forwarded: { ro: 'Redirecționat', en: 'Forwarded' },
  withdrawn: { ro: 'Retras', en: 'Withdrawn' },
  voided: { ro: 'Anulat', en: 'Voided' },
} as const satisfies Record<EntryState, Label>

/** What the applicant reads: fewer words, and none of the office's own. */
export const publicStages = {
  reserved: 'Primit',
  registered: 'Înregistrat',
  routed: 'Repartizat',
  inProgress: 'În lucru',
  awaitingApplicant: 'Așteptăm completări',
  inApproval: 'În lucru',
  approved: 'Soluționat',
  dispatched: 'Transmis',
  closed: 'Clasat',
  forwarded: 'Redirecționat',
  withdrawn: 'Retras',
  voided: 'Anulat',
} as const satisfies Record<EntryState, string>

/** What comes next, said to the applicant. */
export const nextSteps = {
  reserved: 'Documentul urmează să fie înregistrat.',
  registered: 'Urmează să fie repartizat compartimentului care îl rezolvă. Nu trebuie să faceți nimic acum.',
  routed: 'Compartimentul îl ia în lucru. Nu trebuie să faceți nimic acum.',
  inProgress: 'Pregătim răspunsul. Nu trebuie să faceți nimic acum.',
  awaitingApplicant: 'V-am cerut completări: aduceți-le la registratură sau trimiteți-le cum scrie în înștiințare.',
  inApproval: 'Răspunsul este scris și urmează să fie semnat. Nu trebuie să faceți nimic acum.',
  approved: 'Răspunsul este semnat și urmează să fie trimis.',
  dispatched: 'Răspunsul a fost trimis. Dacă nu l-ați primit, întrebați la registratură.',
  closed: 'Nu mai este nimic de făcut.',
  forwarded: 'Răspunsul vine de la autoritatea căreia i l-am trimis.',
  withdrawn: 'L-ați retras. Nu mai este nimic de făcut.',
  voided: 'Numărul a fost anulat. Întrebați la registratură.',
} as const satisfies Record<EntryState, string>

export const directionLabels = {
  incoming: { ro: 'Intrare', en: 'Incoming' },
  outgoing: { ro: 'Ieșire', en: 'Outgoing' },
  internal: { ro: 'Intern', en: 'Internal' },
} as const satisfies Record<Direction, Label>

export const channelLabels = {
  site: { ro: 'Site', en: 'Site' },
  counter: { ro: 'Ghișeu', en: 'Counter' },
  email: { ro: 'E-mail', en: 'E-mail' },
  post: { ro: 'Poștă', en: 'Post' },
  courier: { ro: 'Curier', en: 'Courier' },
  exOfficio: { ro: 'Din oficiu', en: 'Ex officio' },
} as const satisfies Record<Channel, Label>

export const kindLabels = {
  petition: { ro: 'Petiție (OG 27/2002)', en: 'Petition' },
  foi: { ro: 'Cerere de informații (Legea 544)', en: 'Information request' },
  foiComplaint: { ro: 'Reclamație administrativă (Legea 544)', en: 'Information complaint' },
  application: { ro: 'Cerere', en: 'Application' },
  audience: { ro: 'Înscriere la audiență', en: 'Audience' },
  taxClearance: { ro: 'Certificat de atestare fiscală', en: 'Tax clearance certificate' },
  attestation: { ro: 'Adeverință', en: 'Attestation' },
  planningCertificate: { ro: 'Certificat de urbanism', en: 'Planning certificate' },
  buildingPermit: { ro: 'Autorizație de construire', en: 'Building permit' },
  gdpr: { ro: 'Cerere privind datele personale', en: 'Data protection request' },
  consultationProposal: { ro: 'Propunere la un proiect (Legea 52)', en: 'Consultation proposal' },
  correspondence: { ro: 'Corespondență', en: 'Correspondence' },
  invoice: { ro: 'Factură', en: 'Invoice' },
  contract: { ro: 'Contract', en: 'Contract' },
  internalNote: { ro: 'Notă internă', en: 'Internal note' },
  answer: { ro: 'Răspuns', en: 'Answer' },
  other: { ro: 'Alt document', en: 'Other' },
} as const satisfies Record<EntryKind, Label>

export const outcomeLabels = {
  favourable: { ro: 'Favorabil', en: 'Favourable' },
  partial: { ro: 'Parțial favorabil', en: 'Partial' },
  unfavourable: { ro: 'Nefavorabil', en: 'Unfavourable' },
  redirected: { ro: 'Redirecționat', en: 'Redirected' },
  filed: { ro: 'Clasat', en: 'Filed' },
} as const satisfies Record<string, Label>

export const verbLabels = {
  passReview: 'Este în regulă',
  closeAsAbuse: 'Este abuz: clasează',
  route: 'Repartizează',
  handOver: 'Predă unui coleg',
  note: 'Adaugă o notă internă',
  start: 'Ia în lucru',
  askCompletion: 'Cere completări',
  receiveCompletion: 'Înregistrează completările',
  extend: 'Prelungește termenul',
  forward: 'Redirecționează altei autorități',
  reclassify: 'Schimbă încadrarea (544 ↔ petiție)',
  link: 'Conexează',
  attach: 'Adaugă fișiere',
  draftAnswer: 'Scrie răspunsul',
  approveAnswer: 'Aprobă răspunsul',
  returnDraft: 'Trimite înapoi răspunsul',
  dispatch: 'Expediază răspunsul',
  close: 'Clasează',
  withdraw: 'Consemnează retragerea',
  fillReserved: 'Folosește numărul rezervat',
  requestVoid: 'Propune anularea numărului',
  confirmVoid: 'Anulează numărul',
  sendLetterAgain: 'Trimite din nou',
} as const satisfies Record<EntryVerb, string>

export const registryMessages = {
  'not-entitled': 'Nu aveți dreptul să faceți asta cu documentul acesta.',
  'not-from-this-state': 'Documentul nu mai este în starea în care se poate face asta. Reîncărcați pagina.',
  'void-not-requested': 'Anularea o propune întâi o altă persoană, cu motiv.',
  'void-needs-another': 'Numărul îl anulează altcineva decât cel care a propus anularea.',
  'review-over': 'Documentul a fost verificat. Reîncărcați pagina.',
  'extension-not-in-law': 'Legea nu prevede prelungirea acestui termen.',
  'extended-already': 'Termenul a fost prelungit o dată. Mai mult nu se poate.',
  'term-over': 'Termenul a trecut: nu mai poate fi prelungit.',
  'entry-unknown': 'Nu am găsit documentul.',
  'register-unknown': 'Alegeți un registru în uz.',
  'department-unknown': 'Alegeți un compartiment în funcțiune.',
  'person-unknown': 'Alegeți o persoană care lucrează în primărie.',
  'may-not-become': 'Încadrarea se schimbă numai între cerere de informații (Legea 544) și petiție.',
  'links-to-itself': 'Documentul nu se conexează la el însuși.',
  'answer-missing': 'Scrieți răspunsul sau atașați-l ca fișier.',
  'file-unknown': 'Un fișier nu a ajuns întreg la noi. Adăugați-l din nou.',
  'email-missing': 'Documentul nu are o adresă de e-mail. Alegeți altă cale de expediere.',
  'key-reused': 'Cheia acestei înregistrări a fost folosită pentru alt document.',
  'interval-wrong': 'Alegeți prima și ultima zi, în ordine.',
  'leave-unknown': 'Nu am găsit concediul.',
  'leave-own-place': 'Alegeți ca înlocuitor alt coleg.',
  'leave-overlaps': 'Persoana sau înlocuitorul are alt concediu în zilele acestea. Alegeți alte zile sau alt coleg.',
  'leave-over': 'Concediul s-a încheiat: nu mai poate fi schimbat.',
  'letter-not-failed': 'Scrisoarea nu mai este respinsă. Reîncărcați pagina.',
  'own-activity': 'O petiție nu se rezolvă de persoana despre care este vorba în ea (OG nr. 27/2002, art. 11).',
} as const satisfies Record<RegistryFault, string>

/** OG 27/2002, art. 7. */
export const anonymousReason =
  'Petiția nu are numele și datele de identificare ale petiționarului (OG nr. 27/2002, art. 7).'

export const statusMessages = {
  wrongPair: 'Nu am găsit un document cu numărul și codul acesta. Verificați-le pe bonul de înregistrare.',
  tooMany: 'Au fost prea multe încercări greșite. Încercați peste un sfert de oră sau sunați la registratură.',
} as const
