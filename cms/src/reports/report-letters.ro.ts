import { longDay } from '../registry/words.ro.ts'
import type { ReportEvent } from './report-event.ts'
import { stepSentence } from './reports.ro.ts'

export type ReportLetterFacts = {
  number: string
  title: string
  townHall: string
  phone: string | null
  page: string
} & (
  | { kind: 'received'; code: string; petition: { number: string; term: string | null } | null; statusPage: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'confirmFollow'; confirm: string }
  | {
      kind: 'step'
      event: Pick<ReportEvent, 'kind' | 'data'>
      end: string | null
      answer: string | null
      until: string | null
    }
  | { kind: 'forwardedTo'; description: string; place: string; map: string | null; authority: string }
)

const subjects: Partial<Record<ReportEvent['kind'], string>> = {
  published: 'a fost publicată',
  routed: 'a ajuns la cine rezolvă',
  forwarded: 'a fost trimisă altei autorități',
  planned: 'este planificată',
  started: 'este în lucru',
  noted: 'are o noutate',
  done: 'este rezolvată',
  declined: 'nu se rezolvă',
  reopened: 'a fost redeschisă',
  confirmed: 'este confirmată ca rezolvată',
  closed: 'este încheiată',
  merged: 'a fost alăturată la alta',
}

function contentOf(facts: ReportLetterFacts): { subject: string; lines: string[] } {
  const { number, title, page } = facts
  switch (facts.kind) {
    case 'received':
      return {
        subject: `Am primit sesizarea ${number}`,
        lines: [
          `Am primit sesizarea dumneavoastră: ${title}. Are numărul ${number} și codul ${facts.code}.`,
          ...(facts.petition
            ? [
                `Pentru că ați cerut un răspuns scris, este și petiția ${facts.petition.number} din registrul primăriei, cu același cod.`,
                ...(facts.petition.term ? [facts.petition.term] : []),
                `Unde a ajuns petiția vedeți la ${facts.statusPage}.`,
              ]
            : []),
          `După ce o citește un funcționar, sesizarea apare la ${page}. Numele și adresa dumneavoastră nu se publică.`,
          'Păstrați codul: cu el puteți spune, la sfârșit, dacă problema este rezolvată cu adevărat.',
        ],
      }
    case 'refused':
      return {
        subject: `Sesizarea ${number} nu se publică`,
        lines: [`Am citit sesizarea ${number} (${title}) și nu o publicăm.`, `Motivul: ${facts.reason}`],
      }
    case 'confirmFollow':
      return {
        subject: `Confirmați că urmăriți sesizarea ${number}`,
        lines: [
          `Cineva a cerut să primească la această adresă noutățile despre sesizarea ${number}: ${title}.`,
          `Dacă ați fost dumneavoastră, confirmați la ${facts.confirm}`,
          'Dacă nu, nu faceți nimic: nu vă mai scriem.',
        ],
      }
    case 'step':
      return {
        subject: `Sesizarea ${number} ${subjects[facts.event.kind] ?? 'are o noutate'}`,
        lines: [
          `Sesizarea ${number}: ${title}.`,
          stepSentence(facts.event),
          ...(facts.answer
            ? [
                `Este rezolvată cu adevărat? Spuneți-ne la ${facts.answer}`,
                ...(facts.until
                  ? [`Puteți răspunde până pe ${longDay(facts.until)}. Dacă nu este, o redeschidem.`]
                  : []),
              ]
            : []),
          `Povestea întreagă, cu fotografii, este la ${page}`,
          ...(facts.end ? [`Nu mai doriți aceste mesaje? ${facts.end}`] : []),
        ],
      }
    case 'forwardedTo':
      return {
        subject: `Sesizarea ${number}: ${title}`,
        lines: [
          `Vă transmitem, spre competentă soluționare, o problemă sesizată de un locuitor, care ține de ${facts.authority}.`,
          `Numărul nostru: ${number}\nLocul: ${facts.place}${facts.map ? `\nCoordonate: ${facts.map}` : ''}`,
          facts.description,
          `Fotografiile și istoricul sunt publice la ${page}`,
          'Vă rugăm să ne comunicați ce urmează să se facă, răspunzând la acest mesaj.',
        ],
      }
    default:
      return facts satisfies never
  }
}

/** A letter about a report, in plain text. */
export function reportLetterOf(facts: ReportLetterFacts): { subject: string; text: string } {
  const { subject, lines } = contentOf(facts)
  const { townHall, phone } = facts
  return {
    subject,
    text: ['Bună ziua,', ...lines, `${townHall}${phone ? `\nTelefon: ${phone}` : ''}`].join('\n\n'),
  }
}
