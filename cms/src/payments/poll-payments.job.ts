import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { GatewayName } from './contract.ts'
import { faultOf } from './fault-of.ts'
import { lockPayment, movePayment, nextPollAt } from './move-payment.action.ts'
import { attemptName } from './order-id.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { PaymentProvider, StatusReading } from './payment-provider.ts'
import { type Payment, type PaymentRow, paymentOf } from './payment-row.ts'
import { isLeft } from './poll-schedule.ts'
import { settlePayment, type Verdict } from './settle-payment.action.ts'
import { judgeNotice, unjudgedNotices } from './take-notice.action.ts'

const every = 1_000
/** What could not be judged is tried again this often: a fault that stays is not logged every second. */
const judgeEvery = 15_000
const batch = 8
const lease = '60 seconds'

/** Starts asking gateways about what is not settled, and judging what was journalled and not judged; the answer stops it. */
export function startPollingPayments(payload: Payload, desk: PaymentDesk): () => void {
  let isStopped = false
  let timer: NodeJS.Timeout
  let judgedAt = 0
  const round = async () => {
    let polled = 0
    try {
      if (Date.now() - judgedAt > judgeEvery) {
        judgedAt = Date.now()
        await judgeWaitingNotices(payload, desk, new Date())
      }
      polled = await pollDuePayments(payload, desk, new Date())
    } catch (error) {
      payload.logger.error(`A round of payments failed; the next one tries again: ${faultOf(error)}`)
    }
    if (!isStopped) timer = setTimeout(round, polled === batch ? 0 : every)
  }
  timer = setTimeout(round, every)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/** Judges what a crash, or an order that was not there yet, has left unjudged. Answers how many were. */
export async function judgeWaitingNotices(payload: Payload, desk: PaymentDesk, now: Date): Promise<number> {
  const req = await createLocalReq({}, payload)
  const heard = GatewayName.options.filter((gateway) => desk.providers.of(gateway) !== null)
  const notices = await unjudgedNotices(req, heard, now)
  for (const notice of notices) {
    try {
      await judgeNotice(req, desk, notice, now)
    } catch (error) {
      payload.logger.error(`Notice ${notice.id} could not be judged: ${faultOf(error)}`)
    }
  }
  return notices.length
}

/** Asks about a batch of what is due. Each is leased while it is asked about, so that two processes do not ask twice. */
export async function pollDuePayments(payload: Payload, desk: PaymentDesk, now: Date): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<PaymentRow & { next_poll_at: Date }>(
    `update avizier.payments set polling_until = $1::timestamptz + interval '${lease}'
     where order_id in (
       select order_id from avizier.payments
       where next_poll_at <= $1 and (polling_until is null or polling_until < $1)
       order by next_poll_at limit ${batch} for update skip locked)
     returning *`,
    [now.toISOString()],
  )
  await Promise.all(
    rows.map(async (row) => {
      try {
        await pollPayment(payload, desk, { payment: paymentOf(row), dueAt: row.next_poll_at, now })
      } catch (error) {
        payload.logger.error(`The payment ${row.order_id} could not be polled: ${faultOf(error)}`)
      }
    }),
  )
  return rows.length
}

/** Asks the gateway about one payment, journals the answer as it came, and lets it move the payment. */
async function pollPayment(
  payload: Payload,
  desk: PaymentDesk,
  { payment, dueAt, now }: { payment: Payment; dueAt: Date; now: Date },
): Promise<void> {
  const provider = desk.providers.of(payment.gateway)
  if (!provider) return
  const req = await createLocalReq({}, payload)
  const { id, reading } = await ask(req, payment, 'status', now, () =>
    provider.fetchStatus({ order: attemptName(payment.order, payment.starts), providerRef: payment.providerRef }),
  )
  const after = await inTransaction(req, async () => {
    const verdict = reading ? await settle(req, desk, { payment, provider, reading, id, now }) : 'away'
    await noteVerdict(req, id, verdict, now)
    const locked = await lockPayment(req, payment.order)
    if (!locked) throw new Error(`The payment ${payment.order} is not there`)
    const polls = locked.state === payment.state ? locked.polls + 1 : locked.polls
    const transaction = await transactionOf(req)
    // Whoever has asked for an earlier question in the meantime is not overruled.
    await transaction.rows(sql`update avizier.payments set polls = ${polls}, polling_until = null,
      next_poll_at = case when next_poll_at = ${dueAt.toISOString()}::timestamptz
        then ${nextPollAt(locked.state, polls, now)}::timestamptz else next_poll_at end
      where order_id = ${payment.order}`)
    return locked
  })
  if (after.state === 'refundPending' && reading?.kind === 'told') await giveBack(req, provider, after, now)
}

async function settle(
  req: PayloadRequest,
  desk: PaymentDesk,
  {
    payment,
    provider,
    reading,
    id,
    now,
  }: { payment: Payment; provider: PaymentProvider; reading: StatusReading; id: number; now: Date },
): Promise<Verdict> {
  if (reading.kind === 'unreadable') return 'unreadable'
  const verdicts: Verdict[] = []
  for (const report of reading.kind === 'told' ? reading.reports : []) {
    const cause = { kind: 'poll', id } as const
    verdicts.push(await settlePayment(req, desk, { gateway: provider.name, report, isProof: true, cause, now }))
  }
  const isUntouched = reading.kind === 'unknown' || reading.reports.every(({ event }) => event === 'opened')
  const locked = await lockPayment(req, payment.order)
  if (locked && isUntouched && ['created', 'sent', 'pending'].includes(locked.state) && isLeft({ ...locked, now })) {
    await movePayment(req, locked, { to: 'expired', cause: { kind: 'clock', id }, now })
    verdicts.push('expired')
  }
  return verdicts.join(', ') || 'unknown'
}

/** The gateway has just said that it still holds the money: only then is it asked to give it back. */
async function giveBack(req: PayloadRequest, provider: PaymentProvider, payment: Payment, now: Date): Promise<void> {
  const { order, providerRef, amountBani } = payment
  const { id, reading } = await ask(req, payment, 'refund', now, () =>
    provider.refund({
      order: attemptName(order, payment.starts),
      providerRef,
      amountBani,
      reason: `Restituire ${order}`,
    }),
  )
  await inTransaction(req, async () => {
    await noteVerdict(req, id, reading?.kind ?? 'away', now)
    const locked = await lockPayment(req, order)
    if (reading?.kind !== 'refused' || locked?.state !== 'refundPending') return
    const cause = { kind: 'poll', id, reason: reading.code } as const
    await movePayment(req, locked, { to: 'review', reviewReason: 'refund-refused', cause, now })
  })
}

/** The question stands in the journal before it is asked, and the answer before it is judged. */
async function ask<Reading>(
  req: PayloadRequest,
  payment: Payment,
  question: 'status' | 'refund',
  now: Date,
  put: () => Promise<{ raw: string; reading: Reading }>,
): Promise<{ id: number; reading: Reading | null }> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: string }>(
    'insert into avizier.payment_polls (order_id, question, asked_at) values ($1, $2, $3) returning id',
    [payment.order, question, now.toISOString()],
  )
  const id = Number(rows[0]?.id)
  let told: { raw: string; reading: Reading }
  try {
    told = await put()
  } catch (error) {
    req.payload.logger.warn(`${payment.gateway} did not answer about ${payment.order}: ${faultOf(error)}`)
    return { id, reading: null }
  }
  await pool.query('update avizier.payment_polls set answer = $2 where id = $1', [id, told.raw.replaceAll('\0', '')])
  return { id, reading: told.reading }
}

async function noteVerdict(req: PayloadRequest, id: number, verdict: Verdict, now: Date): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.rows(
    sql`update avizier.payment_polls set verdict = ${verdict}, judged_at = ${now.toISOString()} where id = ${id}`,
  )
}
