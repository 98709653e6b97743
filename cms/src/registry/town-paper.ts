import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import PDFDocument from 'pdfkit'

// Resolved from where the record runs: a bundler would put a number of its own in the place of `import.meta`.
const resolve = createRequire(path.join(process.cwd(), 'package.json')).resolve
const font = (file: string) =>
  readFileSync(path.join(path.dirname(resolve('@expo-google-fonts/noto-sans/package.json')), file))
let loaded: { regular: Buffer; bold: Buffer } | null = null

export type Letterhead = { lines: string[]; townHall: string; contact: string }

/** What stands on top of every paper of this town hall. */
export async function letterheadOf(req: Pick<PayloadRequest, 'payload'>): Promise<Letterhead> {
  const town = await req.payload.findGlobal({ slug: 'institution', depth: 0, overrideAccess: true })
  const townHall = town.townHallName || 'Primăria'
  return {
    lines: [
      'ROMÂNIA',
      ...(town.county ? [`JUDEȚUL ${town.county.toUpperCase()}`] : []),
      (town.name ?? '').toUpperCase(),
      townHall,
    ],
    townHall,
    contact: [town.address?.street, town.address?.locality, town.phones?.[0], town.email].filter(Boolean).join(' · '),
  }
}

/** A tagged PDF with the fonts that have every Romanian letter; `bold` and `regular` are their names. */
export function townPaper({ title, author, isWide = false }: { title: string; author: string; isWide?: boolean }) {
  loaded ??= { regular: font('400Regular/NotoSans_400Regular.ttf'), bold: font('700Bold/NotoSans_700Bold.ttf') }
  const pdf = new PDFDocument({
    size: 'A4',
    layout: isWide ? 'landscape' : 'portrait',
    margins: isWide ? { top: 40, bottom: 36, left: 36, right: 28 } : { top: 56, bottom: 48, left: 71, right: 56 },
    lang: 'ro-RO',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: author },
    font: loaded.regular as never,
  })
  pdf.registerFont('regular', loaded.regular).registerFont('bold', loaded.bold)
  return pdf
}

export function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
