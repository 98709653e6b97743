import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { currency, decimalOfBani, parseDecimal } from '../money.ts'
import type {
  NoticeAnswer,
  PaymentProvider,
  PaymentReport,
  ProviderOrder,
  Reference,
  RefundReading,
  Started,
  StatusReading,
  Told,
} from '../payment-provider.ts'
import { readEuplatescNotice } from './euplatesc-notice.ts'
import { asciiOf, euplatescSignature, stampOf } from './euplatesc-signature.ts'

export type EuplatescSettings = {
  /** Where the citizen's browser posts the order, and where we ask. */
  url: string
  apiUrl: string
  merchantId: string
  /** In hexadecimal: signs orders, notices and questions. */
  key: string
  /** The user's pair, which refunds want. */
  userKey: string
  userApi: string
}

const patience = 12_000
const noSuchOrder = /not found|no transaction|does not exist|inexist/i

const Transaction = z.object({
  merch_id: z.string(),
  invoice_id: z.string(),
  ep_id: z.string().min(1),
  action: z.coerce.string(),
  message: z.string().default(''),
  refunded: z.coerce.string().default('0'),
  amount: z.coerce.string().optional(),
  curr: z.string().optional(),
})
const Answer = z.union([
  z.object({ success: z.union([z.string(), z.array(z.unknown()), z.number()]) }),
  z.object({ error: z.coerce.string(), ecode: z.coerce.string().default('') }),
])

/** EuPlătesc, with its own page for the card. A notice of it is asked about before it counts: its signature is old. */
export function euplatesc(settings: EuplatescSettings): PaymentProvider {
  const ask = async (fields: Record<string, string>, key: string): Promise<string> => {
    const asked = { ...fields, timestamp: stampOf(new Date()), nonce: randomBytes(16).toString('hex') }
    const response = await fetch(settings.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...asked, fp_hash: euplatescSignature(Object.values(asked), key) }).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error(`EuPlătesc answered ${response.status}`)
    return response.text()
  }

  return {
    name: 'euplatesc',
    isNoticeProof: false,

    async start({ order, amountBani, description, payer, noticeUrl, returnUrl }: ProviderOrder): Promise<Started> {
      const signed = {
        amount: decimalOfBani(amountBani),
        curr: currency,
        invoice_id: order,
        order_desc: asciiOf(description),
        merch_id: settings.merchantId,
        timestamp: stampOf(new Date()),
        nonce: randomBytes(16).toString('hex'),
      }
      const fields = {
        ...signed,
        fp_hash: euplatescSignature(Object.values(signed), settings.key),
        fname: asciiOf(payer.name),
        email: payer.email,
        lang: 'ro',
        'ExtraData[silenturl]': noticeUrl,
        'ExtraData[successurl]': returnUrl,
        'ExtraData[failedurl]': returnUrl,
        'ExtraData[backtosite]': returnUrl,
        'ExtraData[ep_method]': 'get',
      }
      const handOver = {
        kind: 'form' as const,
        action: settings.url,
        fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
      }
      return { kind: 'started', handOver, providerRef: null }
    },

    readNotice: (notice, now) =>
      readEuplatescNotice(notice, { key: settings.key, merchantId: settings.merchantId, now }),

    answerNotice(answer: NoticeAnswer) {
      if (answer === 'taken') return { status: 200, type: 'text/plain', body: 'OK' }
      if (answer === 'try-again') return { status: 503, type: 'text/plain', body: 'try again' }
      return { status: 400, type: 'text/plain', body: answer.refused }
    },

    async fetchStatus({ order }: Reference): Promise<Told<StatusReading>> {
      const raw = await ask({ method: 'check_status', mid: settings.merchantId, invoice_id: order }, settings.key)
      return { raw, reading: statusOf(raw, { order, merchantId: settings.merchantId }) }
    },

    async refund({ providerRef, amountBani, reason }): Promise<Told<RefundReading>> {
      const fields = {
        method: 'refund',
        ukey: settings.userKey,
        amount: decimalOfBani(amountBani),
        reason: asciiOf(reason),
        epid: providerRef ?? '',
      }
      const raw = await ask(fields, settings.userApi)
      const answer = Answer.safeParse(parseJson(raw))
      if (!answer.success) return { raw, reading: { kind: 'unreadable' } }
      return 'error' in answer.data
        ? { raw, reading: { kind: 'refused', code: answer.data.ecode || answer.data.error } }
        : { raw, reading: { kind: 'accepted' } }
    },
  }
}

/** The list of transactions is a text of JSON inside the JSON. It need not tell the amount, which the order's signature fixed. */
function statusOf(raw: string, { order, merchantId }: { order: string; merchantId: string }): StatusReading {
  const answer = Answer.safeParse(parseJson(raw))
  if (!answer.success) return { kind: 'unreadable' }
  // Any other error (a wrong key, a gateway in trouble) does not mean that nobody has paid.
  if ('error' in answer.data) return { kind: noSuchOrder.test(answer.data.error) ? 'unknown' : 'unreadable' }
  const { success } = answer.data
  const listed = z.array(Transaction).safeParse(typeof success === 'string' ? parseJson(success) : success)
  if (!listed.success) return { kind: 'unreadable' }
  if (listed.data.length === 0) return { kind: 'unknown' }
  const isOurs = listed.data.every((each) => each.invoice_id === order && each.merch_id === merchantId)
  return isOurs ? { kind: 'told', reports: listed.data.map(reportOf) } : { kind: 'unreadable' }
}

function reportOf({
  invoice_id,
  ep_id,
  action,
  message,
  refunded,
  amount,
  curr,
}: z.infer<typeof Transaction>): PaymentReport {
  const isRefunded = !['', '0', '0.00'].includes(refunded)
  return {
    order: invoice_id,
    providerRef: ep_id,
    event: isRefunded ? 'refunded' : action === '0' ? 'paid' : 'declined',
    amountBani: amount === undefined ? null : (parseDecimal(amount) ?? 0),
    currency: curr ?? null,
    said: [action, message, ...(isRefunded ? ['refunded'] : [])].join(' '),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
