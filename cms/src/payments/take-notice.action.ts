import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { type GatewayName, OrderId } from './contract.ts'
import { orderOfAttempt } from './order-id.ts'
import type { PaymentDesk } from './payment-desk.ts'
import type { NoticeAnswer, PaymentReport, RawNotice } from './payment-provider.ts'
import { hastenPoll, settlePayment, type Verdict } from './settle-payment.action.ts'

export type JournalledNotice = { id: number; gateway: GatewayName; receivedAt: Date; raw: RawNotice }

/**
 * Writes a notice down as it came, on its own: it is on the disk before anybody has looked at it.
 * @throws when it is not, so that the gateway is told to try again
 */
export async function journalNotice(
  req: PayloadRequest,
  { gateway, raw, now }: { gateway: GatewayName; raw: RawNotice; now: Date },
): Promise<JournalledNotice> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ id: string }>(
    `insert into avizier.payment_notices (gateway, received_at, body, headers) values ($1, $2, $3, $4) returning id`,
    [gateway, now.toISOString(), Buffer.from(raw.body), JSON.stringify(raw.headers)],
  )
  return { id: Number(rows[0]?.id), gateway, receivedAt: now, raw }
}

/** Judges a journalled notice by what it proved when it came; its verdict and what it moved are one transaction. */
export async function judgeNotice(
  req: PayloadRequest,
  desk: PaymentDesk,
  { id, gateway, raw, receivedAt }: JournalledNotice,
  now: Date,
): Promise<NoticeAnswer> {
  const provider = desk.providers.of(gateway)
  if (!provider) throw new Error(`Notices of ${gateway} cannot be judged without its keys`)
  const reading = provider.readNotice(raw, receivedAt)
  return inTransaction(req, async () => {
    if (reading.kind === 'refused') {
      // Anybody may claim anything: what cannot be an order of ours is not looked for.
      const claimed = OrderId.safeParse(orderOfAttempt(reading.order ?? ''))
      const order = claimed.success ? claimed.data : null
      // Signed by the gateway, and old: what it says may be true, so the gateway is asked.
      if (reading.fault === 'stale' && order) await hastenPoll(req, order, now)
      await noteVerdict(req, { id, order, report: null, verdict: reading.fault, now })
      return { refused: reading.fault }
    }
    const { report } = reading
    const cause = { kind: 'notice', id } as const
    const verdict = await settlePayment(req, desk, { gateway, report, isProof: provider.isNoticeProof, cause, now })
    await noteVerdict(req, { id, order: orderOfAttempt(report.order), report, verdict, now })
    return 'taken'
  })
}

async function noteVerdict(
  req: PayloadRequest,
  {
    id,
    order,
    report,
    verdict,
    now,
  }: { id: number; order: string | null; report: PaymentReport | null; verdict: Verdict; now: Date },
): Promise<void> {
  const transaction = await transactionOf(req)
  await transaction.rows(sql`
    update avizier.payment_notices set order_id = ${order}, report = ${report && JSON.stringify(report)}::jsonb,
      verdict = ${verdict}, judged_at = ${now.toISOString()} where id = ${id}`)
}

/** Notices that were journalled and not judged, because something was killed in between, or came before their order. */
export async function unjudgedNotices(
  req: PayloadRequest,
  gateways: readonly GatewayName[],
  now: Date,
): Promise<JournalledNotice[]> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{
    id: string
    gateway: GatewayName
    received_at: Date
    body: Buffer
    headers: Record<string, string>
  }>(
    `select id, gateway, received_at, body, headers from avizier.payment_notices n
     where gateway = any($2) and ((verdict is null and received_at < $1)
        or (verdict = 'order-unknown' and exists (select from avizier.payments p where p.order_id = n.order_id and p.gateway = n.gateway)))
     order by id limit 50`,
    [new Date(now.getTime() - 5_000).toISOString(), gateways],
  )
  return rows.map(({ id, gateway, received_at, body, headers }) => ({
    id: Number(id),
    gateway,
    receivedAt: new Date(received_at),
    raw: { body, headers },
  }))
}
