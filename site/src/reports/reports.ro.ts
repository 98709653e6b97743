import { fileMessages } from '@avizier/cms/file-sentences'
import type { PublicReportState, ReportStep } from '@avizier/cms/reports'
import { mediaFaults } from '@avizier/cms/reports-media-sentences'
import { dayAndMonth, dayOf, longDate } from '../romanian/dates.ts'
import { countOf } from '../romanian/plural.ts'
import type { ReportFault, ReportFaultCode } from './judge-report.ts'
import type { Stage } from './report-lists.ts'

const nouns = {
  report: { one: 'sesizare', many: 'sesizări' },
  day: { one: 'zi', many: 'zile' },
  answer: { one: 'răspuns', many: 'răspunsuri' },
} as const

export const reportsCount = (count: number): string => countOf(count, nouns.report)
export const daysCount = (count: number): string => (count === 0 ? 'aceeași zi' : countOf(count, nouns.day))

export const stateWords: Record<PublicReportState, string> = {
  published: 'Primită',
  routed: 'Repartizată',
  forwarded: 'Trimisă altei instituții',
  planned: 'Programată',
  inWork: 'În lucru',
  done: 'Rezolvată',
  reopened: 'Redeschisă',
  confirmed: 'Rezolvată',
  closed: 'Rezolvată',
  declined: 'Nu se face',
  merged: 'Unită cu alta',
}

export const toneClass = {
  waiting: 'state--open',
  moving: 'state--changed',
  solved: '',
  attention: 'state--due',
  over: 'state--ended',
} as const

type Told = {
  state: PublicReportState
  plannedOn: string | null
  daysToFix: number | null
  doneAt: string | null
  department: string | null
}

/** Where a report stands, in the words of a list: "Rezolvată în 3 zile". */
export function standing({ state, plannedOn, daysToFix, doneAt }: Told): string {
  if (state === 'planned' && plannedOn) return `Programată pentru ${dayAndMonth(plannedOn)}`
  const isDone = state === 'done' || state === 'confirmed' || state === 'closed'
  if (isDone && daysToFix !== null)
    return daysToFix === 0 ? 'Rezolvată în aceeași zi' : `Rezolvată în ${daysCount(daysToFix)}`
  return isDone && doneAt ? `Rezolvată pe ${longDate(dayOf(doneAt))}` : stateWords[state]
}

export const stageWords: Record<Stage, string> = {
  deschise: 'În lucru',
  rezolvate: 'Rezolvate',
  incheiate: 'Închise fără lucrare',
}

const faultSentences: Record<ReportFaultCode, string> = {
  'place-missing': 'Alegeți satul și scrieți strada sau un reper, ori folosiți locul telefonului.',
  'place-short': 'Scrieți strada și numărul, sau un reper după care găsim locul.',
  'category-missing': 'Alegeți felul problemei.',
  'words-missing': 'Scrieți în câteva cuvinte ce se vede, sau adăugați o poză.',
  'words-too-long': 'Scurtați textul: este mai lung decât încape.',
  'email-wrong': 'Scrieți adresa de e-mail întreagă, de exemplu ana@posta.ro.',
  'name-missing': 'Scrieți numele: legea ne obligă să răspundem numai cui își spune numele.',
  'contact-missing': 'Scrieți o adresă de e-mail sau un telefon la care să vă răspundem.',
  'phone-wrong': 'Scrieți telefonul cu prefix, de exemplu 0722 000 100.',
  ...fileMessages,
  'file-empty': mediaFaults['media-empty'],
  'file-kind': mediaFaults['media-kind-unknown'],
  'file-not-what-it-says': mediaFaults['media-kind-unknown'],
  'file-too-many-pixels': mediaFaults['photo-too-many-pixels'],
  'file-broken': mediaFaults['photo-broken'],
  'file-too-large': mediaFaults['media-too-large'],
  'files-too-many': mediaFaults['media-too-many'],
  'file-unknown': 'Un fișier nu a ajuns întreg la noi. Adăugați-l din nou.',
}

export const reportFaultSentence = ({ code }: ReportFault): string => faultSentences[code]
export const reportFaultsSummary = (count: number): string =>
  count === 1
    ? 'Mai este un lucru de completat'
    : `Mai sunt ${countOf(count, { one: 'lucru', many: 'lucruri' })} de completat`

/** What the site says about reports, beside what the record says. */
export const reportWords = {
  tooLarge: mediaFaults['media-too-large'],
  anonymity:
    'Puteți trimite fără nume: rezolvăm la fel. Legea ne obligă însă să răspundem în scris numai cui își spune numele (Ordonanța Guvernului nr. 27/2002).',
  crossSite: 'Sesizarea a fost trimisă de pe alt site. Deschideți pagina de pe avizier și trimiteți-o de acolo.',
  tooLong: 'Sesizarea este mai lungă decât poate fi. Scurtați textul și trimiteți-o din nou.',
  unreadable: 'Sesizarea nu a ajuns întreagă. Trimiteți-o din nou.',
  keyMissing: 'Trimiteți o cheie de 1–200 de caractere, alta pentru fiecare sesizare.',
  keyReused: 'Sesizarea aceasta a fost trimisă o dată, cu alt conținut. Deschideți pagina din nou și trimiteți-o.',
  unknown: 'Nu avem o sesizare publică cu numărul acesta.',
  unavailable: 'Registrul sesizărilor nu răspunde acum. Încercați din nou peste câteva minute.',
  wrongPair: 'Nu am găsit sesizarea cu numărul și codul acesta. Verificați codul de pe confirmare.',
  tooMany: 'Au fost prea multe încercări. Încercați peste un sfert de oră sau sunați la primărie.',
  reasonMissing: 'Scrieți în câteva cuvinte ce nu este rezolvat.',
  choiceMissing: 'Alegeți dacă este rezolvată sau nu.',
} as const

export const stepWords: Record<ReportStep['kind'], string> = {
  reported: 'Trimisă',
  published: 'Citită și publicată',
  routed: 'Repartizată',
  forwarded: 'Trimisă altei instituții',
  planned: 'Programată',
  started: 'În lucru',
  noted: 'Vești',
  done: 'Rezolvată',
  confirmed: 'Confirmată de cine a trimis-o',
  reopened: 'Redeschisă de cine a trimis-o',
  closed: 'Închisă',
  declined: 'Nu se face',
  merged: 'Unită cu alta',
  joined: 'I s-a alăturat alta',
}

type Words = { title: string; text: string }
const unavailable: Words = { title: 'Încercați din nou', text: reportWords.unavailable }
const wrongLink: Words = {
  title: 'Legătura nu mai este bună',
  text: 'A fost folosită o dată sau a trecut prea mult. Puteți urmări sesizarea din nou de pe pagina ei.',
}

/** What is said to who follows a report, or stops. */
export const followWords = {
  asked: {
    asked: { title: 'Mai este un pas', text: 'Dacă nu vine în câteva minute, uitați-vă și la mesajele nedorite.' },
    'email-wrong': { title: 'Urmărește sesizarea', text: 'Vă scriem la fiecare pas, și vă puteți opri oricând.' },
    'too-many': { title: 'Încercați mai târziu', text: reportWords.tooMany },
    unavailable,
  },
  follow: {
    ask: { title: 'Confirmați că urmăriți sesizarea', text: 'Vă scriem la fiecare pas, și vă puteți opri oricând.' },
    done: { title: 'Urmăriți sesizarea', text: 'Vă scriem la fiecare pas.' },
    wrong: wrongLink,
    unavailable,
  },
  end: {
    ask: { title: 'Nu mai vreți vești?', text: 'Vă putem opri mesajele despre această sesizare.' },
    done: { title: 'Nu mai urmăriți sesizarea', text: 'Am șters adresa: nu vă mai scriem despre ea.' },
    wrong: wrongLink,
    unavailable,
  },
} as const satisfies Record<string, Record<string, Words>>
