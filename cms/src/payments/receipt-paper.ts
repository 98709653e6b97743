import type { PayloadRequest } from 'payload'
import QRCode from 'qrcode'
import { readCmsEnvironment } from '../env.ts'
import { groupedCode } from '../registry/access-code.ts'
import { bytesOf, letterheadOf, townPaper } from '../registry/town-paper.ts'
import { shortMoment } from '../registry/words.ro.ts'
import { receiptCodeOf } from './issue-receipt.action.ts'
import { formatLei } from './money.ts'
import type { KeptReceipt } from './read-receipt.ts'
import { receiptText } from './receipt.ro.ts'

/** The page on the site that says whether a receipt is ours. */
export const receiptPath = (code: string): string => `/plati/chitanta/${code}/`

/** A receipt on paper: number, amount in figures and words, who paid for what, and a QR that verifies it. */
export async function receiptPaper(req: PayloadRequest, receipt: KeptReceipt): Promise<Buffer> {
  const { facts } = receipt
  const code = receiptCodeOf(facts.order, req.payload.secret)
  const address = `${readCmsEnvironment().SITE_URL}${receiptPath(code)}`
  const [letterhead, qr] = await Promise.all([letterheadOf(req), QRCode.toBuffer(address, { margin: 0, scale: 8 })])
  const title = `${receiptText.title} ${receipt.number}`
  const pdf = townPaper({ title, author: letterhead.townHall })
  const done = bytesOf(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const put = (tag: string, write: () => void, options: object = {}) => root.add(pdf.struct(tag, options, write))
  const line = (label: string, value: string | null) => {
    if (!value) return
    put('P', () => {
      pdf.moveDown(0.35).font('regular').fontSize(9.5).text(label)
      pdf.font('bold').fontSize(12).text(value)
    })
  }

  put('P', () => void pdf.font('bold').fontSize(9.5).text(letterhead.lines.join('\n'), { lineGap: 1.5 }))
  if (facts.fiscalCode) put('P', () => void pdf.font('regular').fontSize(9.5).text(`CIF ${facts.fiscalCode}`))
  put('H1', () => void pdf.moveDown(1.2).font('bold').fontSize(16).text(receiptText.title))
  const qrSize = 112
  const top = pdf.y
  put('Figure', () => void pdf.image(qr, pdf.page.width - pdf.page.margins.right - qrSize, 56, { width: qrSize }), {
    alt: `Cod QR pentru ${address}`,
  })
  pdf.x = pdf.page.margins.left
  pdf.y = top
  line(receiptText.number, receipt.number)
  line(receiptText.paidAt, shortMoment(facts.paidAt))
  line(receiptText.amount, `${formatLei(receipt.amountBani)}, ${receiptText.inWords} ${facts.amountInWords}`)
  line(receiptText.forWhat, facts.description)
  line(receiptText.offender, facts.offender)
  line(receiptText.payer, facts.payer)
  line(receiptText.how, `${receiptText.card}, prin ${receiptText.gateways[facts.provider] ?? facts.provider}`)
  line(receiptText.reference, [facts.order, facts.providerRef].filter(Boolean).join(' / '))
  line(receiptText.beneficiary, letterhead.lines[2] || letterhead.townHall)
  line(receiptText.account, facts.iban)
  put('P', () => {
    pdf.moveDown(0.9).font('regular').fontSize(10).text(receiptText.pending, { lineGap: 2 })
    pdf.moveDown(0.4).text(`${receiptText.verify} ${address} (codul ${groupedCode(code)}).`, { lineGap: 2 })
  })
  put('P', () => void pdf.moveDown(1.2).fontSize(9).text(letterhead.contact))
  root.end()
  pdf.end()
  return done
}
