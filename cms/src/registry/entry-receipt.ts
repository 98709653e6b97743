import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import QRCode from 'qrcode'
import { readCmsEnvironment } from '../env.ts'
import { dayOf } from '../publishing/calendar.ts'
import { accessCodeOf, groupedCode } from './access-code.ts'
import type { EntryFile } from './contract.ts'
import { formatNumber } from './registration-number.ts'
import { bytesOf, letterheadOf, townPaper } from './town-paper.ts'
import { shortMoment } from './words.ro.ts'

type Row = {
  key: string
  number: string
  registered_at: string
  received_at: string | null
  subject: string
  files: EntryFile[] | null
  term_explanation: string | null
}

/**
 * The receipt of an entry: number, day, access code, the files received with their fingerprints, and a QR that opens
 * the status page. The code stands behind `#`, where no server and no log sees it. Null when there is no such entry.
 */
export async function entryReceipt(req: PayloadRequest, id: number): Promise<Buffer | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<Row>(sql`
    select key, number, registered_at, received_at, subject, files, term_explanation from registry where id = ${id}`)
  const entry = rows[0] as Row | undefined
  if (!entry) return null
  const number = formatNumber(Number(entry.number), dayOf(entry.registered_at))
  const code = accessCodeOf(entry.key, req.payload.secret)
  const status = `${readCmsEnvironment().SITE_URL}/stare/`
  const [letterhead, qr] = await Promise.all([
    letterheadOf(req),
    QRCode.toBuffer(`${status}?numar=${encodeURIComponent(number)}#cod=${code}`, { margin: 0, scale: 8 }),
  ])
  const title = `Dovada înregistrării ${number}`
  const pdf = townPaper({ title, author: letterhead.townHall })
  const done = bytesOf(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const put = (tag: string, write: () => void, options: object = {}) => root.add(pdf.struct(tag, options, write))
  const line = (label: string, value: string) =>
    put('P', () => {
      pdf.moveDown(0.35).font('regular').fontSize(9.5).text(label)
      pdf.font('bold').fontSize(12).text(value)
    })

  put('P', () => void pdf.font('bold').fontSize(9.5).text(letterhead.lines.join('\n'), { lineGap: 1.5 }))
  put('H1', () => void pdf.moveDown(1.2).font('bold').fontSize(16).text('Dovada înregistrării'))
  const qrSize = 112
  const top = pdf.y
  put('Figure', () => void pdf.image(qr, pdf.page.width - pdf.page.margins.right - qrSize, 56, { width: qrSize }), {
    alt: `Cod QR pentru ${status}`,
  })
  pdf.x = pdf.page.margins.left
  pdf.y = top
  line('Numărul de înregistrare', number)
  line('Codul de acces', groupedCode(code))
  line('Înregistrat la', shortMoment(entry.registered_at))
  if (entry.received_at && shortMoment(entry.received_at) !== shortMoment(entry.registered_at))
    line('Primit la', shortMoment(entry.received_at))
  line('Documentul', entry.subject)
  put('P', () => {
    pdf.moveDown(0.8).font('regular').fontSize(10.5)
    if (entry.term_explanation) pdf.text(entry.term_explanation, { lineGap: 2 }).moveDown(0.4)
    pdf.text(`Unde a ajuns documentul vedeți la ${status}, cu numărul și codul de acces.`, { lineGap: 2 })
  })
  const files = entry.files ?? []
  if (files.length > 0) {
    put('H2', () => void pdf.moveDown(0.8).font('bold').fontSize(11.5).text('Fișierele primite'))
    for (const { name, bytes, sha256 } of files)
      put('P', () => {
        pdf
          .moveDown(0.3)
          .font('regular')
          .fontSize(10)
          .text(`${name} (${bytes.toLocaleString('ro-RO')} octeți)`)
        pdf.fontSize(8).text(`SHA-256 ${sha256.match(/.{8}/g)?.join(' ')}`)
      })
  }
  put('P', () => {
    pdf.moveDown(1.4).font('regular').fontSize(9).text(letterhead.contact)
    pdf.text('Păstrați dovada: codul de acces se dă numai celui care are documentul.')
  })
  root.end()
  pdf.end()
  return done
}
