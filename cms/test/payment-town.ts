import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { handleEndpoints } from 'payload'
import { transactionOf } from '../src/database/transaction.ts'
import type { GatewayName, HandOver, OpenedPayment, PaymentState } from '../src/payments/contract.ts'
import type { PaymentDesk } from '../src/payments/payment-desk.ts'
import type { PaymentProvider } from '../src/payments/payment-provider.ts'
import { paymentEndpoints } from '../src/payments/payments.endpoint.ts'
import { judgeWaitingNotices, pollDuePayments } from '../src/payments/poll-payments.job.ts'
import { euplatesc } from '../src/payments/providers/euplatesc.ts'
import { netopia } from '../src/payments/providers/netopia.ts'
import { SandboxGateway } from '../src/payments/sandbox/sandbox-gateway.ts'
import { newKeys, type SandboxKeys } from '../src/payments/sandbox/sandbox-keys.ts'
import type { ScenarioName } from '../src/payments/sandbox/scenarios.ts'
import { changesToken, type TestRecord } from './record.ts'

export const providerOf = (gateway: GatewayName, address: string, keys: SandboxKeys): PaymentProvider =>
  gateway === 'netopia'
    ? netopia({ url: `${address}/netopia`, ...keys.netopia })
    : euplatesc({ url: `${address}/euplatesc/tranzactd.php`, apiUrl: `${address}/euplatesc/ws`, ...keys.euplatesc })

/** What the citizen's browser does with a hand-over. */
export const followed = (handOver: HandOver): Promise<Response> =>
  handOver.kind === 'redirect'
    ? fetch(handOver.url)
    : fetch(handOver.action, {
        method: 'POST',
        body: new URLSearchParams(handOver.fields.map(({ name, value }) => [name, value])),
      })

const hour = 3_600_000

/** A town that is paid through a sandbox gateway, with a stand-in for its site and numbered receipts for what is paid. */
export async function openPaymentTown(record: TestRecord, name: GatewayName) {
  const keys = newKeys()
  const gateway = new SandboxGateway({ keys, pace: 0.01 })
  await gateway.listen(0)
  const provider = providerOf(name, gateway.address, keys)
  await record.pool.query(
    `create table if not exists public.test_receipts (number integer unique, order_id text unique, matter text unique);
     create table if not exists public.test_refunds (order_id text, reason text)`,
  )
  const desk: PaymentDesk = {
    providers: { chosen: provider, of: (gatewayName) => (gatewayName === name ? provider : null) },
    siteUrl: '',
    payables: async (_, { subject }) => {
      const matter = `fine:${subject['fine']}`
      return { kind: 'payable', matter, description: 'Amendă', amountBani: 29_050, details: subject }
    },
    // One receipt for one debt, numbered without a gap; a second payment of it is to be given back.
    onPaid: async (req, { order, matter }) => {
      const transaction = await transactionOf(req)
      await transaction.rows(sql`lock table public.test_receipts in exclusive mode`)
      const given = await transaction.rows(sql`insert into public.test_receipts
        select coalesce(max(number), 0) + 1, ${order}, ${matter} from public.test_receipts
        having not exists (select from public.test_receipts where matter = ${matter}) returning number`)
      if (given.length === 0)
        await transaction.rows(sql`insert into public.test_refunds values (${order}, 'paid-twice')`)
    },
    onPaidAgain: async (req, { payment }) => {
      const transaction = await transactionOf(req)
      await transaction.rows(sql`insert into public.test_refunds values (${payment.order}, 'paid-again')`)
    },
    onRefunded: async (req, { order }) => {
      const transaction = await transactionOf(req)
      await transaction.rows(sql`insert into public.test_refunds values (${order}, 'returned')`)
    },
  }
  const { config } = record.payload
  const others = config.endpoints.filter(({ path }) => !path.startsWith('/payments'))
  config.endpoints = [...others, ...paymentEndpoints(desk)] as typeof config.endpoints
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
      const start = Date.now()
      for (let at = 0; at < hours * 1.25; at += Math.max(0.05, at / 4)) {
        const now = new Date(start + Math.min(at, hours) * hour)
        await judgeWaitingNotices(record.payload, desk, now)
        while ((await pollDuePayments(record.payload, desk, now)) > 0);
      }
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
