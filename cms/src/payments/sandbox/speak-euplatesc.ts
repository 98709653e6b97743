import { randomBytes } from 'node:crypto'
import { euplatescSignature, isSignedBy, stampOf } from '../providers/euplatesc-signature.ts'
import type { SandboxKeys } from './sandbox-keys.ts'
import type { Lie, Truth } from './scenarios.ts'
import { type Heard, json, type Reply, type Shelf, type Transaction } from './transaction.ts'

const orderFields = ['amount', 'curr', 'invoice_id', 'order_desc', 'merch_id', 'timestamp', 'nonce']

/** The citizen's browser posts an order here; the transaction it makes, or why it makes none. */
export function takeEuplatescOrder(
  body: string,
  { merchantId, key }: SandboxKeys['euplatesc'],
  shelf: Shelf,
): Transaction | { refused: string } {
  const form = new URLSearchParams(body)
  const value = (name: string) => form.get(name) ?? ''
  if (!isSignedBy(orderFields.map(value), value('fp_hash'), key)) return { refused: 'Semnătura comenzii nu este bună.' }
  if (value('merch_id') !== merchantId) return { refused: 'Comerciantul nu este cunoscut.' }
  return shelf.keep({
    gateway: 'euplatesc',
    order: value('invoice_id'),
    amount: value('amount'),
    currency: value('curr'),
    description: value('order_desc'),
    noticeUrl: value('ExtraData[silenturl]'),
    returnUrl: value('ExtraData[successurl]'),
  })
}

/** EuPlătesc's web service: check_status and refund, each signed. */
export function answerEuplatesc(body: string, keys: SandboxKeys['euplatesc'], shelf: Shelf): Reply {
  const form = new URLSearchParams(body)
  const asked = Object.fromEntries(form)
  const { fp_hash: signature = '', ...signed } = asked
  const isRefund = asked['method'] === 'refund'
  if (!isSignedBy(Object.values(signed), signature, isRefund ? keys.userApi : keys.key))
    return json(200, { error: 'Invalid signature', ecode: '01' })
  if (isRefund) {
    const found = shelf.find('', asked['epid'] ?? '')
    if (!found || asked['ukey'] !== keys.userKey || found.truth !== 'paid' || found.amount !== asked['amount'])
      return json(200, { error: 'Refund not allowed', ecode: '34' })
    shelf.change(found, 'refunded')
    return json(200, { success: '1' })
  }
  // An order whose page nobody has acted on is not a transaction yet.
  const listed = shelf.ofOrder(asked['invoice_id'] ?? '').filter(({ truth }) => truth !== 'open' && truth !== 'pending')
  if (asked['mid'] !== keys.merchantId || listed.length === 0)
    return json(200, { error: 'Transaction not found', ecode: '10' })
  return json(200, {
    success: JSON.stringify(
      listed.map(({ order, id, truth }) => ({
        merch_id: keys.merchantId,
        invoice_id: order,
        ep_id: id,
        action: truth === 'declined' ? '10' : '0',
        message: truth === 'declined' ? 'Transaction declined' : 'Approved',
        captured: truth === 'declined' ? '0' : '1',
        refunded: truth === 'refunded' ? '1' : '0',
        masked_card: '444444xxxxxx4444',
        timestamp: new Date().toISOString().slice(0, 19).replace('T', ' '),
        tran_type: 'Normal',
      })),
    ),
  })
}

/** A silent post of EuPlătesc. It tells of approved and refused transactions, and of nothing in between. */
export function euplatescNotice(
  transaction: Transaction,
  { truth, lie, keys, now }: { truth: Truth; lie: Lie | undefined; keys: SandboxKeys['euplatesc']; now: Date },
): { body: string; headers: Record<string, string> } | null {
  if (truth === 'pending' || truth === 'open' || truth === 'refunded' || truth === 'disputed') return null
  const amount = Number(transaction.amount)
  const signed: Record<string, string> = {
    amount: lie === 'one-leu' ? '1.00' : lie === 'one-ban-short' ? (amount - 0.01).toFixed(2) : transaction.amount,
    curr: lie === 'other-currency' ? 'EUR' : transaction.currency,
    invoice_id: transaction.order,
    ep_id: transaction.id,
    merch_id: lie === 'other-merchant' ? 'altaprimarie' : keys.merchantId,
    action: truth === 'paid' ? '0' : '10',
    message: truth === 'paid' ? 'Approved' : 'Transaction declined',
    approval: truth === 'paid' ? '123456' : '',
    timestamp: stampOf(new Date(now.getTime() - (lie === 'signed-long-ago' ? 30 * 86_400_000 : 0))),
    nonce: randomBytes(16).toString('hex'),
  }
  const key = lie === 'foreign-key' || lie === 'weak-algorithm' ? 'FF'.repeat(16) : keys.key
  const signature = lie === 'no-algorithm' ? '' : euplatescSignature(Object.values(signed), key)
  const sent = lie === 'changed-on-the-way' ? { ...signed, action: '0', message: 'Approved' } : signed
  return {
    body: new URLSearchParams({ ...sent, fp_hash: signature }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}

export const heardByEuplatesc = (status: number): Heard => (status >= 500 || status === 0 ? 'again' : 'done')
