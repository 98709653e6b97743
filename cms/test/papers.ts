import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
const noto = readFileSync(path.join(fonts, '400Regular/NotoSans_400Regular.ttf'))

type Draw = (pdf: PDFKit.PDFDocument) => void

/** A PDF whose pages are drawn one by one. */
export function aPdf(pages: readonly Draw[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 64, autoFirstPage: false, font: noto as never, ...options })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
  for (const draw of pages) {
    pdf.addPage()
    draw(pdf)
  }
  pdf.end()
  return done
}

/** A PDF with letters: a page for each list of paragraphs. */
export const aPaper = (pages: readonly (readonly string[])[], options: PDFKit.PDFDocumentOptions = {}) =>
  aPdf(
    pages.map((paragraphs) => (pdf) => {
      for (const paragraph of paragraphs) pdf.fontSize(11).text(paragraph, { lineGap: 2 }).moveDown(0.6)
    }),
    options,
  )

/** The pages of a PDF as a scanner sees them: pictures in grey, with the noise of JPEG. */
export async function scanned(pdf: Uint8Array, { dpi }: { dpi: number }): Promise<Buffer[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pictures: Buffer[] = []
  for (const page of document.pages()) {
    const { data } = await page.render({
      scale: dpi / 72,
      render: ({ data, width, height }) =>
        sharp(data, { raw: { width, height, channels: 4 } })
          .flatten({ background: 'white' })
          .greyscale()
          .withMetadata({ density: dpi })
          .jpeg({ quality: 80 })
          .toBuffer(),
    })
    pictures.push(Buffer.from(data))
  }
  document.destroy()
  library.destroy()
  return pictures
}

/** A PDF of pictures alone, as scanners make it. */
export async function aScan(pages: readonly (readonly string[])[], { dpi = 200 } = {}): Promise<Buffer> {
  const pictures = await scanned(await aPaper(pages), { dpi })
  return aPdf(pictures.map((picture) => (pdf) => void pdf.image(picture, 0, 0, { width: pdf.page.width })))
}

type RawPdf = { kids: string; count: number; objects: string[]; catalog?: string }

/** A hand-written PDF: objects 1 (catalogue) and 2 (pages) are made here, the rest is given as it is. */
export function aRawPdf({ kids, count, objects, catalog = '' }: RawPdf): Buffer {
  const all = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, `<</Type/Pages/Kids[${kids}]/Count ${count}>>`, ...objects]
  let body = '%PDF-1.7\n'
  const places = all.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  body += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(body, 'latin1')
}
