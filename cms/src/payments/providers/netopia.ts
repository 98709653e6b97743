import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { currency, decimalOfBani } from '../money.ts'
import type {
  NoticeAnswer,
  NoticeFault,
  PaymentProvider,
  ProviderOrder,
  Reference,
  RefundReading,
  Started,
  StatusReading,
  Told,
} from '../payment-provider.ts'
import { netopiaReport, readNetopiaNotice } from './netopia-notice.ts'

export type NetopiaSettings = {
  /** Netopia's own sources disagree on its hosts: the one that the merchant's administration shows. */
  url: string
  apiKey: string
  posSignature: string
  /** As PEM, a key or a certificate. */
  publicKey: string
}

/** How long a gateway may take; a citizen waits for the first of these. */
const patience = 12_000

const Answer = z.object({
  error: z.object({ code: z.string(), message: z.string().optional() }).optional(),
  payment: z.object({ ntpID: z.string().optional(), paymentURL: z.string().optional() }).loose().optional(),
})

const errorCodes: Record<NoticeFault, number> = {
  unsigned: 0x10000101,
  'algorithm-wrong': 0x10000102,
  'signature-wrong': 0x10000102,
  'not-yet-valid': 0x10000103,
  stale: 0x10000104,
  'issuer-wrong': 0x10000101,
  'merchant-wrong': 0x10000105,
  tampered: 0x10000106,
  unreadable: 0x10000107,
}

/** Netopia Payments, version 2 of its interface, with its own page for the card: no card number ever comes here. */
export function netopia(settings: NetopiaSettings): PaymentProvider {
  const key = publicKeyOf(settings.publicKey)
  const ask = async (path: string, body: object): Promise<{ raw: string; body: unknown }> => {
    const response = await fetch(`${settings.url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers: { authorization: settings.apiKey, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (response.status >= 500) throw new Error(`Netopia answered ${response.status}`)
    const raw = await response.text()
    return { raw, body: parseJson(raw) }
  }

  const askStatus = async ({ order, providerRef }: Reference): Promise<Told<StatusReading>> => {
    const question = { posID: settings.posSignature, ntpID: providerRef ?? '', orderID: order }
    const { raw, body } = await ask('/operation/status', question)
    const report = netopiaReport(orderFilledIn(body, order))
    if (report?.order === order) return { raw, reading: { kind: 'told', reports: [report] } }
    const answer = Answer.safeParse(body)
    const isUnknown = answer.success && answer.data.error?.code === '404'
    return { raw, reading: { kind: isUnknown ? 'unknown' : 'unreadable' } }
  }

  return {
    name: 'netopia',
    isNoticeProof: true,

    async start(order: ProviderOrder): Promise<Started> {
      const { body } = await ask('/payment/card/start', startOf(order, settings.posSignature))
      const answer = Answer.safeParse(body)
      if (!answer.success) return { kind: 'refused', code: 'unreadable' }
      const { error, payment } = answer.data
      const url = z.url({ protocol: /^https?$/ }).safeParse(payment?.paymentURL)
      if (error?.code !== '101' || !payment?.ntpID || !url.success)
        return { kind: 'refused', code: error?.code ?? 'unreadable' }
      return { kind: 'started', handOver: { kind: 'redirect', url: url.data }, providerRef: payment.ntpID }
    },

    readNotice: (notice, now) => readNetopiaNotice(notice, { key, posSignature: settings.posSignature, now }),

    answerNotice(answer: NoticeAnswer) {
      const [errorType, errorCode, errorMessage] =
        answer === 'taken'
          ? [0, 0, '']
          : answer === 'try-again'
            ? [1, 0x10000101, 'try again']
            : [2, errorCodes[answer.refused], answer.refused]
      const body = JSON.stringify({ errorType, errorCode, errorMessage })
      return { status: answer === 'try-again' ? 503 : 200, type: 'application/json', body }
    },

    async fetchStatus(reference: Reference): Promise<Told<StatusReading>> {
      const first = await askStatus(reference)
      const isPaid = first.reading.kind === 'told' && first.reading.reports.some(({ event }) => event === 'paid')
      if (isPaid || !reference.providerRef) return first
      // A second card may be a transaction of its own, which is found by the order's name alone.
      const second = await askStatus({ ...reference, providerRef: null })
      return { raw: `${first.raw}\n${second.raw}`, reading: together(first.reading, second.reading) }
    },

    async refund({ providerRef, amountBani }): Promise<Told<RefundReading>> {
      const amount = Number(decimalOfBani(amountBani))
      const { raw, body } = await ask('/operation/credit', { ntpID: providerRef, amount })
      const answer = Answer.safeParse(body)
      if (!answer.success || !answer.data.error) return { raw, reading: { kind: 'unreadable' } }
      const { code } = answer.data.error
      return { raw, reading: code === '00' ? { kind: 'accepted' } : { kind: 'refused', code } }
    },
  }
}

/** No instrument: the card is asked for on Netopia's page. What it must have of an address is said to be unknown. */
function startOf({ order, amountBani, description, payer, noticeUrl, returnUrl }: ProviderOrder, posSignature: string) {
  const [firstName = payer.name, ...rest] = payer.name.split(/\s+/)
  return {
    config: { emailTemplate: '', notifyUrl: noticeUrl, redirectUrl: returnUrl, language: 'ro' },
    payment: { options: { installments: 0, bonus: 0 } },
    order: {
      ntpID: null,
      posSignature,
      dateTime: new Date().toISOString(),
      description,
      orderID: order,
      // The decimals of a whole number of bani, which JSON writes as they are.
      amount: Number(decimalOfBani(amountBani)),
      currency,
      billing: {
        email: payer.email,
        phone: '',
        firstName,
        lastName: rest.join(' ') || '-',
        city: '-',
        country: 642,
        state: '-',
        postalCode: '-',
        details: '-',
      },
      products: [],
    },
  }
}

/** What two questions about one order were told; a transaction that both tell of is told of once. */
function together(first: StatusReading, second: StatusReading): StatusReading {
  if (first.kind !== 'told') return second.kind === 'told' ? second : first
  if (second.kind !== 'told') return first
  const known = first.reports.map(({ providerRef }) => providerRef)
  return {
    kind: 'told',
    reports: [...first.reports, ...second.reports.filter((each) => !known.includes(each.providerRef))],
  }
}

/** The answer to a question need not repeat whose it is. */
function orderFilledIn(body: unknown, order: string): unknown {
  return typeof body === 'object' && body !== null && !('order' in body) ? { ...body, order: { orderID: order } } : body
}

function publicKeyOf(pem: string): KeyObject {
  const key = pem.includes('CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem)
  if (key.asymmetricKeyType !== 'rsa') throw new Error('The public key of Netopia is an RSA key')
  return key
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
