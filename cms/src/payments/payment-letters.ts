import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { z } from 'zod'
import { readCmsEnvironment } from '../env.ts'
import type { LetterWriters } from '../mail/send-letters.job.ts'
import { paymentPath } from './contract.ts'
import { letterAboutMoney } from './payment-letters.ro.ts'
import type { PaymentRow } from './payment-row.ts'
import { receiptOfOrder } from './read-receipt.ts'
import { receiptPaper } from './receipt-paper.ts'

const Data = z.object({ order: z.string() })

async function paymentOfOrder(payload: Payload, order: string): Promise<PaymentRow> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<PaymentRow>('select * from avizier.payments where order_id = $1', [order])
  if (!rows[0]) throw new Error(`A letter is about a payment that is not there: ${order}`)
  return rows[0]
}

/** The letters of payments: the receipt, when it was paid; what happens to the money, when it was paid twice. */
export const paymentLetters: LetterWriters = {
  paid: async (payload, data, town) => {
    const { order } = Data.parse(data)
    const [{ description, amount_bani }, req] = await Promise.all([
      paymentOfOrder(payload, order),
      createLocalReq({}, payload),
    ])
    const receipt = await receiptOfOrder(req, order)
    if (!receipt) throw new Error(`A letter is about a receipt that is not there: ${order}`)
    const letter = letterAboutMoney({
      kind: 'paid',
      description,
      amountBani: amount_bani,
      receipt: receipt.number,
      address: `${readCmsEnvironment().SITE_URL}${paymentPath(order)}`,
      town,
    })
    const content = await receiptPaper(req, receipt)
    const filename = `dovada-${receipt.number.replaceAll(/[^A-Z0-9]+/g, '-')}.pdf`
    return { ...letter, attachments: [{ filename, content, contentType: 'application/pdf' }] }
  },
  paidTwice: async (payload, data, town) => {
    const { order } = Data.parse(data)
    const { description, amount_bani } = await paymentOfOrder(payload, order)
    const address = `${readCmsEnvironment().SITE_URL}${paymentPath(order)}`
    const letter = letterAboutMoney({
      kind: 'paidTwice',
      description,
      amountBani: amount_bani,
      receipt: null,
      address,
      town,
    })
    return { ...letter, attachments: [] }
  },
}
