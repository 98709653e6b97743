import { parseDecimal } from '../money.ts'
import type { NoticeFault, NoticeReading, PaymentReport, RawNotice } from '../payment-provider.ts'
import { isSignedBy, momentOfStamp } from './euplatesc-signature.ts'

const signedFields = [
  'amount',
  'curr',
  'invoice_id',
  'ep_id',
  'merch_id',
  'action',
  'message',
  'approval',
  'timestamp',
  'nonce',
] as const

/** The protocol has no window of its own: an older notice proves nothing, and the gateway is asked instead. */
const windowMs = 60 * 60 * 1000
const leewayMs = 5 * 60 * 1000

/** Verifies a notice (EuPlătesc calls it a silent post): every value that counts is under the signature. */
export function readEuplatescNotice(
  { body }: RawNotice,
  { key, merchantId, now }: { key: string; merchantId: string; now: Date },
): NoticeReading {
  const given = new URLSearchParams(Buffer.from(body).toString('utf8'))
  const value = (name: string) => given.get(name) ?? ''
  const refused = (fault: NoticeFault): NoticeReading => ({
    kind: 'refused',
    fault,
    order: value('invoice_id') || null,
  })
  const signature = value('fp_hash')
  if (!signature) return refused('unsigned')
  // A field that is there twice is read by one side as the first and by the other as the last.
  const names = [...signedFields, ...(given.has('sec_status') ? ['sec_status'] : [])]
  if (names.some((name) => given.getAll(name).length > 1)) return refused('unreadable')
  if (!isSignedBy(names.map(value), signature, key)) return refused('signature-wrong')
  if (value('merch_id') !== merchantId) return refused('merchant-wrong')
  const signedAt = momentOfStamp(value('timestamp'))
  if (!signedAt || !value('invoice_id') || !value('ep_id')) return refused('unreadable')
  if (signedAt.getTime() > now.getTime() + leewayMs) return refused('not-yet-valid')
  if (signedAt.getTime() < now.getTime() - windowMs) return refused('stale')

  const security = given.has('sec_status') ? value('sec_status') : null
  return {
    kind: 'verified',
    report: {
      order: value('invoice_id'),
      providerRef: value('ep_id'),
      event: eventOf(value('action'), security),
      amountBani: parseDecimal(value('amount')) ?? 0,
      currency: value('curr'),
      said: [value('action'), value('message'), ...(security === null ? [] : [`sec_status ${security}`])].join(' '),
    },
  }
}

/** `action` 0 is approved; with a security status of its own it is money only at 8 or 9, and else somebody looks. */
function eventOf(action: string, security: string | null): PaymentReport['event'] {
  if (action !== '0') return 'declined'
  return security === null || security === '8' || security === '9' ? 'paid' : 'suspected'
}
