import { readFile } from 'node:fs/promises'
import type { ReadingMethod } from './contract.ts'
import { PageRecogniser, preparePicture } from './page-picture.ts'
import { lettersIn } from './page-text.ts'
import { openPdf } from './pdf-pages.ts'
import { fewLetters, type PageFault, readingLimits } from './reading-state.ts'
import type { EngineName } from './recognition-engine.ts'

export type OpenedFile = { kind: 'opened'; pages: number } | { kind: 'refused'; code: 'encrypted' | 'broken' }
export type ReadPage =
  | { kind: 'read'; text: string; method: ReadingMethod; confidence: number | null }
  | { kind: 'fault'; fault: PageFault }

export type PageReader = { opened: OpenedFile; read(page: number): Promise<ReadPage>; close(): Promise<void> }

/** A page with so few letters and a picture may be a scan that carries a stamp or a header of letters. */
const fewForAFullPage = 400
/** A picture carries no scale worth trusting; pages are mostly scanned or photographed at about this. */
const pictureDpi = 300

/** Opens a file to be read page by page. It parses whatever the file holds: run it where that can do no harm. */
export async function openPages(file: string, mimeType: string, engine: EngineName): Promise<PageReader> {
  const bytes = await readFile(file)
  const recogniser = new PageRecogniser(engine)
  const close = () => recogniser.close()
  if (mimeType !== 'application/pdf') {
    return {
      opened: { kind: 'opened', pages: 1 },
      read: () => orFault(async () => recognised(await recogniser.recognise(await preparePicture(bytes, pictureDpi)))),
      close,
    }
  }
  const pdf = await openPdf(bytes)
  if (pdf.kind === 'refused')
    return { opened: pdf, read: async () => ({ kind: 'fault', fault: 'page-unreadable' }), close }
  return {
    opened: { kind: 'opened', pages: pdf.pages },
    read: (page) =>
      orFault(async () => {
        const text = await pdf.textOf(page)
        const letters = lettersIn(text)
        const own: ReadPage = { kind: 'read', text: cut(text), method: 'text', confidence: null }
        if (letters >= fewForAFullPage) return own
        if (letters >= fewLetters && !(await pdf.pictures.hasImage(page))) return own
        const read = await pdf.pictures.of(page).then(
          (picture) => recogniser.recognise(picture),
          (error: unknown) => {
            if (letters === 0) throw error
            return { text: '', confidence: 0 }
          },
        )
        // Letters that the PDF has are right; the picture wins only when it says a good deal more.
        return lettersIn(read.text) > (letters < fewLetters ? letters : 1.5 * letters) ? recognised(read) : own
      }),
    close,
  }
}

const recognised = ({ text, confidence }: { text: string; confidence: number }): ReadPage => ({
  kind: 'read',
  text: cut(text),
  method: 'recognised',
  confidence,
})

const cut = (text: string) => text.slice(0, readingLimits.charactersOfPage)

async function orFault(read: () => Promise<ReadPage>): Promise<ReadPage> {
  try {
    return await read()
  } catch {
    return { kind: 'fault', fault: 'page-unreadable' }
  }
}
