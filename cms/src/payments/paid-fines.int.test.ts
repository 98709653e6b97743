import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followed } from '../../test/followed.ts'
import { cnps } from '../../test/paid.ts'
import { openPaymentTown } from '../../test/payment-town.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import type { GatewayName } from './contract.ts'
import { followPaid, followPaidAgain } from './follow-paid.action.ts'
import { followRefunded } from './follow-refunded.action.ts'
import { offenderDigest } from './offender.ts'
import { payables } from './payables.action.ts'
import type { ScenarioName } from './sandbox/scenarios.ts'

let record: TestRecord
let cashier = ''
let papers = 20_000
beforeAll(async () => {
  record = await openTestRecord()
  process.env['PAYMENTS_GATEWAY'] = 'sandbox-netopia'
  cashier = (await record.signIn('cashier')).token
})

/** What the books hold of a fine: its receipts that stand, its state, and what has to go back. */
async function booksOf(number: string) {
  const { rows } = await record.pool.query(
    `select f.state,
       (select count(*)::int from avizier.receipts r where r.matter like 'fine:' || f.paper_key || ':%'
         and not exists (select 1 from avizier.receipt_returns b where b.receipt_id = r.id)) as receipts,
       (select coalesce(array_agg(t.reason || ' ' || t.state order by t.id), '{}') from avizier.refund_tasks t
         join avizier.payments p on p.id = t.payment_id where p.matter like 'fine:' || f.paper_key || ':%') as refunds
     from record.fines f where f.number = $1`,
    [number],
  )
  return rows[0]
}

describe.each(['netopia', 'euplatesc'] as const)('a fine of the register, paid through %s', (name: GatewayName) => {
  let town: Awaited<ReturnType<typeof openPaymentTown>>
  beforeAll(async () => {
    town = await openPaymentTown(record, name)
    Object.assign(town.desk, { payables, onPaid: followPaid, onPaidAgain: followPaidAgain, onRefunded: followRefunded })
  })
  afterAll(() => town.close())

  async function aFine(): Promise<string> {
    const number = String(++papers)
    const response = await record.rest('POST', '/fines', {
      token: cashier,
      body: {
        series: 'SCZ',
        number,
        issuer: 'own',
        issuedOn: '2026-11-11',
        basis: 'localDecision',
        offenderKind: 'person',
        identifier: cnps[0],
        domicile: 'here',
        applied: '200',
      },
    })
    expect(response.status).toBe(201)
    return number
  }
  async function openFor(number: string, key = randomUUID()): Promise<string> {
    const digest = offenderDigest(cnps[0], record.payload.secret)
    const { status, body } = await town.ask({
      key,
      purpose: 'fine',
      subject: {
        serie: 'SCZ',
        numar: number,
        data: '2026-11-11',
        emitent: 'own',
        fel: 'person',
        domiciliu: 'here',
        offender: { kind: 'person', digest, masked: '1***********8' },
      },
      payer: { name: 'Ana Pop', email: 'ana.pop@posta.example' },
    })
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    if (body.handOver) await followed(body.handOver)
    return body.payment.order
  }

  const cases: [ScenarioName, { state: string; receipts: number; refunds: string[] }][] = [
    ['paid', { state: 'paid', receipts: 1, refunds: [] }],
    ['tripled', { state: 'paid', receipts: 1, refunds: [] }],
    ['shuffled', { state: 'paid', receipts: 1, refunds: [] }],
    ['silent', { state: 'paid', receipts: 1, refunds: [] }],
    ['declined', { state: 'due', receipts: 0, refunds: [] }],
    ['short', { state: 'due', receipts: 0, refunds: [] }],
    ['euro', { state: 'due', receipts: 0, refunds: [] }],
    ['forged', { state: 'due', receipts: 0, refunds: [] }],
    ['twice', { state: 'paid', receipts: 1, refunds: ['paid-twice open'] }],
    ['refunded', { state: 'due', receipts: 0, refunds: [] }],
  ]
  it.each(cases)('in the case "%s" stands in the books as it should', async (scenario, books) => {
    const number = await aFine()
    const order = await openFor(number)
    await town.gateway.play(order, scenario)
    await town.untilLater(1)
    expect(await booksOf(number)).toEqual(books)
  })

  it('by two people at once is one receipt, and one payment to give back', async () => {
    const number = await aFine()
    const orders = [await openFor(number), await openFor(number)]
    await Promise.all(orders.map((order) => town.gateway.play(order, 'paid')))
    await town.untilLater(1)
    expect(await booksOf(number)).toEqual({ state: 'paid', receipts: 1, refunds: ['paid-twice open'] })
  })

  it('is refused to whoever comes after', async () => {
    const number = await aFine()
    await town.gateway.play(await openFor(number), 'paid')
    await town.untilLater(1)
    await expect(openFor(number)).rejects.toThrow(/409|422/)
  })
})

it('the receipts of all that have no gap', async () => {
  const { rows } = await record.pool.query('select number from avizier.receipts order by number')
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
})
