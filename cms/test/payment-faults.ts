import type { Client } from 'pg'
import type { PaymentState } from '../src/payments/contract.ts'
import type { ScenarioName } from '../src/payments/sandbox/scenarios.ts'
import type { Transaction } from '../src/payments/sandbox/transaction.ts'

export type PlayedPayment = { order: string; fine: string; scenario: ScenarioName }

/** Where a payment may end, two weeks after everything has happened; a lie that the gateway contradicts may come late. */
const endings: Record<ScenarioName, readonly PaymentState[]> = {
  paid: ['paid'],
  delayed: ['paid'],
  silent: ['paid'],
  tripled: ['paid'],
  shuffled: ['paid'],
  slow: ['paid'],
  secondCard: ['paid'],
  twice: ['paid'],
  old: ['paid'],
  declined: ['declined'],
  tampered: ['declined'],
  left: ['expired'],
  forged: ['expired'],
  weakAlgorithm: ['expired'],
  noAlgorithm: ['expired'],
  otherMerchant: ['expired'],
  refunded: ['refunded'],
  disputed: ['review', 'paid'],
  short: ['review', 'paid'],
  wrongAmount: ['review', 'paid'],
  euro: ['review', 'paid'],
}

type Row = {
  order_id: string
  gateway: string
  state: PaymentState
  matter: string
  paid_at: Date | null
  revision: number
  events: { from: PaymentState | null; to: PaymentState; cause: string; revision: number }[]
  receipts: number
  /** Of those receipts, the ones whose money has gone back: their debt may be paid, and have one, again. */
  returned: number
  refunds: string[]
  again: number
}

/** Every way in which the books, the journal or the receipts are not what they must be. */
export async function faultsOfPayments(
  database: Pick<Client, 'query'>,
  {
    played,
    acknowledged,
    transactions,
  }: { played: readonly PlayedPayment[]; acknowledged: readonly string[]; transactions: readonly Transaction[] },
): Promise<{ faults: string[]; notices: number; polls: number; receipts: number }> {
  const faults: string[] = []
  const { rows } = await database.query<Row>(`
    select p.order_id, p.gateway, p.state, p.matter, p.paid_at, p.revision,
      (select json_agg(json_build_object('from', from_state, 'to', to_state, 'cause', cause, 'revision', revision) order by revision)
        from avizier.payment_events e where e.order_id = p.order_id) as events,
      (select count(*)::int from public.test_receipts r where r.order_id = p.order_id) as receipts,
      (select count(*)::int from public.test_receipts r where r.order_id = p.order_id and r.is_returned) as returned,
      (select coalesce(json_agg(reason), '[]') from public.test_refunds r where r.order_id = p.order_id) as refunds,
      (select count(*)::int from avizier.payments_again a where a.order_id = p.order_id) as again
    from avizier.payments p`)
  const byOrder = new Map(rows.map((row) => [row.order_id, row]))
  for (const { order, scenario } of played) {
    const row = byOrder.get(order)
    if (!row) faults.push(`${order} is not in the book`)
    else {
      const wrong = faultsOfOne(
        row,
        scenario,
        transactions.filter((each) => each.order.startsWith(order)),
      )
      faults.push(...wrong.map((fault) => `${row.gateway} ${order} (${scenario}): ${fault}`))
    }
  }
  faults.push(...faultsOfDebts(rows))
  const { rows: receipts } = await database.query<{ number: number }>(
    'select number from public.test_receipts order by number',
  )
  if (receipts.some(({ number }, index) => number !== index + 1)) faults.push('the numbers of receipts have a gap')

  const { rows: notices } = await database.query<{ body: Buffer; verdict: string | null }>(
    'select body, verdict from avizier.payment_notices',
  )
  const unjudged = notices.filter(({ verdict }) => verdict === null).length
  if (unjudged > 0) faults.push(`${unjudged} notices have no verdict`)
  const kept = countOf(notices.map(({ body }) => body.toString('base64')))
  for (const [body, count] of countOf(acknowledged))
    if ((kept.get(body) ?? 0) < count)
      faults.push(`a notice was acknowledged ${count} times and kept ${kept.get(body) ?? 0} times`)
  const { rows: polls } = await database.query<{ count: number }>('select count(*)::int from avizier.payment_polls')
  return { faults, notices: notices.length, polls: polls[0]?.count ?? 0, receipts: receipts.length }
}

function faultsOfOne(row: Row, scenario: ScenarioName, transactions: readonly Transaction[]): string[] {
  const faults: string[] = []
  const { state, events, paid_at, receipts, refunds, again } = row
  if (!endings[scenario].includes(state)) faults.push(`it is ${state}`)
  const isLie = ['short', 'wrongAmount', 'euro'].includes(scenario)
  if (isLie && events.some(({ to, cause }) => to === 'paid' && cause !== 'poll')) faults.push('a lie made it paid')
  const truths = transactions.map(({ truth }) => truth)
  if (paid_at !== null && !truths.some((truth) => ['paid', 'refunded', 'disputed'].includes(truth)))
    faults.push('it is paid and the gateway has no money')
  const counted = receipts + refunds.filter((reason) => reason === 'paid-twice').length
  if (counted !== (paid_at === null ? 0 : 1)) faults.push(`it was counted ${counted} times`)
  // Netopia tells of a second transaction in its notice alone, which may have come to nobody while everything was down.
  const isTold = row.gateway === 'euplatesc' || transactions.at(-1)?.told.some(({ answer }) => answer.startsWith('200'))
  if (scenario === 'twice' && again !== (isTold ? 1 : 0)) faults.push(`its second transaction was noted ${again} times`)
  if (refunds.filter((reason) => reason === 'paid-again').length !== again)
    faults.push('its second transaction was not told once')
  if (row.revision !== events.length || events.some(({ revision }, index) => revision !== index + 1))
    faults.push('its story has a gap')
  if (events.some(({ from }, index) => from !== (events[index - 1]?.to ?? null)))
    faults.push('its story does not hang together')
  return faults
}

/** One receipt for one debt that was paid, and for every other payment of it money to give back. */
function faultsOfDebts(rows: readonly Row[]): string[] {
  const debts = new Map<string, Row[]>()
  for (const row of rows) debts.set(row.matter, [...(debts.get(row.matter) ?? []), row])
  return [...debts].flatMap(([matter, payments]) => {
    const receipts = payments.reduce((sum, each) => sum + each.receipts, 0)
    const standing = receipts - payments.reduce((sum, each) => sum + each.returned, 0)
    const isPaid = payments.some(({ paid_at }) => paid_at !== null)
    return standing <= 1 && receipts > 0 === isPaid ? [] : [`${matter} has ${receipts} receipts, ${standing} stand`]
  })
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
