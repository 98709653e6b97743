import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { openRefund } from './open-refund.action.ts'

const every = 60_000

/** Starts looking for fees of what is no request any more; the answer stops it. */
export function startHealingFees(payload: Payload): () => void {
  let isStopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    await healFees(payload, new Date()).catch((err) =>
      payload.logger.error({ err, msg: 'Fees could not be looked over' }),
    )
    if (!isStopped) timer = setTimeout(round, every)
  }
  timer = setTimeout(round, every)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/**
 * A fee is paid for a registered request alone, so money never comes before its paper. What was withdrawn or voided
 * after it was paid opens the task of giving the fee back. Answers how many were opened.
 */
export async function healFees(payload: Payload, now: Date): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: number; order: string; bani: number }>(
    `select p.id::int as id, p.order_id as "order", p.amount_bani as bani
     from avizier.paid_fees f
       join avizier.payments p on p.id = f.payment_id
       join record.registry r on r.id = f.entry_id
     where r.state in ('voided', 'withdrawn') and not f.is_refunded and p.state = 'paid'
       and not exists (select 1 from avizier.refund_tasks t where t.payment_id = p.id)
     order by p.id limit 100`,
  )
  for (const { id, order, bani } of rows) {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () =>
      openRefund(req, { payment: { id, order, amountBani: bani }, reason: 'filing-over', now }),
    )
  }
  return rows.length
}
