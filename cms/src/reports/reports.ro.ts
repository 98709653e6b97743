import { countOf, longDay } from '../registry/words.ro.ts'
import type { ReportReviewReason, ReportState } from './contract.ts'
import type { ReportEvent, ReportEventKind } from './report-event.ts'
import type { ReportFault, StaffVerb } from './report-lifecycle.ts'

/** Where a report stands, in a word or two. */
export const stateLabels = {
  received: 'Primită',
  held: 'De verificat',
  refused: 'Nepublicată',
  published: 'Publicată',
  routed: 'Repartizată',
  forwarded: 'Trimisă altei autorități',
  planned: 'Planificată',
  inWork: 'În lucru',
  done: 'Rezolvată',
  reopened: 'Redeschisă',
  confirmed: 'Rezolvată, confirmată',
  closed: 'Rezolvată, încheiată',
  declined: 'Nu se rezolvă',
  merged: 'Aceeași cu alta',
} as const satisfies Record<ReportState, string>

/** What comes next, for who waits. */
export const nextSteps = {
  received: 'Un funcționar o citește și o publică, de obicei în ziua în care vine sau în următoarea zi lucrătoare.',
  held: 'Un funcționar o verifică înainte de publicare.',
  refused: 'Nu se mai întâmplă nimic cu această sesizare. Motivul este scris mai jos.',
  published: 'Urmează să ajungă la cine o rezolvă.',
  routed: 'Compartimentul verifică la fața locului și stabilește când se lucrează.',
  forwarded: 'Autoritatea căreia i-am trimis-o răspunde de lucrare. Scriem aici ce ne comunică.',
  planned: 'Se lucrează la data planificată.',
  inWork: 'Se lucrează. La sfârșit publicăm o fotografie cu rezultatul.',
  done: 'Dacă nu este rezolvată cu adevărat, cel care a sesizat o poate redeschide.',
  reopened: 'Șeful compartimentului verifică de ce nu este rezolvată.',
  confirmed: 'Nu mai este nimic de făcut.',
  closed: 'Nu mai este nimic de făcut.',
  declined: 'Nu se mai lucrează la ea. Motivul este scris mai jos.',
  merged: 'Aceeași problemă era deja sesizată: urmăriți sesizarea la care a fost alăturată.',
} as const satisfies Record<ReportState, string>

export const verbLabels = {
  publish: 'Publică',
  edit: 'Schimbă textul publicat',
  hold: 'Pune deoparte',
  refuse: 'Nu publica',
  takeDown: 'Retrage de pe site',
  route: 'Repartizează',
  forward: 'Trimite altei autorități',
  plan: 'Planifică',
  start: 'Începe lucrul',
  note: 'Adaugă o notă',
  finish: 'Rezolvată',
  decline: 'Nu se rezolvă',
  merge: 'Alătură la alta',
} as const satisfies Record<StaffVerb, string>

export const eventLabels = {
  reported: 'Primită',
  published: 'Publicată',
  edited: 'Text schimbat',
  held: 'Pusă deoparte',
  refused: 'Nepublicată',
  takenDown: 'Retrasă de pe site',
  routed: 'Repartizată',
  forwarded: 'Trimisă altei autorități',
  planned: 'Planificată',
  started: 'În lucru',
  noted: 'Notă publică',
  noteInside: 'Notă internă',
  done: 'Rezolvată',
  declined: 'Nu se rezolvă',
  confirmed: 'Confirmată',
  reopened: 'Redeschisă',
  closed: 'Încheiată',
  merged: 'Alăturată la alta',
  joined: 'I s-a alăturat alta',
} as const satisfies Record<ReportEventKind, string>

const withText = (sentence: string, text: string | undefined) => (text ? `${sentence} ${text}` : sentence)

/** A step as everybody reads it. */
export function stepSentence({ kind, data }: Pick<ReportEvent, 'kind' | 'data'>): string {
  switch (kind) {
    case 'reported':
      return 'Sesizarea a fost trimisă.'
    case 'published':
      return 'Sesizarea a fost citită și publicată.'
    case 'routed':
      return withText(`A ajuns la cine rezolvă: ${data.department ?? 'compartimentul de specialitate'}.`, data.text)
    case 'forwarded':
      return withText(`Nu ține de primărie. Am trimis-o la ${data.authority ?? 'autoritatea competentă'}.`, data.text)
    case 'planned':
      return withText(`Lucrarea este planificată pe ${data.on ? longDay(data.on) : 'o dată apropiată'}.`, data.text)
    case 'started':
      return withText('A început lucrul.', data.text)
    case 'noted':
      return data.text ?? ''
    case 'done':
      return withText('Problema este rezolvată. Dovada este în fotografii.', data.text)
    case 'declined':
      return withText('Problema nu se rezolvă.', data.text)
    case 'confirmed':
      return 'Cel care a sesizat a confirmat că este rezolvată.'
    case 'reopened':
      return withText('Cel care a sesizat spune că nu este rezolvată.', data.text)
    case 'closed':
      return 'Termenul de răspuns a trecut și nimeni nu a spus că nu este rezolvată.'
    case 'merged':
      return `Aceeași problemă era deja sesizată: urmăriți sesizarea ${data.number ?? ''}.`
    case 'joined':
      return `S-a alăturat sesizarea ${data.number ?? ''}: aceeași problemă.`
    case 'edited':
    case 'held':
    case 'refused':
    case 'takenDown':
    case 'noteInside':
      return withText(`${eventLabels[kind]}.`, data.text)
    default:
      return kind satisfies never
  }
}

/** "redeschisă de 2 ori" */
export const reopenedTimes = (count: number): string =>
  count === 1 ? 'redeschisă o dată' : `redeschisă de ${countOf(count, 'dată', 'ori')}`

export const reviewLabels = {
  'no-token': 'trimisă fără pagina noastră',
  'too-fast': 'trimisă mai repede decât se poate scrie',
  'bait-taken': 'completată de un program',
  'one-of-many': 'multe sesizări din același loc',
  'rough-words': 'cuvinte jignitoare',
  links: 'mai multe adrese web',
  'personal-data': 'date personale în text',
  'outside-commune': 'punctul este în afara comunei',
} as const satisfies Record<ReportReviewReason, string>

/** Why something about a report is refused. */
export type ReportCode =
  | ReportFault
  | 'request-malformed'
  | 'category-unknown'
  | 'place-missing'
  | 'contact-missing'
  | 'media-missing'
  | 'media-digest-wrong'
  | 'key-reused'
  | 'wrong-pair'
  | 'link-wrong'
  | 'too-many'
  | 'report-unknown'
  | 'answer-too-late'
  | 'reason-missing'
  | 'proof-missing'
  | 'proof-not-photo'
  | 'department-unknown'
  | 'authority-missing'
  | 'day-past'
  | 'merge-with-itself'
  | 'merge-target-over'
  | 'media-unknown'

export const reportMessages = {
  'not-entitled': 'Nu aveți dreptul la acest pas.',
  'not-from-this-state': 'Sesizarea nu mai este în starea în care era. Reîncărcați pagina.',
  'request-malformed': 'Sesizarea nu a ajuns întreagă. Trimiteți-o din nou.',
  'category-unknown': 'Alegeți o categorie din listă.',
  'place-missing': 'Spuneți unde este: puneți punctul pe hartă sau scrieți satul și strada.',
  'contact-missing': 'Pentru un răspuns scris avem nevoie de numele dumneavoastră și de un e-mail sau un telefon.',
  'media-missing': 'O fotografie nu a ajuns întreagă. Adăugați-o din nou.',
  'media-digest-wrong': 'Fotografia nu a ajuns întreagă. Trimiteți-o din nou.',
  'key-reused': 'Sesizarea aceasta a fost trimisă o dată, cu alt conținut. Deschideți pagina din nou.',
  'wrong-pair': 'Nu găsim nicio sesizare cu acest număr și acest cod. Verificați-le pe confirmare.',
  'link-wrong': 'Adresa aceasta nu mai este bună. Deschideți-o pe cea din ultimul mesaj.',
  'too-many': 'Prea multe încercări. Reveniți peste un sfert de oră.',
  'report-unknown': 'Nu există o astfel de sesizare.',
  'answer-too-late': 'Termenul în care se putea răspunde a trecut. Trimiteți o sesizare nouă.',
  'reason-missing': 'Scrieți motivul.',
  'proof-missing': 'Adăugați cel puțin o fotografie făcută după lucrare: fără dovadă nu se poate încheia.',
  'proof-not-photo': 'Dovada este o fotografie: JPG, PNG, WEBP sau HEIC.',
  'department-unknown': 'Alegeți un compartiment din listă.',
  'authority-missing': 'Scrieți autoritatea căreia îi trimiteți sesizarea.',
  'day-past': 'Alegeți o zi de azi înainte.',
  'merge-with-itself': 'Alegeți altă sesizare decât aceasta.',
  'merge-target-over': 'Sesizarea aleasă este încheiată sau nu este publicată. Alegeți una deschisă.',
  'media-unknown': 'Fotografia nu este a acestei sesizări.',
} as const satisfies Record<ReportCode, string>

/** What stands for a photo that nobody has described. */
export const photoAlt = (kind: 'before' | 'after', title: string): string =>
  kind === 'before' ? `Fotografie trimisă cu sesizarea: ${title}` : `Fotografie după lucrare: ${title}`

/** The subject under which a report enters the register of petitions. */
export const petitionSubject = (number: string, title: string): string => `Sesizarea ${number}: ${title}`
export const petitionNote = (number: string): string =>
  `Vine din sesizarea ${number} de pe site; lucrarea se urmărește acolo, răspunsul scris se dă aici.`

type Reporter = { name: string | null; email: string | null; phone: string | null } | 'hidden' | null
/** Who reported, for who may know it. */
export function reporterLine(reporter: Reporter): string {
  if (reporter === null) return 'Anonim'
  if (reporter === 'hidden') return 'Se vede de compartimentul care rezolvă'
  return [reporter.name, reporter.email, reporter.phone].filter(Boolean).join(', ')
}
