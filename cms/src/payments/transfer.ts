import QRCode from 'qrcode'
import type { Transfer } from './fine-contract.ts'
import { type FinePaper, writtenPaper } from './fine-paper.ts'
import type { Beneficiary } from './fine-routes.ts'
import type { PaymentAccounts } from './payment-table.ts'

/**
 * How a fine is paid through a bank: what Legea 203/2018 wants on the order, as text and as a QR of the same text. It is
 * no EPC code: that one carries euros alone.
 */
export function transferOf(
  accounts: PaymentAccounts,
  { beneficiary, paper }: { beneficiary: Beneficiary; paper: FinePaper },
): Transfer | null {
  const isSingle = beneficiary === 'single'
  if (!isSingle && beneficiary !== 'local') return null
  const to = {
    beneficiary: isSingle ? accounts.singleBeneficiary : 'Bugetul local',
    fiscalCode: isSingle ? '' : accounts.fiscalCode,
    iban: isSingle ? accounts.singleIban : accounts.localIban,
    bank: isSingle ? 'Trezoreria Statului' : accounts.localBank,
  }
  if (!to.iban) return null
  const details =
    paper.kind === 'electronic'
      ? `Seria ${paper.series}, CNP-ul celui amendat`
      : `Proces-verbal ${writtenPaper(paper).replaceAll('\u00a0', ' ')}, CNP-ul celui amendat`
  const text = [`Beneficiar: ${to.beneficiary}`, `IBAN: ${to.iban}`, `Seria: ${paper.series}`, 'Moneda: RON'].join('\n')
  return { ...to, details, qr: qrOf(text) }
}

/** The dark squares of a code as one path, a run of them at a time. */
export function qrOf(text: string): Transfer['qr'] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!modules.get(y, x)) continue
      let length = 1
      while (x + length < size && modules.get(y, x + length)) length += 1
      path += `M${x} ${y}h${length}v1h-${length}z`
      x += length
    }
  return { size, path }
}
