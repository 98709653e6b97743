import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaymentTown } from '../../test/payment-town.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { decidePayment } from './decide-payment.action.ts'
import type { PaymentProvider } from './payment-provider.ts'
import { storyOf } from './payment-story.ts'
import { refundPayment } from './refund-payment.action.ts'

let record: TestRecord
let req: PayloadRequest
beforeAll(async () => {
  record = await openTestRecord()
  req = await createLocalReq({}, record.payload)
})
const actor = { id: '1', name: 'Ioana Moise' }

describe.each(['netopia', 'euplatesc'] as const)('money that goes back through %s', (name) => {
  let town: Awaited<ReturnType<typeof openPaymentTown>>
  beforeAll(async () => {
    town = await openPaymentTown(record, name)
  })
  afterAll(() => town.close())
  const paidOrder = async () => {
    const order = await town.played('paid')
    await town.untilLater(0.1)
    return order
  }
  const refund = (order: string) => refundPayment(req, { order, reason: 'Plătită de două ori', actor, now: new Date() })
  const truthOf = (order: string) => [...town.gateway.transactions.values()].find((each) => each.order === order)?.truth

  it('is asked for by a person, and settled when the gateway says so', async () => {
    const order = await paidOrder()
    expect(await refund(order)).toMatchObject({ kind: 'asked', payment: { state: 'refundPending' } })
    await town.untilLater(0.5)
    expect([await town.stateOf(order), truthOf(order)]).toEqual(['refunded', 'refunded'])
    expect(await town.refundsOf(order)).toEqual(['returned'])
    const { events, polls } = await storyOf(record.pool, order)
    expect(events.at(-2)).toMatchObject({ to: 'refundPending', cause: 'clerk', actor: 'Ioana Moise' })
    expect(polls.filter(({ question }) => question === 'refund')).toMatchObject([{ verdict: 'accepted' }])
  })

  it('goes back once, when the answer of the gateway was lost', async () => {
    const order = await paidOrder()
    const { refund: ask } = town.provider
    let asked = 0
    const losing: PaymentProvider['refund'] = async (what) => {
      asked++
      await ask(what)
      throw new Error('the answer was lost')
    }
    town.provider.refund = losing
    await refund(order)
    await town.untilLater(0.5)
    town.provider.refund = ask
    expect(asked).toBe(1)
    expect([await town.stateOf(order), truthOf(order)]).toEqual(['refunded', 'refunded'])
  })

  it('is left to a person when the gateway refuses, and stays paid if they say so', async () => {
    const order = await paidOrder()
    const { refund: ask } = town.provider
    town.provider.refund = async () => ({ raw: 'no', reading: { kind: 'refused', code: '34' } })
    await refund(order)
    await town.untilLater(0.1)
    town.provider.refund = ask
    expect(await town.stateOf(order)).toBe('review')
    const decided = await decidePayment(req, town.desk, { order, to: 'paid', reason: 'Rămâne', actor, now: new Date() })
    expect(decided).toMatchObject({ kind: 'decided', payment: { state: 'paid' } })
    expect(await town.receiptsOf(order)).toBe(1)
  })

  it('is not asked for what is not paid, or is not there', async () => {
    const order = await town.played('declined')
    await town.untilLater(0.1)
    expect(await refund(order)).toEqual({ kind: 'refused', code: 'not-paid' })
    expect(await refund('222222222222')).toEqual({ kind: 'refused', code: 'order-unknown' })
  })

  it('does not go back twice when two people ask at once', async () => {
    const order = await paidOrder()
    const asks = await Promise.all(
      [1, 2].map(async () =>
        refundPayment(await createLocalReq({}, record.payload), { order, reason: 'x', actor, now: new Date() }),
      ),
    )
    expect(asks.map(({ kind }) => kind).toSorted()).toEqual(['asked', 'refused'])
  })

  it("is a person's decision where the gateway lied: money gives a receipt, no money gives none", async () => {
    const [there, away] = [await town.played('short'), await town.played('euro')]
    await town.untilLater(0.01)
    const decide = (order: string, to: 'paid' | 'declined') =>
      decidePayment(req, town.desk, { order, to, reason: 'Extrasul de cont', actor, now: new Date() })
    expect(await decide(there, 'paid')).toMatchObject({ kind: 'decided' })
    expect(await decide(away, 'declined')).toMatchObject({ kind: 'decided' })
    expect([await town.receiptsOf(there), await town.receiptsOf(away)]).toEqual([1, 0])
    expect(await decide(there, 'paid')).toEqual({ kind: 'refused', code: 'not-in-review' })
    expect((await storyOf(record.pool, there)).events.at(-1)).toMatchObject({
      cause: 'clerk',
      actor: 'Ioana Moise',
      reason: 'Extrasul de cont',
    })
  })
})

describe('the book of money', () => {
  it.each([
    ['a payment is not taken out', 'delete from avizier.payments'],
    ['a payment does not become unpaid', `update avizier.payments set state = 'declined' where state = 'paid'`],
    ['a payment does not change its amount', 'update avizier.payments set amount_bani = amount_bani + 1'],
    ['what moved a payment is not rewritten', `update avizier.payment_events set cause = 'clerk'`],
    ['a notice stands as it came', `update avizier.payment_notices set body = ''`],
    ['a verdict is given once', `update avizier.payment_notices set verdict = 'paid' where verdict = 'same'`],
    ['a notice is not taken out', 'delete from avizier.payment_notices'],
    ['an answer stands as it came', `update avizier.payment_polls set answer = 'x'`],
    ['nothing is emptied', 'truncate avizier.payments cascade'],
  ])('%s', async (_, statement) => {
    await record.pool.query(
      `insert into avizier.payment_notices (gateway, received_at, body, headers, verdict) values ('netopia', now(), '', '{}', 'same')`,
    )
    await expect(record.pool.query(statement)).rejects.toThrow(/refused|does not|stands|once/)
  })
})
