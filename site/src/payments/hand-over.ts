import { type HandOver, type PaymentPurpose, paymentPath } from '@avizier/cms/payments'
import { z } from 'zod'
import { type Exchange, seeOther } from '../filings/answer-requests.ts'
import type { PaymentExchange } from './payment-desk.ts'
import type { PaymentDraft } from './payment-drafts.ts'
import type { PageFault, Typed } from './payment-page.ts'
import { paymentSentences } from './payments.ro.ts'

export const Payer = z.object({
  nume: z.string().trim().min(2).max(120),
  email: z.email().max(200),
})

export function faultsOfPayer(typed: Typed): PageFault[] {
  const parsed = Payer.safeParse(typed)
  if (parsed.success) return []
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  return [
    ...(wrong.has('nume') ? [{ camp: 'nume', mesaj: paymentSentences.payerMissing }] : []),
    ...(wrong.has('email') ? [{ camp: 'email', mesaj: paymentSentences.emailMalformed }] : []),
  ]
}

export type Place = {
  id: string
  draft: PaymentDraft
  purpose: PaymentPurpose
  subject: Record<string, unknown>
  /** The page that leads to the bank, and the page to come back to when that fails. */
  bankPath: string
  path: string
}

/**
 * Opens the payment of a draft at the record and answers where its reader goes: to the page that leads to the bank, or
 * to the payment's own page when there is nothing left to do at the bank. A payment that came to nothing is followed
 * by another; one that is under way is never opened twice.
 */
export async function openAtBank(exchange: Exchange, { desk, show }: PaymentExchange, place: Place): Promise<void> {
  const { id, draft, purpose, subject, path, bankPath } = place
  const { payer } = draft
  if (!payer) return seeOther(exchange.response, path)
  const ask = (attempt: number) => desk.cms.openPayment({ key: `${id}.${attempt}`, purpose, subject, payer })
  let attempt = draft.attempt
  let opened = await ask(attempt)
  while (opened.kind === 'opened' && ['declined', 'expired'].includes(opened.payment.state) && attempt < 50)
    opened = await ask(++attempt)
  if (attempt !== draft.attempt) await desk.payments.write(id, { ...draft, attempt })
  switch (opened.kind) {
    case 'opened':
      return seeOther(exchange.response, opened.handOver ? bankPath : paymentPath(opened.payment.order))
    case 'paid-before':
      return seeOther(exchange.response, paymentPath(opened.payment.order))
    case 'refused':
      return show(exchange, path, { kind: 'trouble', message: opened.message, again: path }, opened.status)
    default:
      return opened satisfies never
  }
}

/** The page between us and the bank; it asks the record again, so that it may be reloaded and come back to. */
export async function showBank(exchange: Exchange, asked: PaymentExchange, place: Place): Promise<void> {
  const { id, draft, purpose, subject, path, bankPath } = place
  if (!draft.payer) return seeOther(exchange.response, path)
  const opened = await asked.desk.cms.openPayment({
    key: `${id}.${draft.attempt}`,
    purpose,
    subject,
    payer: draft.payer,
  })
  if (opened.kind === 'refused')
    return asked.show(exchange, path, { kind: 'trouble', message: opened.message, again: path }, opened.status)
  if (opened.kind !== 'opened' || !opened.handOver)
    return seeOther(exchange.response, paymentPath(opened.payment.order))
  allowBank(exchange, opened.handOver)
  await asked.show(exchange, bankPath, { kind: 'bank', handOver: opened.handOver, payment: opened.payment, path })
}

/** The one page whose form goes to another house: to that house and no other. */
function allowBank({ response }: Exchange, handOver: HandOver): void {
  if (handOver.kind !== 'form') return
  const policy = String(response.getHeader('content-security-policy') ?? '')
  response.setHeader(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${new URL(handOver.action).origin}`),
  )
}
