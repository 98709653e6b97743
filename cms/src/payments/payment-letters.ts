import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { z } from 'zod'
import { readCmsEnvironment } from '../env.ts'
import type { LetterWriter } from '../mail/letter-writers.ts'
import { paymentPath } from './contract.ts'
import { letterAboutMoney } from './payment-letters.ro.ts'
import type { PaymentRow } from './payment-row.ts'
import { receiptOfOrder } from './read-receipt.ts'
import { receiptPaper } from './receipt-paper.ts'

const About = z.object({ kind: z.enum(['paid', 'paidTwice']), data: z.object({ order: z.string() }) })

/** The letters of payments: the receipt, when it was paid; what happens to the money, when it was paid twice. */
export const paymentLetters: LetterWriter = async (payload, letter, { townHall, phone }) => {
  const about = About.safeParse(letter)
  const payment = about.success ? await paymentOfOrder(payload, about.data.data.order) : null
  if (!about.success || !payment) return null
  const { kind, data } = about.data
  const { order } = data
  const req = await createLocalReq({}, payload)
  const receipt = kind === 'paid' ? await receiptOfOrder(req, order) : null
  const written = letterAboutMoney({
    kind,
    description: payment.description,
    amountBani: payment.amount_bani,
    receipt: receipt?.number ?? null,
    address: `${readCmsEnvironment().SITE_URL}${paymentPath(order)}`,
    town: { name: townHall, phone },
  })
  const filename = `dovada-${receipt?.number.replaceAll(/[^A-Z0-9]+/g, '-')}.pdf`
  const attachments = receipt
    ? [{ filename, content: await receiptPaper(req, receipt), contentType: 'application/pdf' }]
    : []
  return { ...written, about: `plata-${order}`, attachments }
}

async function paymentOfOrder(payload: Payload, order: string): Promise<PaymentRow | null> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<PaymentRow>('select * from avizier.payments where order_id = $1', [order])
  return rows[0] ?? null
}
