import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { addDays, type Day } from '../registry/calendar-days.ts'
import type { GatewayName, PaymentPurpose, PaymentState } from './contract.ts'

export const piles = ['all', 'review', 'unmatched', 'refunds', 'undischarged'] as const
export type Pile = (typeof piles)[number]
export const pileLabels = {
  all: 'Toate',
  review: 'De verificat',
  unmatched: 'De potrivit cu o amendă',
  refunds: 'De restituit',
  undischarged: 'De descărcat',
} as const satisfies Record<Pile, string>

export type MoneyFilter = {
  state: PaymentState | null
  purpose: PaymentPurpose | null
  gateway: GatewayName | null
  from: Day | null
  to: Day | null
  text: string
}

export type MoneyRow = {
  order: string
  purpose: PaymentPurpose
  description: string
  amountBani: number
  state: PaymentState
  gateway: GatewayName
  payer: string
  createdAt: Date
  paidAt: Date | null
  receipt: string | null
  isDischarged: boolean
  refund: string | null
}

export const moneyPageSize = 50

const from = `
  avizier.payments p
  left join avizier.receipts r on r.payment_id = p.id
  left join avizier.receipt_discharges d on d.receipt_id = r.id
  left join avizier.receipt_returns b on b.receipt_id = r.id
  left join avizier.paid_fines f on f.payment_id = p.id
  left join lateral (select t.state from avizier.refund_tasks t where t.payment_id = p.id order by t.id desc limit 1) t on true`

const conditions: Record<Pile, string> = {
  all: 'true',
  review: `p.state = 'review'`,
  unmatched: `f.payment_id is not null and f.fine_id is null and not f.is_refunded`,
  refunds: `t.state in ('open', 'requested', 'approved', 'atGateway')`,
  undischarged: `r.id is not null and d.receipt_id is null and b.receipt_id is null`,
}

const poolOf = (req: Pick<PayloadRequest, 'payload'>) => (req.payload.db as unknown as PostgresAdapter).pool

function whereOf(pile: Pile, filter: MoneyFilter): { where: string; values: unknown[] } {
  const values: unknown[] = []
  const parts = [conditions[pile]]
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value)
    parts.push(condition(`$${values.length}`))
  }
  if (filter.state) add((place) => `p.state = ${place}`, filter.state)
  if (filter.purpose) add((place) => `p.purpose = ${place}`, filter.purpose)
  if (filter.gateway) add((place) => `p.gateway = ${place}`, filter.gateway)
  const midnight = (place: string) => `(${place}::date)::timestamp at time zone 'Europe/Bucharest'`
  if (filter.from) add((place) => `coalesce(p.paid_at, p.created_at) >= ${midnight(place)}`, filter.from)
  if (filter.to) add((place) => `coalesce(p.paid_at, p.created_at) < ${midnight(place)}`, addDays(filter.to, 1))
  if (filter.text)
    add(
      (place) => `(p.order_id ilike ${place} or p.description ilike ${place} or p.payer_name ilike ${place}
        or r.series || ' ' || r.number || '/' || r.year ilike ${place})`,
      `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`,
    )
  return { where: parts.join(' and '), values }
}

const columns = `p.order_id as "order", p.purpose, p.description, p.amount_bani as "amountBani", p.state, p.gateway,
  p.payer_name as payer, p.created_at as "createdAt", p.paid_at as "paidAt",
  r.series || ' ' || r.number || '/' || r.year as receipt, d.receipt_id is not null as "isDischarged", t.state as refund`

/** A page of payments, and how many stand in each pile. */
export async function moneyList(
  req: Pick<PayloadRequest, 'payload'>,
  { pile, filter, page }: { pile: Pile; filter: MoneyFilter; page: number },
): Promise<{ rows: MoneyRow[]; hasMore: boolean; counts: Record<Pile, number> }> {
  const { where, values } = whereOf(pile, filter)
  const offset = (Math.max(1, page) - 1) * moneyPageSize
  const [found, counted] = await Promise.all([
    poolOf(req).query<MoneyRow>(
      `select ${columns} from ${from} where ${where} order by p.created_at desc, p.id desc
       limit ${moneyPageSize + 1} offset ${offset}`,
      values,
    ),
    poolOf(req).query<Record<Pile, number>>(
      `select ${piles.map((name) => `count(*) filter (where ${conditions[name]})::int as "${name}"`).join(', ')} from ${from}`,
    ),
  ])
  const counts = counted.rows[0] ?? (Object.fromEntries(piles.map((name) => [name, 0])) as Record<Pile, number>)
  return { rows: found.rows.slice(0, moneyPageSize), hasMore: found.rows.length > moneyPageSize, counts }
}

/** Everything that was paid between two days, oldest first, a thousand at a time: for the books. */
export async function* paidBetween(
  req: Pick<PayloadRequest, 'payload'>,
  { from: first, to }: { from: Day; to: Day },
): AsyncGenerator<MoneyRow & { payerEmail: string; providerRef: string | null; commissionBani: number | null }> {
  let after = 0
  for (;;) {
    const { rows } = await poolOf(req).query(
      `select p.id::int as id, ${columns}, p.payer_email as "payerEmail", p.provider_ref as "providerRef",
         (select sum(l.commission_bani)::int from avizier.settlement_lines l where l.reference = p.order_id) as "commissionBani"
       from ${from}
       where p.paid_at >= ($1::date)::timestamp at time zone 'Europe/Bucharest'
         and p.paid_at < ($2::date)::timestamp at time zone 'Europe/Bucharest' and p.id > $3
       order by p.id limit 1000`,
      [first, addDays(to, 1), after],
    )
    yield* rows
    if (rows.length < 1000) return
    after = rows.at(-1).id
  }
}

export type DayTotal = { day: Day; purpose: PaymentPurpose; count: number; bani: number }

/** What came in, by day of Bucharest and by kind, over the last days. */
export async function dailyTotals(req: Pick<PayloadRequest, 'payload'>, now: Date, days = 30): Promise<DayTotal[]> {
  const { rows } = await poolOf(req).query<DayTotal>(
    `select to_char(paid_at at time zone 'Europe/Bucharest', 'YYYY-MM-DD') as day, purpose, count(*)::int as count,
       sum(amount_bani)::int as bani
     from avizier.payments where paid_at >= ($1::date)::timestamp at time zone 'Europe/Bucharest' and refunded_at is null
     group by 1, 2 order by 1, 2`,
    [addDays(dayOf(now), 1 - days)],
  )
  return rows
}
