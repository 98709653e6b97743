export const letterKinds = [
  'registered',
  'routed',
  'completionAsked',
  'extended',
  'forwarded',
  'reclassified',
  'answered',
] as const
export type LetterKind = (typeof letterKinds)[number]

export type LetterFacts = {
  kind: LetterKind
  /** "4812/18.11.2025" */
  number: string
  code: string
  statusAddress: string
  townHall: string
  phone: string | null
  department: string | null
  termExplanation: string | null
  data: Record<string, unknown>
}

export const letterLabels = {
  registered: 'Numărul de înregistrare',
  routed: 'Repartizare',
  completionAsked: 'Cerere de completări',
  extended: 'Prelungirea termenului',
  forwarded: 'Redirecționare',
  reclassified: 'Schimbarea încadrării',
  answered: 'Răspuns',
  newPassword: 'Parolă nouă',
} as const satisfies Record<LetterKind | 'newPassword', string>

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function subjectOf({ kind, number }: LetterFacts): string {
  switch (kind) {
    case 'registered':
      return `Documentul dumneavoastră are numărul ${number}`
    case 'routed':
      return `Documentul ${number} a fost repartizat`
    case 'completionAsked':
      return `Documentul ${number}: vă rugăm să îl completați`
    case 'extended':
      return `Documentul ${number}: termenul a fost prelungit`
    case 'forwarded':
      return `Documentul ${number} a fost trimis altei autorități`
    case 'reclassified':
      return `Documentul ${number} se rezolvă după altă lege`
    case 'answered':
      return `Răspuns la documentul ${number}`
    default:
      return kind satisfies never
  }
}

function newsOf({ kind, number, department, termExplanation, data }: LetterFacts): string[] {
  const term = termExplanation ? [termExplanation] : []
  switch (kind) {
    case 'registered':
      return [`Am primit documentul dumneavoastră. Are numărul ${number} în registrul primăriei.`, ...term]
    case 'routed':
      return [
        department
          ? `Documentul ${number} a ajuns la compartimentul care îl rezolvă: ${department}.`
          : `Documentul ${number} a ajuns la compartimentul care îl rezolvă.`,
        ...term,
      ]
    case 'completionAsked':
      return [
        `Ca să rezolvăm documentul ${number} mai avem nevoie de:`,
        text(data['what']),
        'Aduceți completările la registratură sau răspundeți la acest mesaj.',
        ...term,
      ]
    case 'extended':
      return [`Termenul documentului ${number} a fost prelungit. Motivul: ${text(data['reason'])}`, ...term]
    case 'forwarded':
      return [
        `Documentul ${number} nu ține de primărie. L-am trimis la ${text(data['to'])}, de unde veți primi răspunsul.`,
      ]
    case 'reclassified':
      return [
        text(data['to']) === 'petition'
          ? `Documentul ${number} nu este o cerere de informații de interes public (Legea nr. 544/2001). Îl rezolvăm ca petiție (OG nr. 27/2002).`
          : `Documentul ${number} este o cerere de informații de interes public și o rezolvăm după Legea nr. 544/2001.`,
        `Motivul: ${text(data['reason'])}`,
        ...term,
      ]
    case 'answered':
      return text(data['by']) === 'email'
        ? [
            `Răspunsul la documentul ${number}${text(data['text']) ? ':' : ' este atașat.'}`,
            ...(text(data['text']) ? [text(data['text'])] : []),
          ]
        : [
            text(data['by']) === 'counter'
              ? `Răspunsul la documentul ${number} vă așteaptă la registratură.`
              : `Răspunsul la documentul ${number} a plecat spre dumneavoastră, prin ${text(data['by']) === 'courier' ? 'curier' : 'poștă'}.`,
          ]
    default:
      return kind satisfies never
  }
}

/** A letter in plain text: what happened, what the law says, and where to follow it. */
export function letterOf(facts: LetterFacts): { subject: string; text: string } {
  const { number, code, statusAddress, townHall, phone } = facts
  return {
    subject: subjectOf(facts),
    text: [
      'Bună ziua,',
      ...newsOf(facts),
      `Unde a ajuns vedeți oricând la ${statusAddress}, cu numărul ${number} și codul de acces ${code}.`,
      `${townHall}${phone ? `\nRegistratura: ${phone}` : ''}`,
    ].join('\n\n'),
  }
}

export const mailText = {
  notConfigured: 'Poșta electronică nu este configurată (SMTP_URL): scrisorile așteaptă și nu se pierd.',
  waiting: 'așteaptă',
  sent: 'trimisă',
  failed: 'respinsă',
  expired: 'Legătura pentru parola nouă a expirat înainte să poată fi trimisă.',
} as const
