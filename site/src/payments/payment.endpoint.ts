import { setTimeout as pause } from 'node:timers/promises'
import { OrderId, type PublicPayment, paymentPath } from '@avizier/cms/payments'
import type { Exchange } from '../filings/answer-requests.ts'
import { paymentsPath, receiptPath } from '../paths.ts'
import { answerFee } from './fee.endpoint.ts'
import { answerFine } from './fine.endpoint.ts'
import type { PaymentDesk, PaymentExchange } from './payment-desk.ts'
import { paymentSentences } from './payments.ro.ts'

/** `/plati/…`, made on request; answers whether there is such a page. The record's absence is told, never guessed over. */
export async function answerPayments(exchange: Exchange, asked: PaymentExchange): Promise<boolean> {
  try {
    return await answer(exchange, asked)
  } catch (error) {
    console.error('A page of payments could not be made', (error as Error).name)
    if (exchange.response.headersSent) throw error
    const page = { kind: 'trouble', message: paymentSentences.away, again: asked.url.pathname } as const
    await asked.show(exchange, asked.url.pathname, page, 503)
    return true
  }
}

async function answer(exchange: Exchange, asked: PaymentExchange): Promise<boolean> {
  const [, , section = '', name = '', part = ''] = asked.url.pathname.split('/')
  switch (section) {
    case '':
      await asked.show(exchange, paymentsPath, { kind: 'home' })
      return true
    case 'amenzi':
      return answerFine(exchange, asked)
    case 'taxa':
      return answerFee(exchange, asked)
    case 'plata':
      return answerPayment(exchange, asked, name, part)
    case 'chitanta':
      return answerReceipt(exchange, asked, name, part)
    default:
      return false
  }
}

/** The page of a payment, to which the bank sends people back. It shows where the payment is, and moves nothing. */
async function answerPayment(
  exchange: Exchange,
  { desk, show }: PaymentExchange,
  name: string,
  part: string,
): Promise<boolean> {
  const order = OrderId.safeParse(name)
  if (!order.success || (part !== '' && part !== 'dovada.pdf')) return false
  const payment = await settled(desk, order.data)
  if (!payment) return false
  const receipt = payment.paidAt ? await desk.cms.receiptOfPayment(order.data) : null
  if (part === '') {
    await show(exchange, paymentPath(order.data), { kind: 'payment', payment, receipt })
    return true
  }
  return receipt ? answerPaper(exchange, await desk.cms.receiptPaper(receipt.code)) : false
}

const patience = { tries: 6, pauseMs: 800 }

/**
 * A payment, when the bank's word of it has come or people have waited long enough: whoever comes back from the bank is
 * mostly a second or two ahead of it, and a page without a script cannot look again by itself.
 */
async function settled(desk: PaymentDesk, order: string): Promise<PublicPayment | null> {
  let payment = await desk.cms.payment(order)
  for (let tries = 0; tries < patience.tries && payment && ['sent', 'pending'].includes(payment.state); tries++) {
    await pause(patience.pauseMs)
    payment = await desk.cms.payment(order)
  }
  return payment
}

/** Whether a receipt is ours, for whoever holds it. */
async function answerReceipt(
  exchange: Exchange,
  { desk, show }: PaymentExchange,
  code: string,
  part: string,
): Promise<boolean> {
  if (part !== '' || !/^[\w-]{1,40}$/.test(code)) return false
  const receipt = await desk.cms.paidReceipt(code)
  await show(exchange, receiptPath(code), { kind: 'receipt', receipt, code }, receipt ? 200 : 404)
  return true
}

function answerPaper({ request, response }: Exchange, paper: Uint8Array | null): boolean {
  if (!paper) return false
  response.writeHead(200, {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="dovada-de-plata.pdf"',
    'content-length': paper.length,
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : paper)
  return true
}
