import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { type Transaction, transactionOf } from '../database/transaction.ts'
import { dayOf } from '../publishing/calendar.ts'
import { type Actor, mayDecideMoney, mayKeepMoney } from '../staff/roles.ts'
import { paperKey, readPaper } from './fine-paper.ts'
import { markPaid } from './match-fines.action.ts'
import type { MoneyCode } from './money-desk.ro.ts'
import { openRefund } from './open-refund.action.ts'
import { refundPayment } from './refund-payment.action.ts'
import { type RefundState, type RefundVerb, refundStep } from './refund-steps.ts'

export type MoneyOutcome = { kind: 'done' } | { kind: 'refused'; code: MoneyCode }

const refused = (code: MoneyCode): MoneyOutcome => ({ kind: 'refused', code })
const done: MoneyOutcome = { kind: 'done' }

export const actorOf = (req: PayloadRequest) => ({
  id: String(req.user?.id),
  name: String((req.user as { name?: string } | null)?.name ?? ''),
})
const mayKeep = (req: PayloadRequest) => mayKeepMoney(req.user as unknown as Actor)

async function note(req: PayloadRequest, order: string, what: string): Promise<void> {
  await appendAuditEntry(req, { action: 'update', noun: 'payments', recordId: order, title: what, revision: null })
}

/** The clerk's books have taken the debt off. */
export async function dischargeReceipt(req: PayloadRequest, order: string, now: Date): Promise<MoneyOutcome> {
  if (!mayKeep(req)) return refused('not-entitled')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [receipt] = await transaction.rows<{ id: string; number: string }>(
      sql`select id, series || ' ' || number || '/' || year as number from avizier.receipts where facts ->> 'order' = ${order}`,
    )
    if (!receipt) return refused('no-receipt')
    const actor = actorOf(req)
    const written = await transaction.rows(sql`
      insert into avizier.receipt_discharges (receipt_id, at, actor_id, actor_name)
      values (${receipt.id}, ${now.toISOString()}, ${actor.id}, ${actor.name}) on conflict do nothing returning receipt_id`)
    if (written.length === 0) return refused('discharged-already')
    await note(req, order, `${receipt.number}: descărcată în evidența fiscală`)
    return done
  })
}

/** Gives a payment from the paper the fine of the register that it is about, whatever the citizen mistyped. */
export async function matchFine(
  req: PayloadRequest,
  { order, serie, numar }: { order: string; serie: string; numar: string },
  now: Date,
): Promise<MoneyOutcome> {
  if (!mayKeep(req)) return refused('not-entitled')
  const read = readPaper({ series: serie, number: numar })
  if (read.kind === 'faulty') return refused('fine-unknown')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [paid] = await transaction.rows<{
      payment_id: string
      fine_id: number | null
      amount_bani: string
      paid_at: string
    }>(sql`
      select f.payment_id, f.fine_id, f.amount_bani, f.paid_at from avizier.paid_fines f
        join avizier.payments p on p.id = f.payment_id
      where p.order_id = ${order} for update of f`)
    if (!paid) return refused('order-unknown')
    if (paid.fine_id !== null) return refused('matched-already')
    const [fine] = await transaction.rows<{ id: number }>(
      sql`select id from fines where paper_key = ${paperKey(read.paper)} and state = 'due' for update`,
    )
    if (!fine) return refused('fine-unknown')
    await markPaid(req, { fineId: fine.id, paidAt: new Date(paid.paid_at), amountBani: Number(paid.amount_bani) })
    await transaction.rows(sql`
      update avizier.paid_fines set fine_id = ${fine.id}, matched_at = ${now.toISOString()}, matched_by = ${actorOf(req).name}
      where payment_id = ${paid.payment_id}`)
    await note(req, order, `potrivită cu ${paperKey(read.paper)}`)
    return done
  })
}

/** The payer asks for the money back, or a clerk sees that it has to go. */
export async function askRefund(req: PayloadRequest, order: string, now: Date): Promise<MoneyOutcome> {
  if (!mayKeep(req)) return refused('not-entitled')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [payment] = await transaction.rows<{ id: string; amount_bani: number; state: string }>(
      sql`select id, amount_bani, state from avizier.payments where order_id = ${order}`,
    )
    if (!payment) return refused('order-unknown')
    const open = await transaction.rows(
      sql`select 1 from avizier.refund_tasks where payment_order = ${order} and provider_ref = ''`,
    )
    if (payment.state !== 'paid' || open.length > 0) return refused('only-owed')
    const money = { id: Number(payment.id), order, amountBani: payment.amount_bani }
    await openRefund(req, { payment: money, reason: 'asked', now })
    await note(req, order, 'restituire deschisă')
    return done
  })
}

type Task = {
  id: string
  payment_order: string
  provider_ref: string
  state: RefundState
  prepared_by: string | null
  paid_at: string
}

/** One step of a refund task: who may, from where, and what it starts. */
export async function stepRefund(
  req: PayloadRequest,
  { taskId, verb, note: words }: { taskId: number; verb: RefundVerb; note: string },
  now: Date,
): Promise<MoneyOutcome> {
  if (!mayDecideMoney(req.user as unknown as Actor)) return refused('not-entitled')
  if (verb !== 'askGateway' && verb !== 'approve' && words.trim().length < 3) return refused('reason-missing')
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const task = await lockTask(transaction, taskId)
    if (!task) return refused('order-unknown')
    const actor = actorOf(req)
    const days = { paidOn: dayOf(task.paid_at), today: dayOf(now) }
    const step = refundStep(verb, { state: task.state, preparedBy: task.prepared_by, ...days }, actor.id)
    if (step.kind === 'refused') return refused(step.code)
    if (verb === 'askGateway') {
      // A second transaction of an order is unknown to the order's own refund: it goes back from the treasury.
      if (task.provider_ref !== '') return refused('settled-already')
      const asked = await refundPayment(req, { order: task.payment_order, reason: words, actor, now })
      if (asked.kind === 'refused') return refused('not-from-this-state')
    }
    await transaction.rows(sql`
      update avizier.refund_tasks set state = ${step.to},
        requested_on = case when ${verb} = 'request' then ${days.today}::date else requested_on end
      where id = ${task.id}`)
    await transaction.rows(sql`
      insert into avizier.refund_steps (task_id, verb, at, actor_id, actor_name, note)
      values (${task.id}, ${verb}, ${now.toISOString()}, ${actor.id}, ${actor.name}, ${words.trim()})`)
    if (verb === 'return') await noteReturned(transaction, task, now)
    await note(req, task.payment_order, `restituire: ${verb}`)
    return done
  })
}

async function lockTask(transaction: Transaction, id: number): Promise<Task | null> {
  const [task] = await transaction.rows<Task>(sql`
    select t.id, t.payment_order, t.provider_ref, t.state, p.paid_at,
      (select s.actor_id from avizier.refund_steps s where s.task_id = t.id and s.verb in ('open', 'request')
       and s.actor_id is not null order by s.id desc limit 1) as prepared_by
    from avizier.refund_tasks t join avizier.payments p on p.id = t.payment_id
    where t.id = ${id} for update of t`)
  return task ?? null
}

/** Money that went back from the treasury: the receipt says so, and the debt it paid is due again. */
async function noteReturned(
  transaction: Transaction,
  { payment_order: order, provider_ref }: Task,
  now: Date,
): Promise<void> {
  if (provider_ref !== '') return
  await transaction.rows(sql`
    insert into avizier.receipt_returns (receipt_id, at)
    select id, ${now.toISOString()} from avizier.receipts where facts ->> 'order' = ${order} on conflict do nothing`)
  await transaction.rows(sql`
    with returned as (
      update avizier.paid_fines f set is_refunded = true from avizier.payments p
      where p.id = f.payment_id and p.order_id = ${order} returning f.fine_id
    )
    update fines set state = 'due', paid_on = null, paid_bani = null, paid_through = null, updated_at = now()
    from returned where fines.id = returned.fine_id and fines.state = 'paid' and fines.paid_through = 'card'`)
  await transaction.rows(sql`
    update avizier.paid_fees f set is_refunded = true from avizier.payments p
    where p.id = f.payment_id and p.order_id = ${order}`)
}
