import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { type HandOver, type PaymentRequest, paymentPath } from './contract.ts'
import { faultOf } from './fault-of.ts'
import { isAmount } from './money.ts'
import { appendEvent, lockPayment, movePayment, nextPollAt } from './move-payment.action.ts'
import { attemptName, orderIdOf } from './order-id.ts'
import type { PayableVerdict } from './payable.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { PaymentProvider, Started } from './payment-provider.ts'
import { type Payment, type PaymentRow, paymentOf } from './payment-row.ts'

export type OpenedOutcome =
  | { kind: 'opened'; payment: Payment; handOver: HandOver | null }
  | { kind: 'paid-before'; payment: Payment }
  | { kind: 'refused'; faults: { field: string; message: string }[] }
  | { kind: 'no-gateway' | 'gateway-away' | 'gateway-refuses' }

/**
 * Opens a payment for what a citizen wants to pay, and hands them over to the gateway. The same key again is the same
 * payment; whatever has been paid is not paid again.
 */
export async function openPayment(
  req: PayloadRequest,
  desk: PaymentDesk,
  request: PaymentRequest,
  now: Date,
): Promise<OpenedOutcome> {
  const { chosen } = desk.providers
  if (!chosen) return { kind: 'no-gateway' }
  const known = await findPayment(req, { key: request.key })
  if (known) return handOver(req, desk, known)
  const payable = await desk.payables(req, request)
  if (payable.kind === 'refused') return payable
  const paid = await paidFor(req, payable.matter)
  if (paid) return { kind: 'paid-before', payment: paid }
  return handOver(req, desk, await keepPayment(req, { request, payable, gateway: chosen.name, now }))
}

/** A payment by its order or by the key it was asked with. */
export async function findPayment(
  req: Pick<PayloadRequest, 'payload'>,
  by: { key: string } | { order: string },
): Promise<Payment | null> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [column, value] = 'key' in by ? ['key', by.key] : ['order_id', by.order]
  const { rows } = await pool.query<PaymentRow>(`select * from avizier.payments where ${column} = $1`, [value])
  return rows[0] ? paymentOf(rows[0]) : null
}

async function paidFor(req: PayloadRequest, matter: string): Promise<Payment | null> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<PaymentRow>(
    `select * from avizier.payments where matter = $1 and paid_at is not null and refunded_at is null
     order by paid_at limit 1`,
    [matter],
  )
  return rows[0] ? paymentOf(rows[0]) : null
}

async function keepPayment(
  req: PayloadRequest,
  {
    request,
    payable,
    gateway,
    now,
  }: {
    request: PaymentRequest
    payable: Extract<PayableVerdict, { kind: 'payable' }>
    gateway: Payment['gateway']
    now: Date
  },
): Promise<Payment> {
  const { matter, description, amountBani, details } = payable
  if (!isAmount(amountBani)) throw new Error(`${amountBani} bani are not an amount that can be paid`)
  const order = orderIdOf(randomBytes)
  const kept = await inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [row] = await transaction.rows<PaymentRow>(sql`
      insert into avizier.payments (order_id, key, purpose, matter, description, details, payer_name, payer_email,
        amount_bani, gateway, created_at, next_poll_at)
      values (${order}, ${request.key}, ${request.purpose}, ${matter}, ${description}, ${JSON.stringify(details)}::jsonb,
        ${request.payer.name}, ${request.payer.email}, ${amountBani}, ${gateway}, ${now.toISOString()},
        ${nextPollAt('created', 0, now)}::timestamptz)
      on conflict (key) do nothing returning *`)
    if (!row) return null
    await appendEvent(req, { order, revision: 1, from: null, to: 'created', cause: { kind: 'request' }, now })
    return paymentOf(row)
  })
  const payment = kept ?? (await findPayment(req, { key: request.key }))
  if (!payment) throw new Error('The key of a payment was taken and then not found')
  return payment
}

/** Where the citizen goes from here: to the gateway, again to the gateway, or nowhere, because it is under way or over. */
async function handOver(req: PayloadRequest, desk: PaymentDesk, payment: Payment): Promise<OpenedOutcome> {
  const provider = desk.providers.of(payment.gateway)
  if (!provider) return { kind: 'no-gateway' }
  if (payment.state === 'created') return start(req, desk, provider, payment)
  if (payment.state !== 'sent') return { kind: 'opened', payment, handOver: null }
  // A form is signed afresh: the gateway looks at its hour.
  if (payment.handOver?.kind === 'redirect') return { kind: 'opened', payment, handOver: payment.handOver }
  const again = await provider.start(orderOf(desk, provider, payment))
  return again.kind === 'started' ? { kind: 'opened', payment, handOver: again.handOver } : { kind: 'gateway-refuses' }
}

const startLease = '20 seconds'

async function start(
  req: PayloadRequest,
  desk: PaymentDesk,
  provider: PaymentProvider,
  payment: Payment,
): Promise<OpenedOutcome> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  // Counted before the gateway is asked: an attempt whose answer is lost is not repeated under the same name.
  const { rows } = await pool.query<PaymentRow>(
    `update avizier.payments set starts = starts + 1, starting_until = now() + interval '${startLease}'
     where order_id = $1 and state = 'created' and (starting_until is null or starting_until < now()) returning *`,
    [payment.order],
  )
  if (!rows[0]) return startedElsewhere(req, desk, payment)
  const attempt = paymentOf(rows[0])
  let started: Started
  try {
    started = await provider.start(orderOf(desk, provider, attempt))
  } catch (error) {
    req.payload.logger.warn(`The payment ${payment.order} could not be started: ${faultOf(error)}`)
    await pool.query('update avizier.payments set starting_until = null where order_id = $1', [payment.order])
    return { kind: 'gateway-away' }
  }
  const now = new Date()
  return inTransaction(req, async () => {
    const locked = await lockPayment(req, payment.order)
    if (locked?.state !== 'created') return { kind: 'opened', payment: locked ?? payment, handOver: null } as const
    if (started.kind === 'refused') {
      const cause = { kind: 'start', reason: started.code } as const
      await movePayment(req, locked, { to: 'declined', cause, now })
      return { kind: 'gateway-refuses' } as const
    }
    const transaction = await transactionOf(req)
    await transaction.rows(sql`update avizier.payments set starting_until = null,
      hand_over = ${JSON.stringify(started.handOver)}::jsonb where order_id = ${payment.order}`)
    const { handOver, providerRef } = started
    const sent = await movePayment(req, locked, { to: 'sent', providerRef, cause: { kind: 'start' }, now })
    return { kind: 'opened', payment: sent, handOver } as const
  })
}

/** A double click: the first of the two is asking the gateway, and its answer serves both. */
async function startedElsewhere(req: PayloadRequest, desk: PaymentDesk, payment: Payment): Promise<OpenedOutcome> {
  for (let waited = 0; waited < 50; waited++) {
    await pause(250)
    const found = await findPayment(req, { order: payment.order })
    if (found && found.state !== 'created') return handOver(req, desk, found)
  }
  return { kind: 'gateway-away' }
}

const orderOf = ({ siteUrl }: PaymentDesk, provider: PaymentProvider, payment: Payment) => ({
  order: attemptName(payment.order, payment.starts),
  amountBani: payment.amountBani,
  description: payment.description,
  payer: payment.payer,
  noticeUrl: `${siteUrl}/api/plati/${provider.name}/ipn`,
  returnUrl: `${siteUrl}${paymentPath(payment.order)}`,
})
