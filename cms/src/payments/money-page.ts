import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Day } from '../registry/calendar-days.ts'
import { OrderId } from './contract.ts'
import { findPayment } from './open-payment.action.ts'
import type { Payment } from './payment-row.ts'
import { type KeptReceipt, receiptOfOrder } from './read-receipt.ts'
import type { RefundReason, RefundState } from './refund-steps.ts'

export type RefundTask = {
  id: number
  reason: RefundReason
  state: RefundState
  amountBani: number
  providerRef: string
  requestedOn: Day | null
  preparedBy: string | null
  steps: { id: number; verb: string; at: Date; actorName: string; note: string }[]
}

export type MoneyPage = {
  payment: Payment
  receipt: KeptReceipt | null
  /** The fine of the register that it has paid, null title while it has none; null for what is no fine, or is not paid. */
  matched: { title: string | null } | null
  refunds: RefundTask[]
}

/** Everything the clerk's page of a payment shows besides its story. */
export async function moneyPage(req: PayloadRequest, name: string): Promise<MoneyPage | null> {
  const order = OrderId.safeParse(name)
  const payment = order.success ? await findPayment(req, { order: order.data }) : null
  if (!payment) return null
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [receipt, matched, tasks, steps] = await Promise.all([
    receiptOfOrder(req, payment.order),
    pool.query<{ title: string | null }>(
      `select f.title from avizier.paid_fines p left join record.fines f on f.id = p.fine_id where p.payment_id = $1`,
      [payment.id],
    ),
    pool.query<Omit<RefundTask, 'steps' | 'preparedBy'>>(
      `select id::int, reason, state, amount_bani::int as "amountBani", provider_ref as "providerRef",
         to_char(requested_on, 'YYYY-MM-DD') as "requestedOn"
       from avizier.refund_tasks where payment_id = $1 order by id`,
      [payment.id],
    ),
    pool.query<RefundTask['steps'][number] & { taskId: number; actorId: string | null }>(
      `select s.id::int, s.task_id::int as "taskId", s.verb, s.at, s.actor_id as "actorId", s.actor_name as "actorName", s.note
       from avizier.refund_steps s join avizier.refund_tasks t on t.id = s.task_id where t.payment_id = $1 order by s.id`,
      [payment.id],
    ),
  ])
  return {
    payment,
    receipt,
    matched: matched.rows[0] ?? null,
    refunds: tasks.rows.map((task) => {
      const own = steps.rows.filter(({ taskId }) => taskId === task.id)
      const prepared = own.filter(({ verb, actorId }) => actorId !== null && ['open', 'request'].includes(verb)).at(-1)
      return { ...task, steps: own, preparedBy: prepared?.actorId ?? null }
    }),
  }
}
