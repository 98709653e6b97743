import { createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { z } from 'zod'
import { leiToBani } from '../money.ts'
import type { MoneyEvent, NoticeFault, NoticeReading, PaymentReport, RawNotice } from '../payment-provider.ts'

/** Netopia's numbers for what became of a payment. Only 3 and 5 are money; what is not listed is looked at by a person. */
const events: Record<number, MoneyEvent> = {
  1: 'opened',
  2: 'opened',
  3: 'paid',
  4: 'declined', // cancelled
  5: 'paid', // confirmed
  6: 'pending',
  7: 'pending', // scheduled
  8: 'refunded',
  9: 'disputed',
  10: 'disputed',
  11: 'declined', // error
  12: 'declined',
  13: 'suspected', // fraud review
  14: 'pending', // authorising
  15: 'pending', // 3-D Secure
  16: 'disputed',
  17: 'refunded', // reversed
  18: 'pending',
  23: 'expired',
}

const Payment = z.object({
  ntpID: z.string().min(1).max(60),
  status: z.int(),
  amount: z.number(),
  currency: z.string().max(10),
})
const Body = z.object({ order: z.object({ orderID: z.string().min(1).max(60) }), payment: Payment })

/** What a body of Netopia, verified or answered over TLS, says; null when it cannot be read. */
export function netopiaReport(body: unknown): PaymentReport | null {
  const parsed = Body.safeParse(body)
  if (!parsed.success) return null
  const { order, payment } = parsed.data
  return {
    order: order.orderID,
    providerRef: payment.ntpID,
    event: events[payment.status] ?? 'suspected',
    // A third of a ban is no amount, and equals none.
    amountBani: leiToBani(payment.amount) ?? 0,
    currency: payment.currency,
    said: String(payment.status),
  }
}

const Header = z.object({ alg: z.string() })
const Claims = z.object({
  iss: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  sub: z.string().optional(),
  exp: z.number().optional(),
  nbf: z.number().optional(),
})

/** Clocks differ. */
const leewaySeconds = 60
/** Netopia's own SDKs disagree on whether moments are seconds or milliseconds. */
const seconds = (moment: number) => (moment > 1e11 ? moment / 1000 : moment)

/**
 * Verifies a notice as Netopia signs it: a JWT in `Verification-token`, RS512 and nothing else whatever its header says,
 * for this point of sale, whose `sub` is the hash of the body's very bytes.
 */
export function readNetopiaNotice(
  { body, headers }: RawNotice,
  { key, posSignature, now }: { key: KeyObject; posSignature: string; now: Date },
): NoticeReading {
  const claimed = parseJson(Buffer.from(body))
  const refused = (fault: NoticeFault): NoticeReading => ({
    kind: 'refused',
    fault,
    order: netopiaReport(claimed)?.order ?? null,
  })
  const token = headers['verification-token']
  if (!token) return refused('unsigned')
  const [head = '', payload = '', signature = '', ...rest] = token.split('.')
  const header = Header.safeParse(parseJson(Buffer.from(head, 'base64url')))
  const claims = Claims.safeParse(parseJson(Buffer.from(payload, 'base64url')))
  if (!header.success || !claims.success || !signature || rest.length > 0) return refused('unsigned')
  if (header.data.alg !== 'RS512') return refused('algorithm-wrong')
  if (!verify('RSA-SHA512', Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url')))
    return refused('signature-wrong')

  const { iss, aud, sub, exp, nbf } = claims.data
  if (iss !== 'NETOPIA Payments') return refused('issuer-wrong')
  if (!sameText((Array.isArray(aud) ? aud[0] : aud) ?? '', posSignature)) return refused('merchant-wrong')
  if (!sameText(sub ?? '', createHash('sha512').update(body).digest('base64'))) return refused('tampered')
  const moment = now.getTime() / 1000
  if (nbf !== undefined && seconds(nbf) > moment + leewaySeconds) return refused('not-yet-valid')
  if (exp !== undefined && seconds(exp) < moment - leewaySeconds) return refused('stale')
  const report = netopiaReport(claimed)
  return report ? { kind: 'verified', report } : refused('unreadable')
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
