import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocumentProxy } from 'unpdf'
import { type PagePicture, preparePicture } from './page-picture.ts'
import { type Line, textOfLines } from './page-text.ts'

type TextDocument = Awaited<ReturnType<typeof getDocumentProxy>>

export type OpenedPdf =
  | { kind: 'opened'; pages: number; textOf(page: number): Promise<string>; pictures: PdfPictures }
  | { kind: 'refused'; code: 'encrypted' | 'broken' }

const scanDpi = 300
const mostPixels = 20_000_000

/** Opens a PDF in two readers: one gives the letters with their places, the other, in WebAssembly, the picture. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pictures = new PdfPictures(bytes)
  let document: TextDocument | null = null
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 } as never)
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return { kind: 'refused', code: 'encrypted' }
  }
  const pages = document?.numPages ?? (await pictures.pages())
  if (!pages) return { kind: 'refused', code: 'broken' }
  return {
    kind: 'opened',
    pages,
    textOf: async (number) => (document ? textOfPage(document, number) : ''),
    pictures,
  }
}

/** The letters of a page; empty when it has none, or when they cannot be had and the picture has to tell. */
async function textOfPage(document: TextDocument, number: number): Promise<string> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines: Line[] = []
    let isOpen = false
    for (const item of items) {
      if (!('str' in item)) continue
      const [, , skew = 0, scale = 0, left = 0, bottom = 0] = item.transform as number[]
      const height = item.height || Math.hypot(skew, scale)
      const line = lines.at(-1)
      if (isOpen && line) {
        line.text += item.str
        line.right = Math.max(line.right, left + item.width)
        if (item.str.trim()) line.height = Math.max(line.height, height)
      } else {
        lines.push({ text: item.str, left, right: left + item.width, bottom: -bottom, height })
        isOpen = true
      }
      if (item.hasEOL) isOpen = false
    }
    page.cleanup()
    return textOfLines(lines)
  } catch {
    return ''
  }
}

/** Pictures of the pages of a PDF. */
class PdfPictures {
  readonly #bytes: Uint8Array
  #document: Promise<PDFiumDocument> | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  #open(): Promise<PDFiumDocument> {
    this.#document ??= PDFiumLibrary.init().then((library) => library.loadDocument(this.#bytes))
    return this.#document
  }

  /** 0 when it cannot be opened. */
  async pages(): Promise<number> {
    return this.#open().then(
      (document) => document.getPageCount(),
      () => 0,
    )
  }

  /** Whether an image stands on the page, as in a scan that was stamped with letters. */
  async hasImage(number: number): Promise<boolean> {
    try {
      const page = (await this.#open()).getPage(number - 1)
      for (const object of page.objects()) if (object.type === 'image' || object.type === 'form') return true
      return false
    } catch {
      return false
    }
  }

  /** The page as printed at 300 dpi, or at what a page of giant size allows. */
  async of(number: number): Promise<PagePicture> {
    const page = (await this.#open()).getPage(number - 1)
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    const scale = Math.min(scanDpi / 72, Math.sqrt(mostPixels / Math.max(1, width * height)))
    let picture: PagePicture | null = null
    await page.render({
      scale,
      render: async (drawn) => {
        picture = await preparePicture(drawn, Math.round(scale * 72))
        return new Uint8Array()
      },
    })
    if (!picture) throw new Error('The page was not drawn')
    return picture
  }
}
