import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { handleEndpoints } from 'payload'
import type { GatewayName, OpenedPayment, PaymentState } from '../src/payments/contract.ts'
import { SandboxGateway } from '../src/payments/sandbox/sandbox-gateway.ts'
import { newKeys } from '../src/payments/sandbox/sandbox-keys.ts'
import type { ScenarioName } from '../src/payments/sandbox/scenarios.ts'
import { followed } from './followed.ts'
import { letTimePass, makeTrialTables, providerOf, serveDesk, trialDesk } from './payment-desk.ts'
import { changesToken, type TestRecord } from './record.ts'

/** A town that is paid through a sandbox gateway, with a stand-in for its site and numbered receipts for what is paid. */
export async function openPaymentTown(record: TestRecord, name: GatewayName) {
  const keys = newKeys()
  const gateway = new SandboxGateway({ keys, pace: 0.01 })
  await gateway.listen(0)
  const provider = providerOf(name, gateway.address, keys)
  await makeTrialTables(record.pool)
  const desk = trialDesk({ chosen: () => provider, of: (asked) => (asked === name ? provider : null) })
  const { config } = record.payload
  serveDesk(config, desk)
  const request = (method: string, path: string, init: { body?: Uint8Array | string; headers?: object } = {}) =>
    handleEndpoints({
      config,
      request: new Request(`http://localhost:3000/api${path}`, {
        method,
        headers: { authorization: `Bearer ${changesToken}`, ...init.headers },
        ...(init.body === undefined ? {} : { body: init.body as BodyInit }),
      }),
    })

  /** What the site does with a notice: hands it on, byte for byte. */
  const site = createServer(async (incoming, outgoing) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
    const token = incoming.headers['verification-token']
    const answer = await request('POST', `/payments/notices/${incoming.url?.split('/').at(-2)}`, {
      body: Buffer.concat(chunks),
      headers: {
        'content-type': 'application/octet-stream',
        ...(token ? { 'verification-token': String(token) } : {}),
      },
    })
    outgoing.writeHead(answer.status).end(await answer.text())
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  desk.siteUrl = `http://127.0.0.1:${(site.address() as { port: number }).port}`

  let fines = 0
  const aRequest = (given: { fine?: string; key?: string } = {}) => ({
    key: given.key ?? randomUUID(),
    purpose: 'fine',
    subject: { fine: given.fine ?? `PCA ${name} ${++fines}` },
    payer: { name: 'Ana Pop', email: 'ana.pop@example.com' },
  })
  const ask = async (body: unknown) => {
    const answer = await request('POST', '/payments', { body: JSON.stringify(body) })
    return { status: answer.status, body: (await answer.json()) as OpenedPayment & Record<string, unknown> }
  }
  const opened = async (given: { fine?: string; key?: string } = {}): Promise<OpenedPayment> => {
    const { status, body } = await ask(aRequest(given))
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    if (body.handOver) await followed(body.handOver)
    return body
  }
  const stateOf = async (order: string) =>
    (await record.pool.query('select state from avizier.payments where order_id = $1', [order])).rows[0]
      ?.state as PaymentState
  return {
    desk,
    gateway,
    keys,
    provider,
    request,
    aRequest,
    ask,
    opened,
    stateOf,
    /** Opens a payment, hands it over, and lets a scenario happen to it. */
    played: async (scenario: ScenarioName, given: { fine?: string } = {}): Promise<string> => {
      const { payment } = await opened(given)
      await gateway.play(payment.order, scenario)
      return payment.order
    },
    /** Lets time pass: everything that is due until then is asked about. */
    untilLater: async (hours: number): Promise<void> => {
      await letTimePass(record.payload, desk, hours)
    },
    receiptsOf: async (order: string) =>
      Number(
        (await record.pool.query('select count(*) from public.test_receipts where order_id = $1', [order])).rows[0]
          .count,
      ),
    refundsOf: async (order: string): Promise<string[]> =>
      (
        await record.pool.query('select reason from public.test_refunds where order_id = $1 order by reason', [order])
      ).rows.map(({ reason }) => reason),
    close: async () => {
      await gateway.close()
      await new Promise((resolve) => site.close(resolve))
    },
  }
}
