import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, SanitizedConfig } from 'payload'
import type { Pool } from 'pg'
import { transactionOf } from '../src/database/transaction.ts'
import type { GatewayName } from '../src/payments/contract.ts'
import { followPaid, followPaidAgain } from '../src/payments/follow-paid.action.ts'
import { followRefunded } from '../src/payments/follow-refunded.action.ts'
import type { PaymentDesk } from '../src/payments/payment-desk.ts'
import type { PaymentProvider } from '../src/payments/payment-provider.ts'
import { paymentEndpoints } from '../src/payments/payments.endpoint.ts'
import { judgeWaitingNotices, pollDuePayments } from '../src/payments/poll-payments.job.ts'
import { euplatesc } from '../src/payments/providers/euplatesc.ts'
import { netopia } from '../src/payments/providers/netopia.ts'
import type { SandboxKeys } from '../src/payments/sandbox/sandbox-keys.ts'

export const providerOf = (gateway: GatewayName, address: string, keys: SandboxKeys): PaymentProvider =>
  gateway === 'netopia'
    ? netopia({ url: `${address}/netopia`, ...keys.netopia })
    : euplatesc({ url: `${address}/euplatesc/tranzactd.php`, apiUrl: `${address}/euplatesc/ws`, ...keys.euplatesc })

/** Receipts and refunds as plain as can be: what payments promise to whoever gives them is seen in these tables. */
export const makeTrialTables = (pool: Pick<Pool, 'query'>): Promise<unknown> =>
  pool.query(
    `create table if not exists public.test_receipts (
       number integer unique, order_id text unique, matter text unique, is_returned boolean default false);
     create table if not exists public.test_refunds (order_id text, reason text)`,
  )

/** A desk that takes any fine for 290,50 lei, gives one numbered receipt for one debt, and notes what is to be given back. */
export function trialDesk({
  chosen,
  of,
}: {
  chosen: () => PaymentProvider
  of: (gateway: GatewayName) => PaymentProvider | null
}): PaymentDesk {
  const note = async (req: Parameters<PaymentDesk['onPaid']>[0], order: string, reason: string) => {
    const transaction = await transactionOf(req)
    await transaction.rows(sql`insert into public.test_refunds values (${order}, ${reason})`)
  }
  return {
    providers: {
      get chosen() {
        return chosen()
      },
      of,
    },
    siteUrl: '',
    payables: async (_, { subject }) => {
      const matter = `fine:${subject['fine']}`
      return { kind: 'payable', matter, description: 'Amendă', amountBani: 29_050, details: subject }
    },
    onPaid: async (req, { order, matter }) => {
      const transaction = await transactionOf(req)
      await transaction.rows(sql`lock table public.test_receipts in exclusive mode`)
      const given = await transaction.rows(sql`insert into public.test_receipts
        select coalesce(max(number), 0) + 1, ${order}, ${matter} from public.test_receipts
        having not exists (select from public.test_receipts where matter = ${matter}) returning number`)
      if (given.length === 0) await note(req, order, 'paid-twice')
    },
    onPaidAgain: (req, { payment }) => note(req, payment.order, 'paid-again'),
    onRefunded: (req, { order }) => note(req, order, 'returned'),
  }
}

/** The same views of the town's own receipts and refund tasks, so that both are judged alike. */
export const showRealMoney = (pool: Pick<Pool, 'query'>): Promise<unknown> =>
  pool.query(
    `create or replace view public.test_receipts as
       select r.number::int as number, p.order_id, r.matter,
         exists (select from avizier.receipt_returns b where b.receipt_id = r.id) as is_returned
       from avizier.receipts r join avizier.payments p on p.id = r.payment_id;
     create or replace view public.test_refunds as
       select payment_order as order_id, case when provider_ref = '' then reason else 'paid-again' end as reason
       from avizier.refund_tasks`,
  )

/** The town's own desk, its receipts, refunds and letters, for fines that stand in no register. */
export function townDesk(given: Parameters<typeof trialDesk>[0]): PaymentDesk {
  return {
    ...trialDesk(given),
    payables: async (_, { subject }) => ({
      kind: 'payable',
      matter: `fine:${subject['fine']}`,
      description: 'Amendă',
      amountBani: 29_050,
      details: { paperKey: subject['fine'], written: subject['fine'], fineId: null, offenderDigest: 'x'.repeat(64) },
    }),
    onPaid: followPaid,
    onPaidAgain: followPaidAgain,
    onRefunded: followRefunded,
  }
}

/** Serves a desk in place of the one that the record was configured with. */
export function serveDesk(config: SanitizedConfig, desk: PaymentDesk): void {
  const others = config.endpoints.filter(({ path }) => !path.startsWith('/payments'))
  config.endpoints = [...others, ...paymentEndpoints(desk)] as typeof config.endpoints
}

/** Lets time pass: everything that is due until then is judged and asked about. */
export async function letTimePass(payload: Payload, desk: PaymentDesk, hours: number): Promise<void> {
  const start = Date.now()
  for (let at = 0; at < hours * 1.25; at += Math.max(0.05, at / 4)) {
    const now = new Date(start + Math.min(at, hours) * 3_600_000)
    await judgeWaitingNotices(payload, desk, now)
    while ((await pollDuePayments(payload, desk, now)) > 0);
  }
}
