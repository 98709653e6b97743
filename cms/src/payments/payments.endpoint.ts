import type { Endpoint } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import {
  GatewayName,
  largestNoticeBytes,
  type OpenedPayment,
  OrderId,
  type PaidBefore,
  type PaymentRefusal,
  PaymentRequest,
} from './contract.ts'
import { faultOf } from './fault-of.ts'
import { findPayment, openPayment } from './open-payment.action.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { NoticeAnswer } from './payment-provider.ts'
import { toPublicPayment } from './payment-row.ts'
import { type PaymentCode, paymentMessages } from './payments.ro.ts'
import { journalNotice, judgeNotice } from './take-notice.action.ts'

const noStore = { headers: { 'cache-control': 'no-store' } }
const refusal = (status: number, code: PaymentCode, field = '') =>
  Response.json({ erori: [{ camp: field, mesaj: paymentMessages[code] }] } satisfies PaymentRefusal, {
    status,
    ...noStore,
  })

/** `POST /api/payments`: the site opens a payment for a citizen. */
const openEndpoint = (desk: PaymentDesk): Endpoint => ({
  path: '/payments',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const given = PaymentRequest.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      return refusal(422, 'request-malformed', given.error.issues[0]?.path.map(String).join('.') ?? '')
    const outcome = await openPayment(req, desk, given.data, new Date()).catch((error: unknown) => {
      req.payload.logger.error(`A payment could not be opened: ${faultOf(error)}`)
      return { kind: 'gateway-away' } as const
    })
    switch (outcome.kind) {
      case 'opened': {
        const opened: OpenedPayment = { payment: toPublicPayment(outcome.payment), handOver: outcome.handOver }
        return Response.json(opened, { status: 201, ...noStore })
      }
      case 'paid-before':
        return Response.json({ paidBefore: toPublicPayment(outcome.payment) } satisfies PaidBefore, {
          status: 409,
          ...noStore,
        })
      case 'refused':
        return Response.json(
          { erori: outcome.faults.map(({ field, message }) => ({ camp: field, mesaj: message })) },
          { status: 422, ...noStore },
        )
      case 'no-gateway':
      case 'gateway-away':
      case 'gateway-refuses':
        return refusal(503, outcome.kind)
      default:
        return outcome satisfies never
    }
  },
})

/** `GET /api/payments/<order>`: where a payment is. Reading moves nothing. */
const readEndpoint: Endpoint = {
  path: '/payments/:order',
  method: 'get',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const order = OrderId.safeParse(req.routeParams?.['order'])
    const payment = order.success ? await findPayment(req, { order: order.data }) : null
    return payment ? Response.json(toPublicPayment(payment), noStore) : refusal(404, 'order-unknown')
  },
}

/**
 * `POST /api/payments/notices/<gateway>`: a notice as it came to the site. Written down first, judged after; whatever
 * goes wrong in between, the gateway is told to try again, and never that all is well.
 */
const noticeEndpoint = (desk: PaymentDesk): Endpoint => ({
  path: '/payments/notices/:gateway',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const gateway = GatewayName.safeParse(req.routeParams?.['gateway'])
    const provider = gateway.success ? desk.providers.of(gateway.data) : null
    if (!gateway.success || !provider) return refusal(404, 'no-gateway')
    const body = new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
    if (body.length > largestNoticeBytes) return refusal(413, 'request-malformed')
    const now = new Date()
    let answer: NoticeAnswer = 'try-again'
    try {
      const raw = { body, headers: headersOf(req.headers) }
      const notice = await journalNotice(req, { gateway: gateway.data, raw, now })
      answer = await judgeNotice(req, desk, notice, now)
    } catch (error) {
      req.payload.logger.error(`A notice of ${gateway.data} could not be taken: ${faultOf(error)}`)
    }
    const { status, type, body: text } = provider.answerNotice(answer)
    return new Response(text, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } })
  },
})

/** Of the headers of a notice those that prove something; the site's own token is not kept. */
const headersOf = (headers: Headers): Record<string, string> => {
  const type = headers.get('x-notice-type')
  const token = headers.get('verification-token')
  return { ...(type && { 'content-type': type }), ...(token && { 'verification-token': token }) }
}

export const paymentEndpoints = (desk: PaymentDesk): Endpoint[] => [
  openEndpoint(desk),
  noticeEndpoint(desk),
  readEndpoint,
]
