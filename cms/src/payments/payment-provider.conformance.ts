import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { HandOver } from './contract.ts'
import type { NoticeAnswer, NoticeReading, PaymentProvider, ProviderOrder, RawNotice } from './payment-provider.ts'
import { SandboxGateway } from './sandbox/sandbox-gateway.ts'
import { newKeys, type SandboxKeys } from './sandbox/sandbox-keys.ts'
import type { ScenarioName } from './sandbox/scenarios.ts'

/** What every gateway must do, tried on the sandbox that speaks its protocol. */
export function testPaymentProvider(
  open: (gateway: { address: string; keys: SandboxKeys }) => PaymentProvider,
  faults: Partial<Record<ScenarioName, string>>,
): void {
  const keys = newKeys()
  const gateway = new SandboxGateway({ keys, pace: 0.01 })
  let provider: PaymentProvider
  let town: Server
  let noticeUrl: string
  let heard: { notice: RawNotice; reading: NoticeReading }[] = []
  /** What the town says to the next notices; then it takes them. */
  let says: NoticeAnswer[] = []

  beforeAll(async () => {
    await gateway.listen(0)
    provider = open({ address: gateway.address, keys })
    town = createServer(async (request, response) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of request) chunks.push(chunk as Uint8Array)
      const notice = { body: Buffer.concat(chunks), headers: request.headers as Record<string, string> }
      const reading = provider.readNotice(notice, new Date())
      heard.push({ notice, reading })
      const answer = provider.answerNotice(
        says.shift() ?? (reading.kind === 'verified' ? 'taken' : { refused: reading.fault }),
      )
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
    })
    await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve))
    noticeUrl = `http://127.0.0.1:${(town.address() as { port: number }).port}/`
  })
  beforeEach(() => {
    heard = []
    says = []
  })
  afterAll(async () => {
    await gateway.close()
    town.close()
  })

  let orders = 0
  const anOrder = (given: Partial<ProviderOrder> = {}): ProviderOrder => ({
    order: `ORDER${String(++orders).padStart(7, '2')}`,
    amountBani: 29_050,
    description: 'Amendă PCA 1234567, ștraf – „circulație”',
    payer: { name: 'Ana Pop', email: 'ana.pop@example.com' },
    noticeUrl,
    returnUrl: 'http://localhost/plati/plata/AAAAAAAAAAAA/',
    ...given,
  })
  /** What the citizen's browser does with a hand-over. */
  const started = async (order: ProviderOrder) => {
    const start = await provider.start(order)
    if (start.kind !== 'started') throw new Error(`refused: ${start.code}`)
    const { handOver, providerRef } = start
    const page =
      handOver.kind === 'redirect'
        ? await fetch(handOver.url)
        : await fetch(handOver.action, {
            method: 'POST',
            body: new URLSearchParams(handOver.fields.map(({ name, value }) => [name, value])),
          })
    return { order: order.order, handOver, providerRef, page }
  }
  const played = async (scenario: ScenarioName, given: Partial<ProviderOrder> = {}) => {
    const { order, providerRef } = await started(anOrder(given))
    await gateway.play(order, scenario)
    return { order, providerRef }
  }

  it('hands the citizen over to a page of the gateway, with the amount on it and no card', async () => {
    const { handOver, page } = await started(anOrder())
    expect(HandOver.parse(handOver)).toEqual(handOver)
    expect(page.status).toBe(200)
    expect(new URL(page.url).origin).toBe(gateway.address)
    expect(await page.text()).toContain('290,50 lei')
    expect(JSON.stringify(handOver)).not.toMatch(/instrument|card_?number|cvv/i)
  })

  it('verifies the notice of a payment, and hears the same when it asks', async () => {
    const { order, providerRef } = await played('paid')
    expect(heard).toHaveLength(1)
    const { reading } = heard[0] as (typeof heard)[number]
    if (reading.kind !== 'verified') throw new Error(reading.fault)
    expect(reading.report).toMatchObject({ order, event: 'paid', amountBani: 29_050, currency: 'RON' })
    const { reading: status, raw } = await provider.fetchStatus({ order, providerRef })
    if (status.kind !== 'told') throw new Error(raw)
    expect(status.reports).toMatchObject([{ order, event: 'paid', providerRef: reading.report.providerRef }])
    expect([29_050, null]).toContain(status.reports[0]?.amountBani)
  })

  it.each([
    ['declined', 'declined'],
    ['short', 'paid'],
    ['wrongAmount', 'paid'],
    ['euro', 'paid'],
  ] as const)('reads %s for what it says, to the ban', async (scenario, event) => {
    const { order } = await played(scenario)
    const amounts = { declined: 29_050, short: 29_049, wrongAmount: 100, euro: 29_050 }
    expect(heard.map(({ reading }) => reading)).toEqual([
      {
        kind: 'verified',
        report: expect.objectContaining({
          order,
          event,
          amountBani: amounts[scenario],
          currency: scenario === 'euro' ? 'EUR' : 'RON',
        }),
      },
    ])
  })

  it.each(Object.entries(faults))('refuses a notice that is %s: %s', async (scenario, fault) => {
    await played(scenario as ScenarioName)
    expect(heard.length).toBeGreaterThan(0)
    for (const { reading } of heard) expect(reading).toMatchObject({ kind: 'refused', fault })
  })

  it('refuses a notice when one byte of it is another', async () => {
    await played('paid')
    const { notice } = heard[0] as (typeof heard)[number]
    const text = Buffer.from(notice.body).toString('utf8')
    for (const changed of [text.replace('290.5', '291.5'), `${text} `, text.replace('ORDER', 'ORDEN'), '', '{}', '\0'])
      expect(provider.readNotice({ ...notice, body: Buffer.from(changed) }, new Date()).kind).toBe('refused')
  })

  it('refuses a notice that is read long after it was signed', async () => {
    await played('paid')
    const { notice } = heard[0] as (typeof heard)[number]
    const later = new Date(Date.now() + 40 * 86_400_000)
    expect(provider.readNotice(notice, later)).toMatchObject({ kind: 'refused', fault: 'stale' })
  })

  it('is told again until it takes a notice, and not once more', async () => {
    says = ['try-again', 'try-again']
    await played('paid')
    expect(heard).toHaveLength(3)
    heard = []
    says = [{ refused: 'merchant-wrong' }]
    await played('paid')
    expect(heard).toHaveLength(1)
  })

  it('asks about an order that nobody has acted on without taking it for paid', async () => {
    const { order, providerRef } = await started(anOrder())
    const { reading } = await provider.fetchStatus({ order, providerRef })
    if (reading.kind === 'told') expect(reading.reports).toMatchObject([{ event: 'opened' }])
    else expect(reading.kind).toBe('unknown')
    expect((await provider.fetchStatus({ order: 'ORDERUNKNOWN', providerRef: null })).reading.kind).toBe('unknown')
  })

  it('gives money back once, however often it asks', async () => {
    const { order } = await played('paid')
    const reading = heard[0]?.reading
    const providerRef = reading?.kind === 'verified' ? reading.report.providerRef : null
    const asked = { order, providerRef, amountBani: 29_050, reason: 'Plătită de două ori' }
    expect((await provider.refund({ ...asked, amountBani: 29_051 })).reading.kind).toBe('refused')
    expect((await provider.refund(asked)).reading.kind).toBe('accepted')
    expect((await provider.refund(asked)).reading.kind).toBe('refused')
    const { reading: status } = await provider.fetchStatus({ order, providerRef })
    expect(status).toMatchObject({ kind: 'told', reports: [{ event: 'refunded' }] })
  })

  it('throws when the gateway is away, and says no key', async () => {
    const away = open({ address: 'http://127.0.0.1:9', keys })
    const error = await away.fetchStatus({ order: 'ORDER2222222', providerRef: '1' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    const said = `${String(error)} ${String((error as Error).cause)} ${(error as Error).stack}`
    for (const secret of [keys.netopia.apiKey, keys.euplatesc.key, keys.euplatesc.userApi])
      expect(said).not.toContain(secret)
  })
}
