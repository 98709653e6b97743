import { createHash, createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import type { SandboxKeys } from './sandbox-keys.ts'
import type { Lie, Truth } from './scenarios.ts'
import { type Heard, json, type Reply, type Shelf, type Transaction } from './transaction.ts'

const statuses: Record<Truth, number> = { open: 1, pending: 6, paid: 3, declined: 12, refunded: 8, disputed: 9 }
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** Netopia's side of its version 2: start, status, refund. */
export function answerNetopia(
  { path, headers, body }: { path: string; headers: Record<string, string | undefined>; body: string },
  { apiKey, posSignature }: SandboxKeys['netopia'],
  shelf: Shelf,
): Reply {
  if (headers['authorization'] !== apiKey) return json(401, { code: '401', message: 'Unauthorized' })
  const asked = JSON.parse(body) as {
    config?: { notifyUrl: string; redirectUrl: string }
    order?: { orderID: string; amount: number; currency: string; description: string; posSignature: string }
    payment?: { instrument?: unknown }
    posID?: string
    ntpID?: string
    orderID?: string
    amount?: number
  }
  switch (path) {
    case '/payment/card/start': {
      const { order, config, payment } = asked
      if (!order || !config || order.posSignature !== posSignature) return json(200, { error: { code: '99' } })
      if (payment?.instrument) return json(200, { error: { code: '34', message: 'This point of sale takes no cards' } })
      if (shelf.find(order.orderID, '')) return json(200, { error: { code: '56', message: 'Order already exists' } })
      const kept = shelf.keep({
        gateway: 'netopia',
        order: order.orderID,
        amount: order.amount.toFixed(2),
        currency: order.currency,
        description: order.description,
        noticeUrl: config.notifyUrl,
        returnUrl: config.redirectUrl,
      })
      return json(200, {
        error: { code: '101', message: 'Redirect user to payment page' },
        payment: { ...paymentOf(kept), method: 'card', paymentURL: `${shelf.address}/plata/${kept.id}` },
      })
    }
    case '/operation/status': {
      const found = asked.posID === posSignature ? shelf.find(asked.orderID ?? '', asked.ntpID ?? '') : undefined
      return found
        ? json(200, { error: { code: '00' }, order: { orderID: found.order }, payment: paymentOf(found) })
        : json(404, { error: { code: '404', message: 'Not found' } })
    }
    case '/operation/credit': {
      const found = shelf.find('', asked.ntpID ?? '')
      if (found?.truth !== 'paid' || Number(found.amount) !== asked.amount)
        return json(200, { error: { code: '34', message: 'Not allowed' } })
      shelf.change(found, 'refunded')
      return json(200, { error: { code: '00' }, payment: paymentOf(found) })
    }
    default:
      return json(404, { error: { code: '404' } })
  }
}

const paymentOf = ({ id, truth, amount, currency }: Transaction) => ({
  ntpID: id,
  status: statuses[truth],
  amount: Number(amount),
  currency,
})

/** A notice of Netopia: JSON, signed in a header. */
export function netopiaNotice(
  transaction: Transaction,
  { truth, lie, keys, now }: { truth: Truth; lie: Lie | undefined; keys: SandboxKeys['netopia']; now: Date },
): { body: string; headers: Record<string, string> } {
  const amount = Number(transaction.amount)
  const told = lie === 'one-leu' ? 1 : lie === 'one-ban-short' ? Number((amount - 0.01).toFixed(2)) : amount
  const payment = {
    ...paymentOf({ ...transaction, truth }),
    amount: told,
    currency: lie === 'other-currency' ? 'EUR' : transaction.currency,
    method: 'card',
    instrument: { panMasked: '9900****5159' },
    message: truth === 'paid' ? 'Approved' : 'Declined',
  }
  const body = JSON.stringify({ order: { orderID: transaction.order }, payment })
  const at = Math.floor(now.getTime() / 1000) - (lie === 'signed-long-ago' ? 30 * 86_400 : 0)
  const claims = {
    iss: 'NETOPIA Payments',
    aud: [lie === 'other-merchant' ? 'AAAA-BBBB-CCCC-DDDD-EEEE' : keys.posSignature],
    sub: createHash('sha512').update(body).digest('base64'),
    iat: at,
    exp: at + 86_400,
  }
  const alg = lie === 'weak-algorithm' ? 'HS256' : lie === 'no-algorithm' ? 'none' : 'RS512'
  const signed = `${encoded({ typ: 'JWT', alg })}.${encoded(claims)}`
  const token = `${signed}.${signatureOf(signed, alg, lie === 'foreign-key' ? foreign : keys.privateKey, keys.publicKey)}`
  return {
    body: lie === 'changed-on-the-way' ? body.replace(/"status":\d+/, '"status":3') : body,
    headers: { 'content-type': 'application/json', 'verification-token': token },
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signatureOf(
  text: string,
  alg: string,
  key: Parameters<ReturnType<typeof createSign>['sign']>[0],
  publicKey: string,
) {
  if (alg === 'none') return ''
  // The classic trick: the public key, which everybody has, used as a shared secret.
  if (alg === 'HS256') return createHmac('sha256', publicKey).update(text).digest('base64url')
  return createSign('RSA-SHA512').update(text).sign(key, 'base64url')
}

export function heardByNetopia(status: number, body: string): Heard {
  if (status !== 200) return 'again'
  try {
    return (JSON.parse(body) as { errorType?: number }).errorType === 1 ? 'again' : 'done'
  } catch {
    return 'again'
  }
}
