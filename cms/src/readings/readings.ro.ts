import type { PageFault, ReadingCode, ReadingState } from './reading-state.ts'
import type { ReadingStatus } from './reading-status.ts'

export const readingLabels = {
  field: { ro: 'Textul citit din fișier', en: 'Text read from the file' },
  column: { ro: 'Text', en: 'Text' },
} as const

/** In a list, a word or two. */
export const readingStates = {
  waiting: 'Așteaptă citirea',
  working: 'Se citește',
  done: 'Citit',
  empty: 'Fără text',
  failed: 'Necitit',
} as const satisfies Record<ReadingState, string>

export const readingMessages = {
  encrypted: 'Fișierul cere o parolă și nu se poate citi. Salvați-l fără parolă și încărcați-l din nou.',
  broken: 'Fișierul este stricat și nu se poate citi. Deschideți-l, salvați-l din nou ca PDF și încărcați-l.',
  'file-missing': 'Fișierul nu mai este pe disc. Anunțați administratorul tehnic: trebuie adus din copia de siguranță.',
  'nothing-readable': 'Nu are text de citit: este o fotografie, un desen sau o pagină albă.',
  'too-many-pages': 'Are mai multe pagini decât se citesc. Împărțiți-l în anexe dacă vreți să fie găsit tot.',
  'pages-skipped': 'O parte din pagini nu s-au putut citi.',
  'given-up': 'Citirea s-a oprit: paginile cer prea mult timp sau prea multă memorie. Scanați-l din nou, la 300 dpi.',
  'out-of-time': 'Citirea a durat prea mult și s-a oprit. Împărțiți fișierul în părți mai mici.',
} as const satisfies Record<ReadingCode, string>

export const pageFaults = {
  'page-unreadable': 'Pagina nu s-a putut citi.',
  'page-too-slow': 'Pagina cere prea mult timp și a fost sărită.',
  'page-too-large': 'Pagina cere prea multă memorie și a fost sărită.',
} as const satisfies Record<PageFault, string>

const grouped = (count: number) => count.toLocaleString('ro')

/** "1 pagină", "7 pagini", "20 de pagini", "101 pagini". */
export const pagesInWords = (count: number) => counted(count, 'pagină', 'pagini')
export const filesInWords = (count: number) => counted(count, 'fișier', 'fișiere')

function counted(count: number, one: string, many: string): string {
  if (count === 1) return `1 ${one}`
  const isPlain = count === 0 || (count % 100 > 0 && count % 100 < 20)
  return `${grouped(count)} ${isPlain ? '' : 'de '}${many}`
}

/** "paginile 2, 5 și 7"; of a long list, the first ones. */
export function pagesNamed(pages: readonly number[]): string {
  const shown = pages.slice(0, 8).map(grouped)
  if (pages.length === 1) return `pagina ${shown[0]}`
  if (pages.length > shown.length) return `paginile ${shown.join(', ')} și încă ${grouped(pages.length - shown.length)}`
  return `paginile ${shown.slice(0, -1).join(', ')} și ${shown.at(-1)}`
}

/** The sentences that say how a reading stands. */
export function readingSentences({ state, code, pages, pagesDone, served, unreadPages }: ReadingStatus): string[] {
  const sentences: string[] = []
  if (state === 'waiting' && pagesDone > 0)
    sentences.push(
      `Citit până la pagina ${grouped(pagesDone)} din ${grouped(pages ?? pagesDone)}. Continuă după alte fișiere.`,
    )
  else if (state === 'waiting') sentences.push(served ? 'Așteaptă să fie citit din nou.' : 'Așteaptă să fie citit.')
  if (state === 'working')
    sentences.push(
      pages
        ? `Se citește pagina ${grouped(Math.min(pagesDone + 1, pages))} din ${grouped(pages)}.`
        : 'Se deschide fișierul.',
    )
  if (served) {
    sentences.push(
      served.method === 'text'
        ? `${pagesInWords(served.pages)}, cu textul din fișier.`
        : `${pagesInWords(served.pages)}, recunoscute de calculator: textul poate avea greșeli. Originalul rămâne neschimbat.`,
    )
  }
  if (code) sentences.push(readingMessages[code])
  if (unreadPages.length > 0 && state !== 'failed') sentences.push(`Lipsește textul: ${pagesNamed(unreadPages)}.`)
  return sentences
}

export const readingText = {
  readAgain: 'Citește din nou',
  askedAgain: 'Se citește din nou. Textul de până acum rămâne public până se termină.',
  notReached: 'Nu am putut afla cum stă citirea. Încercăm din nou.',
  engine: 'Cu ce s-a citit',
  confidence: 'Siguranța recunoașterii',
  textOfPages: 'Textul, pagină cu pagină',
  page: 'Pagina',
  blankPage: 'Pagină fără text.',
  earlier: 'Paginile dinainte',
  later: 'Paginile următoare',
  personalData: (pages: readonly number[]) =>
    `Atenție: pe ${pagesNamed(pages)} apare un CNP, un cont bancar, un card sau o serie de act de identitate. Verificați înainte de publicare. În căutare și pe pagina citită sunt acoperite.`,
  backlog: 'Textul din fișiere',
  underWay: (files: number) => `Se citește textul din ${filesInWords(files)}.`,
  readerDown: 'Citirea fișierelor este oprită. Anunțați administratorul tehnic.',
  failed: (files: number) => `${filesInWords(files)} nu s-${files === 1 ? 'a' : 'au'} putut citi:`,
} as const
