import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import PDFDocument from 'pdfkit'

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
const regular = readFileSync(path.join(fonts, '400Regular/NotoSans_400Regular.ttf'))
const bold = readFileSync(path.join(fonts, '700Bold/NotoSans_700Bold.ttf'))

export type Paper = {
  title: string
  /** The lines of the letterhead, from the country down. */
  letterhead: string[]
  heading: string
  /** "# " opens a heading, "| " is a table row, "- " a list item, anything else a paragraph. */
  lines: string[]
  signatures: { office: string; name: string }[]
  date: Date
}

/** A paper as text in a tagged PDF (never a picture), with the town's letterhead, ready to be published. */
export function officialPaper(paper: Paper): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 60, bottom: 64, left: 72, right: 60 },
    lang: 'ro-RO',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: paper.title, Author: paper.letterhead.at(-1) ?? '', CreationDate: paper.date, ModDate: paper.date },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
  pdf.registerFont('regular', regular).registerFont('bold', bold)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const put = (tag: string, write: () => void) => root.add(pdf.struct(tag, {}, write))

  put('P', () => void pdf.font('bold').fontSize(10).text(paper.letterhead.join('\n'), { align: 'center', lineGap: 2 }))
  put('H1', () => void pdf.moveDown(2).font('bold').fontSize(15).text(paper.heading, { align: 'center' }))
  pdf.moveDown(1)
  for (const line of paper.lines) {
    if (line.startsWith('# ')) put('H2', () => void pdf.moveDown(0.8).font('bold').fontSize(11.5).text(line.slice(2)))
    else if (line.startsWith('| '))
      put('P', () =>
        row(
          pdf,
          line
            .slice(2)
            .split('|')
            .map((cell) => cell.trim()),
        ),
      )
    else if (line.startsWith('- '))
      put(
        'P',
        () =>
          void pdf
            .font('regular')
            .fontSize(11)
            .text(`–  ${line.slice(2)}`, { indent: 12, lineGap: 3 }),
      )
    else put('P', () => void pdf.moveDown(0.4).font('regular').fontSize(11).text(line, { lineGap: 3 }))
  }
  if (paper.signatures.length > 0) {
    put('P', () => {
      pdf.moveDown(2)
      for (const { office, name } of paper.signatures)
        pdf.font('regular').fontSize(10.5).text(`${office},`).font('bold').text(name).moveDown(0.8)
    })
  }
  root.end()
  pdf.end()
  return done
}

function row(pdf: PDFKit.PDFDocument, cells: string[]): void {
  const width = (pdf.page.width - pdf.page.margins.left - pdf.page.margins.right) / cells.length
  const top = pdf.y + 3
  let bottom = top
  cells.forEach((cell, index) => {
    pdf
      .font('regular')
      .fontSize(10)
      .text(cell, pdf.page.margins.left + index * width, top, { width: width - 8 })
    bottom = Math.max(bottom, pdf.y)
  })
  pdf.x = pdf.page.margins.left
  pdf.y = bottom
}
