/**
 * Where a reading stands. `empty`: everything was looked at and there is no text, as in a photograph.
 * A reading that is done and is read again goes through `waiting` and `working` while its old text is served.
 */
export type ReadingState = 'waiting' | 'working' | 'done' | 'empty' | 'failed'

/** Why a page is missing from a reading. */
export type PageFault = 'page-unreadable' | 'page-too-slow' | 'page-too-large'

/** Why a reading failed or, beside `done`, what it lacks. */
export type ReadingCode =
  | 'encrypted'
  | 'broken'
  | 'file-missing'
  | 'nothing-readable'
  | 'too-many-pages'
  | 'pages-skipped'
  | 'given-up'
  | 'out-of-time'

export const readableTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']

/** The lower, the sooner: what a clerk waits for, then what an import brought, then what is only read better. */
export const priorities = { asked: 0, imported: 5, improved: 9 } as const

/** What a hostile or endless file may cost. */
export const readingLimits = {
  pages: 2_000,
  charactersOfPage: 200_000,
  openingSeconds: 60,
  pageSeconds: 90,
  /** Of work on one file, over all turns. */
  fileSeconds: 4 * 3600,
  /** Of the process that touches the file, with whatever it runs. */
  megabytes: 1_200,
  /** Pages in a row that could not be read before the file is given up. */
  faultsInARow: 5,
  /** Times a page may take the reader down before it is passed over. */
  attempts: 3,
} as const

/** So many pages of text are shown to a clerk at a time. */
export const pagesOnScreen = 5

/** Fewer letters than this on a whole page are a stamp or a page number, not its text. */
export const fewLetters = 20

export type Read = {
  pages: number
  /** Pages that could not be read; `costly`: those among them that asked for too much time or memory. */
  faults: number
  costly: number
  letters: number
  stopped: 'given-up' | 'out-of-time' | null
}

/** How a reading ends, by what was read of a file of `filePages` pages. */
export function outcomeOf(
  { pages, faults, costly, letters, stopped }: Read,
  filePages: number,
): { state: 'done' | 'empty' | 'failed'; code: ReadingCode | null } {
  const lacks = stopped ?? (faults > 0 ? 'pages-skipped' : filePages > pages ? 'too-many-pages' : null)
  if (letters >= fewLetters) return { state: 'done', code: lacks }
  if (stopped === 'out-of-time') return { state: 'failed', code: stopped }
  if (faults > 0) return { state: 'failed', code: costly > 0 ? 'given-up' : 'broken' }
  return { state: 'empty', code: 'nothing-readable' }
}
