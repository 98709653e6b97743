import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { OpenedPayment } from '../src/payments/contract.ts'
import { SandboxGateway } from '../src/payments/sandbox/sandbox-gateway.ts'
import { newKeys } from '../src/payments/sandbox/sandbox-keys.ts'
import { type ScenarioName, scenarios } from '../src/payments/sandbox/scenarios.ts'
import { followed } from './followed.ts'
import { freePort } from './free-port.ts'
import { OwnPostgres } from './own-postgres.ts'
import { faultsOfPayments, type PlayedPayment } from './payment-faults.ts'
import { seeded } from './seeded.ts'

const token = 'test-token-test-token-test-token-test'
const citizens = 12
const names = Object.keys(scenarios) as ScenarioName[]

export type ChaosResult = {
  faults: string[]
  payments: number
  notices: number
  polls: number
  receipts: number
  kills: number
  seconds: number
}

/**
 * So many payments at once, through both gateways, each with a scenario drawn by the seed, while the record and Postgres
 * are killed; notices are repeated and forged on the way, some fines are paid twice. Then two weeks pass. Answers every
 * way in which the outcome is not what it must be.
 */
export async function runPaymentChaos({
  payments,
  kills,
  seed,
  say = () => undefined,
}: {
  payments: number
  kills: number
  seed: number
  say?: (sentence: string) => void
}): Promise<ChaosResult> {
  const random = seeded(seed)
  const began = Date.now()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-payments-'))
  chmodSync(folder, 0o755)
  const postgres = new OwnPostgres({ folder, port: await freePort() })
  const gateway = new SandboxGateway({ keys: newKeys(), pace: 0.02 })
  const keys = gateway.keys
  await gateway.listen(0)
  const record = new SupervisedRecord()
  const mail = new NoticeCarrier(record, random)
  try {
    await postgres.make()
    await mail.listen()
    record.start({
      DATABASE_URL: postgres.url,
      DATA_DIR: folder,
      GATEWAY: gateway.address,
      SITE: mail.address,
      KEYS: JSON.stringify(keys),
    })
    await record.untilUp()

    const played: PlayedPayment[] = []
    const playing: Promise<void>[] = []
    let left = payments
    const citizen = async () => {
      while (left-- > 0) {
        const number = payments - left
        // One in twenty pays what somebody else is paying, in another tab.
        const fine = random() < 0.05 && played.length > 0 ? `T ${1 + Math.floor(random() * number)}` : `T ${number}`
        const scenario = names[Math.floor(random() * names.length)] ?? 'paid'
        const opened = await openedFor(
          record,
          { fine, key: `chaos-payment-${String(number).padStart(6, '0')}` },
          random,
        )
        if (!opened) continue // somebody has paid it in the meantime
        if (!opened.handOver) throw new Error(`${opened.payment.order} has nobody who pays it`)
        const page = await followed(opened.handOver)
        // The gateway's own name of the order: an attempt whose answer was lost has another.
        const transaction = gateway.transactions.get(page.url.split('/').at(-1) ?? '')
        if (!transaction) throw new Error(`${opened.payment.order} did not reach the gateway: ${page.status}`)
        played.push({ order: opened.payment.order, fine, scenario })
        playing.push(gateway.play(transaction.order, scenario))
        await pause(random() * 30)
      }
    }
    let killed = 0
    const chaos = async () => {
      for (; killed < kills; killed++) {
        const until = Math.floor((payments * (killed + 1)) / (kills + 1))
        while (payments - left < until && left > 0) await pause(10)
        await pause(random() * 200)
        say(
          `${payments - Math.max(left, 0)} of ${payments} payments; kill -9 of ${killed % 2 === 0 ? 'the record' : 'Postgres'}`,
        )
        if (killed % 2 === 0) record.kill()
        else {
          postgres.kill()
          await postgres.start()
        }
      }
    }
    await Promise.all([...Array.from({ length: citizens }, citizen), chaos()])
    await Promise.all(playing)
    say('Everything has been told; old notices are sent again, and forged ones with them')
    await mail.sendAgain()
    say('Two weeks pass')
    await record.later(15 * 24)

    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    const verdict = await faultsOfPayments(database, {
      played,
      acknowledged: mail.acknowledged,
      transactions: [...gateway.transactions.values()],
    })
    await database.end()
    return { ...verdict, payments: played.length, kills: killed, seconds: (Date.now() - began) / 1000 }
  } finally {
    record.stop()
    await gateway.close()
    await mail.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The record as a process that is started again whenever it ends: what a supervisor does. */
class SupervisedRecord {
  address = ''
  #child: ChildProcess | null = null
  #isOver = false

  start(environment: Record<string, string>): void {
    const child = spawn(process.execPath, ['test/payment-record.ts'], {
      cwd: path.resolve(import.meta.dirname, '..'),
      env: {
        ...process.env,
        ...environment,
        PAYLOAD_SECRET: 'test-secret-test-secret-test-secret',
        CHANGES_TOKEN: token,
        PAYLOAD_LOG_LEVEL: 'fatal',
        NODE_ENV: 'test',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#child = child
    child.stdout?.on('data', (said) => {
      const port = /port (\d+)/.exec(String(said))?.[1]
      if (port) this.address = `http://127.0.0.1:${port}`
    })
    child.once('exit', () => {
      this.address = ''
      if (!this.#isOver) setTimeout(() => this.start(environment), 100)
    })
  }

  /** @throws Error when it does not come up, and neither does any that is started after it. */
  async untilUp(): Promise<void> {
    for (const until = Date.now() + 120_000; !this.address; await pause(50))
      if (Date.now() > until) throw new Error('The record does not come up')
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  stop(): void {
    this.#isOver = true
    this.kill()
  }

  /** Asks once; null when nobody answered. */
  async ask(address: string, init: RequestInit): Promise<{ status: number; type: string; text: string } | null> {
    if (!this.address) return null
    try {
      const response = await fetch(this.address + address, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(15_000),
      })
      return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
    } catch {
      return null
    }
  }

  async later(hours: number): Promise<void> {
    await this.untilUp()
    const response = await fetch(`${this.address}/later?hours=${hours}`, { method: 'POST' })
    if (response.status !== 204) throw new Error('Time did not pass')
  }
}

/** What the site does with notices; and what somebody on the wire may do with them: send them again, or change them. */
class NoticeCarrier {
  /** The notices whose senders were told that all is well, or that it never will be: each must be in the journal. */
  readonly acknowledged: string[] = []
  address = ''
  readonly #record: SupervisedRecord
  readonly #random: () => number
  readonly #seen: { url: string; body: Buffer; token: string }[] = []
  #server: Server | null = null

  constructor(record: SupervisedRecord, random: () => number) {
    this.#record = record
    this.#random = random
  }

  async listen(): Promise<void> {
    const server = createServer(async (incoming, outgoing) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
      const notice = {
        url: incoming.url ?? '',
        body: Buffer.concat(chunks),
        token: String(incoming.headers['verification-token'] ?? ''),
      }
      this.#seen.push(notice)
      const answer = await this.#carry(notice)
      if (this.#random() < 0.2) void this.#carry(notice)
      outgoing
        .writeHead(answer?.status ?? 503, { 'content-type': answer?.type ?? 'text/plain' })
        .end(answer?.text ?? '')
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  /** Long after: a third of everything again, in another order, half of it changed on the way. */
  async sendAgain(): Promise<void> {
    const again = this.#seen
      .filter(() => this.#random() < 0.33)
      .map((notice) => ({ notice, at: this.#random() }))
      .toSorted((a, b) => a.at - b.at)
    for (const { notice } of again) {
      const changed = Buffer.from(
        notice.body.toString().replace(/"status":\d+|action=\d+/, (said) => said.replace(/\d+/, '0')),
      )
      await this.#carry(this.#random() < 0.5 ? notice : { ...notice, body: changed })
    }
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  async #carry({ url, body, token: signature }: { url: string; body: Buffer; token: string }) {
    const answer = await this.#record.ask(`/api/payments/notices/${url.split('/').at(-2)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...(signature && { 'verification-token': signature }) },
      body: new Uint8Array(body),
    })
    if (answer && (answer.status === 200 || answer.status === 400)) this.acknowledged.push(body.toString('base64'))
    return answer
  }
}

/** Asks until it is opened, as a citizen who presses the button again; null when it was paid before. */
async function openedFor(
  record: SupervisedRecord,
  { fine, key }: { fine: string; key: string },
  random: () => number,
): Promise<OpenedPayment | null> {
  const body = JSON.stringify({
    key,
    purpose: 'fine',
    subject: { fine },
    payer: { name: 'Ana Pop', email: 'ana@example.com' },
  })
  for (;;) {
    const answer = await record.ask('/api/payments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (answer?.status === 409) return null
    if (answer?.status === 201) return JSON.parse(answer.text) as OpenedPayment
    await pause(50 + random() * 100)
  }
}
