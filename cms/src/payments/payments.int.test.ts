import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followed } from '../../test/followed.ts'
import { openPaymentTown } from '../../test/payment-town.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import type { GatewayName } from './contract.ts'
import { storyOf } from './payment-story.ts'
import type { ScenarioName } from './sandbox/scenarios.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})

type Expected = { state: string; verdict?: string; receipts: number; refunds?: string[]; later?: number }
const paid = { state: 'paid', receipts: 1 }
/** What becomes of a payment in every scenario of the sandbox: at once, or after so many hours. */
const outcomes: Record<ScenarioName, Expected | Record<GatewayName, Expected>> = {
  paid,
  delayed: paid,
  silent: paid,
  tripled: paid,
  shuffled: paid,
  slow: paid,
  secondCard: paid,
  old: { ...paid, verdict: 'stale' },
  declined: { state: 'declined', receipts: 0 },
  twice: { ...paid, refunds: ['paid-again'] },
  left: { state: 'expired', receipts: 0, later: 26 },
  refunded: {
    netopia: { state: 'refunded', receipts: 1, refunds: ['returned'] },
    // It tells of no refund, and is asked when the money has gone back already: nothing was ever paid.
    euplatesc: { state: 'refunded', receipts: 0 },
  },
  disputed: { netopia: { state: 'review', receipts: 1, verdict: 'review disputed' }, euplatesc: paid },
  short: { state: 'review', receipts: 0, verdict: 'review amount-differs' },
  wrongAmount: { state: 'review', receipts: 0, verdict: 'review amount-differs' },
  euro: { state: 'review', receipts: 0, verdict: 'review currency-differs' },
  forged: { state: 'expired', receipts: 0, verdict: 'signature-wrong', later: 26 },
  tampered: {
    netopia: { state: 'declined', receipts: 0, verdict: 'tampered' },
    euplatesc: { state: 'declined', receipts: 0, verdict: 'signature-wrong' },
  },
  weakAlgorithm: {
    netopia: { state: 'expired', receipts: 0, verdict: 'algorithm-wrong', later: 26 },
    euplatesc: { state: 'expired', receipts: 0, verdict: 'signature-wrong', later: 26 },
  },
  noAlgorithm: { state: 'expired', receipts: 0, verdict: 'unsigned', later: 26 },
  otherMerchant: { state: 'expired', receipts: 0, verdict: 'merchant-wrong', later: 26 },
}

describe.each(['netopia', 'euplatesc'] as const)('a town paid through %s', (name) => {
  let town: Awaited<ReturnType<typeof openPaymentTown>>
  beforeAll(async () => {
    town = await openPaymentTown(record, name)
  })
  afterAll(() => town.close())
  const rows = async (statement: string, ...values: unknown[]) => (await record.pool.query(statement, values)).rows

  it.each(Object.entries(outcomes))('settles the scenario %s', async (scenario, expected) => {
    const outcome = (name in expected ? expected[name as never] : expected) as Expected
    const order = await town.played(scenario as ScenarioName)
    await town.untilLater(outcome.later ?? 1)
    const story = await storyOf(record.pool, order)
    expect(await town.stateOf(order)).toBe(outcome.state)
    expect(await town.receiptsOf(order)).toBe(outcome.receipts)
    expect(await town.refundsOf(order)).toEqual(outcome.refunds ?? [])
    if (outcome.verdict) expect(story.notices.map(({ verdict }) => verdict)).toContain(outcome.verdict)
    // The journal is complete: every notice that was sent, and a verdict on each.
    const sent = [...town.gateway.transactions.values()]
      .filter((each) => each.order === order)
      .flatMap(({ told }) => told)
    expect(story.notices).toHaveLength(sent.length)
    expect(story.notices.every(({ verdict }) => verdict !== null)).toBe(true)
    expect(story.events.map(({ to }) => to)[0]).toBe('created')
  })

  it('opens one payment for one key, however often it is asked', async () => {
    const request = town.aRequest()
    const before = town.gateway.transactions.size
    const answers = await Promise.all(Array.from({ length: 4 }, () => town.ask(request)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.payment.order)).size).toBe(1)
    expect(answers.every(({ body }) => body.handOver !== null)).toBe(true)
    expect(town.gateway.transactions.size - before).toBe(name === 'netopia' ? 1 : 0)
  })

  it('does not move a payment because its page was opened', async () => {
    const { payment } = await town.opened()
    for (let times = 0; times < 3; times++) {
      const answer = await town.request('GET', `/payments/${payment.order}`)
      expect(await answer.json()).toMatchObject({ order: payment.order, state: 'sent', paidAt: null })
    }
    expect((await storyOf(record.pool, payment.order)).events.map(({ to }) => to)).toEqual(['created', 'sent'])
    expect((await town.request('GET', '/payments/222222222222')).status).toBe(404)
  })

  it('says when a fine was paid, instead of taking money for it again', async () => {
    const order = await town.played('paid', { fine: `PCA ${name} 77` })
    await town.untilLater(1)
    const { status, body } = await town.ask(town.aRequest({ fine: `PCA ${name} 77` }))
    expect(status).toBe(409)
    expect(body).toMatchObject({ paidBefore: { order, state: 'paid', paidAt: expect.stringMatching(/^20/) } })
  })

  it('gives one receipt, and a refund to make, when one fine is paid in two tabs at once', async () => {
    const fine = `PCA ${name} 88`
    const [one, two] = [await town.opened({ fine }), await town.opened({ fine })]
    const orders = [one.payment.order, two.payment.order]
    await Promise.all(orders.map((order) => town.gateway.play(order, 'tripled')))
    await town.untilLater(1)
    expect(await Promise.all(orders.map(town.stateOf))).toEqual(['paid', 'paid'])
    const receipts = await Promise.all(orders.map(town.receiptsOf))
    expect(receipts.toSorted()).toEqual([0, 1])
    expect((await Promise.all(orders.map(town.refundsOf))).flat()).toEqual(['paid-twice'])
  })

  it('is told again of a payment while its database is down, and takes it once', async () => {
    const { payment } = await town.opened()
    await rows('alter table avizier.payment_notices rename to out_of_reach')
    const telling = town.gateway.play(payment.order, 'paid')
    const transaction = [...town.gateway.transactions.values()].find(({ order }) => order === payment.order)
    while ((transaction?.told.length ?? 0) < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await rows('alter table avizier.out_of_reach rename to payment_notices')
    await telling
    expect(transaction?.told.slice(0, 2).every(({ answer }) => answer.startsWith('503'))).toBe(true)
    await town.untilLater(1)
    expect(await town.stateOf(payment.order)).toBe('paid')
    expect(await town.receiptsOf(payment.order)).toBe(1)
  })

  it('keeps a notice whose receipt could not be written, and judges it later', async () => {
    const { payment } = await town.opened()
    const { onPaid } = town.desk
    town.desk.onPaid = async () => {
      throw new Error('no receipt today')
    }
    const telling = town.gateway.play(payment.order, 'paid')
    const transaction = [...town.gateway.transactions.values()].find(({ order }) => order === payment.order)
    while ((transaction?.told.length ?? 0) < 1) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await town.stateOf(payment.order)).toBe(name === 'netopia' ? 'sent' : 'pending')
    await town.untilLater(0.01)
    town.desk.onPaid = onPaid
    await telling
    await town.untilLater(2)
    expect(await town.stateOf(payment.order)).toBe('paid')
    expect(await town.receiptsOf(payment.order)).toBe(1)
    const { notices } = await storyOf(record.pool, payment.order)
    expect(notices.every(({ verdict }) => verdict !== null)).toBe(true)
  })

  it('keeps a notice that comes before its order, and judges it when the order is there', async () => {
    const order = name === 'netopia' ? 'NNNNNNNNNNNN' : 'EEEEEEEEEEEE'
    const { payer } = town.aRequest()
    const start = await town.provider.start({
      order,
      amountBani: 29_050,
      description: 'Amendă',
      payer,
      noticeUrl: `${town.desk.siteUrl}/api/plati/${name}/ipn`,
      returnUrl: `${town.desk.siteUrl}/`,
    })
    if (start.kind !== 'started') throw new Error('refused')
    if (start.handOver.kind === 'form')
      await fetch(start.handOver.action, {
        method: 'POST',
        body: new URLSearchParams(start.handOver.fields.map((field) => [field.name, field.value])),
      })
    await town.gateway.play(order, 'paid')
    expect((await storyOf(record.pool, order)).notices).toMatchObject([{ verdict: 'order-unknown' }])
    await rows(
      `insert into avizier.payments (order_id, key, purpose, matter, description, details, payer_name, payer_email,
         amount_bani, gateway, created_at, next_poll_at) values ($1, $1, 'fine', $1, 'Amendă', '{}', 'Ana', 'a@b.ro', 29050, $2, now(), now())`,
      order,
      name,
    )
    await town.untilLater(0.1)
    expect(await town.stateOf(order)).toBe('paid')
    expect(await town.receiptsOf(order)).toBe(1)
  })

  it('is not moved by a notice that is sent again by somebody else', async () => {
    const order = await town.played('paid')
    await town.untilLater(1)
    const [notice] = await rows('select body, headers from avizier.payment_notices where order_id = $1 limit 1', order)
    for (let times = 0; times < 3; times++) {
      const answer = await town.request('POST', `/payments/notices/${name}`, {
        body: notice.body,
        headers: notice.headers,
      })
      expect(answer.status).toBe(200)
    }
    expect(await town.receiptsOf(order)).toBe(1)
    const { notices, events } = await storyOf(record.pool, order)
    expect(notices.slice(1).map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same'])
    expect(events.filter(({ to }) => to === 'paid')).toHaveLength(1)
  })

  it('keeps what nobody signed, and says so', async () => {
    const long = `invoice_id=${'A'.repeat(50_000)}&ep_id=1`
    const bodies = [
      long,
      'invoice_id=%00%00',
      '',
      '{}',
      '<xml/>',
      'action=0',
      '\0\0',
      JSON.stringify({ payment: { status: 3 } }),
    ]
    for (const body of bodies) {
      const answer = await town.request('POST', `/payments/notices/${name}`, { body: Buffer.from(body) })
      expect(name === 'netopia' ? JSON.parse(await answer.text()).errorType : answer.status).toBe(
        name === 'netopia' ? 2 : 400,
      )
    }
    const kept = await rows(
      'select verdict from avizier.payment_notices where gateway = $1 order by id desc limit $2',
      name,
      bodies.length,
    )
    expect(kept.map(({ verdict }) => verdict)).toEqual(bodies.map(() => 'unsigned'))
  })

  it('takes no notice without the token of its site, none too long, and none of another gateway', async () => {
    const other = name === 'netopia' ? 'euplatesc' : 'netopia'
    const status = async (path: string, init: object) => (await town.request('POST', path, init)).status
    expect(await status(`/payments/notices/${name}`, { headers: { authorization: 'Bearer no' } })).toBe(401)
    expect(await status(`/payments/notices/${name}`, { body: new Uint8Array(65_537) })).toBe(413)
    expect(await status(`/payments/notices/${other}`, { body: '{}' })).toBe(404)
    expect(await status('/payments/notices/stripe', { body: '{}' })).toBe(404)
    expect((await town.request('POST', '/payments', { headers: { authorization: '' }, body: '{}' })).status).toBe(401)
  })

  it.each([0, -1, 0.5, 1_000_000_001, Number.NaN])('opens nothing for %s bani', async (amountBani) => {
    const { payables } = town.desk
    town.desk.payables = async () => ({
      kind: 'payable',
      matter: 'fine:none',
      description: 'x',
      amountBani,
      details: {},
    })
    const { status } = await town.ask(town.aRequest())
    town.desk.payables = payables
    expect(status).toBe(503)
    expect(await rows(`select from avizier.payments where matter = 'fine:none'`)).toEqual([])
  })

  it('opens nothing for a request that is no request', async () => {
    const good = town.aRequest()
    const bad = [
      null,
      {},
      { ...good, key: 'x' },
      { ...good, purpose: 'gift' },
      { ...good, payer: { name: 'A', email: '' } },
    ]
    for (const body of bad) expect((await town.ask(body)).status).toBe(422)
  })

  it('says that the gateway is away, and opens the same payment when it is back', async () => {
    const request = town.aRequest()
    const { start } = town.provider
    town.provider.start = async (order) => {
      await start(order)
      throw new Error('the answer was lost')
    }
    expect((await town.ask(request)).status).toBe(503)
    town.provider.start = start
    const { status, body } = await town.ask(request)
    expect(status).toBe(201)
    if (body.handOver) await followed(body.handOver)
    const name = [...town.gateway.transactions.values()].at(-1)?.order ?? ''
    expect(name).toBe(`${body.payment.order}-2`)
    await town.gateway.play(name, 'paid')
    await town.untilLater(0.1)
    expect(await town.stateOf(body.payment.order)).toBe('paid')
    expect(await town.receiptsOf(body.payment.order)).toBe(1)
  })

  it('tells an operator what is not settled', async () => {
    const handOf = async () => (await (await town.request('GET', '/health')).json()).parts.payments
    const before = await handOf()
    await town.played('short')
    await town.opened()
    await town.untilLater(0.01)
    expect(await handOf()).toEqual({ ...before, inReview: before.inReview + 1, underWay: before.underWay + 1 })
  })
})
