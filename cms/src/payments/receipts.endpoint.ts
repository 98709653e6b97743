import type { Endpoint, PayloadRequest } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { type Actor, mayReadMoney } from '../staff/roles.ts'
import { OrderId } from './contract.ts'
import type { PublicReceipt, ReceiptOfPayment } from './fine-contract.ts'
import { receiptCodeOf } from './issue-receipt.action.ts'
import { type KeptReceipt, receiptOfCode, receiptOfId, receiptOfOrder, toPublicReceipt } from './read-receipt.ts'
import { receiptPaper } from './receipt-paper.ts'

const noStore = { 'cache-control': 'no-store' }
const unknown = () => Response.json({ erori: [] }, { status: 404, headers: noStore })

async function paper(req: PayloadRequest, receipt: KeptReceipt): Promise<Response> {
  return new Response(new Uint8Array(await receiptPaper(req, receipt)), {
    headers: {
      ...noStore,
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="dovada-${receipt.number.replaceAll(/[^A-Z0-9]+/g, '-')}.pdf"`,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** `GET /api/receipts/<code>`, with the token of the site: what a receipt says. */
export const receiptEndpoint: Endpoint = {
  path: '/receipts/:code',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const receipt = await receiptOfCode(req, String(req.routeParams?.['code']))
    return receipt ? Response.json(toPublicReceipt(receipt) satisfies PublicReceipt, { headers: noStore }) : unknown()
  },
}

/** `GET /api/receipts/<code>/pdf`: the same on paper. */
export const receiptPaperEndpoint: Endpoint = {
  path: '/receipts/:code/pdf',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const receipt = await receiptOfCode(req, String(req.routeParams?.['code']))
    return receipt ? paper(req, receipt) : unknown()
  },
}

/** `GET /api/receipts/of/<order>`: the receipt of a payment, for whoever has the payment's page. */
export const receiptOfPaymentEndpoint: Endpoint = {
  path: '/receipts/of/:order',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const order = OrderId.safeParse(req.routeParams?.['order'])
    const receipt = order.success ? await receiptOfOrder(req, order.data) : null
    if (!receipt || !order.success) return unknown()
    const code = receiptCodeOf(order.data, req.payload.secret)
    return Response.json({ ...toPublicReceipt(receipt), code } satisfies ReceiptOfPayment, { headers: noStore })
  },
}

/** `GET /api/receipts/kept/<id>/pdf`: a copy, for the clerk. */
export const clerksReceiptEndpoint: Endpoint = {
  path: '/receipts/kept/:id/pdf',
  method: 'get',
  handler: async (req) => {
    if (!mayReadMoney(req.user as unknown as Actor)) return Response.json({ erori: [] }, { status: 403 })
    const receipt = await receiptOfId(req, Number(req.routeParams?.['id']) || 0)
    return receipt ? paper(req, receipt) : unknown()
  },
}
