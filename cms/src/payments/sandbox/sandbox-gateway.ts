import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { paymentPage, refusedPage, transactionsPage } from './gateway-pages.ro.ts'
import type { SandboxKeys } from './sandbox-keys.ts'
import { isScenario, type Lie, type ScenarioName, scenarios, type Truth } from './scenarios.ts'
import { answerEuplatesc, euplatescNotice, heardByEuplatesc, takeEuplatescOrder } from './speak-euplatesc.ts'
import { answerNetopia, heardByNetopia, netopiaNotice } from './speak-netopia.ts'
import type { Heard, NewTransaction, Reply, Shelf, Transaction } from './transaction.ts'

const retrySeconds = [0.5, 1, 2, 5, 15, 60, 300]

/**
 * A gateway on this machine that speaks both protocols and does what a tester tells it: it signs, declines, repeats,
 * delays, lies and stays silent, and it tries a notice again that the town did not take. No money is anywhere near it.
 */
export class SandboxGateway {
  readonly transactions = new Map<string, Transaction>()
  readonly keys: SandboxKeys
  readonly #file: string | null
  readonly #pace: number
  readonly #underway = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #server: Server | null = null
  address = ''

  /** `pace` below 1 makes its waits shorter, for tests; with a `file` it remembers across a restart. */
  constructor({ keys, file = null, pace = 1 }: { keys: SandboxKeys; file?: string | null; pace?: number }) {
    this.keys = keys
    this.#file = file
    this.#pace = pace
    for (const kept of file ? readKept(file) : []) this.transactions.set(kept.id, kept)
  }

  async listen(port: number): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request).then(
        ({ status, type, body, headers }) => response.writeHead(status, { 'content-type': type, ...headers }).end(body),
        (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
      )
    })
    this.#server = server
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
    this.address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  async close(): Promise<void> {
    this.#stopping.abort()
    await Promise.allSettled(this.#underway)
    this.#server?.closeAllConnections()
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()))
  }

  /** Makes a scenario happen to the last transaction of an order. Resolves when everything has been told. */
  async play(order: string, scenario: ScenarioName): Promise<void> {
    const transaction = this.#ofOrder(order).at(-1)
    if (!transaction) throw new Error(`The sandbox knows no order ${order}`)
    const playing = this.#play(transaction, scenario)
    this.#underway.add(playing)
    await playing.finally(() => this.#underway.delete(playing))
  }

  async #play(first: Transaction, scenario: ScenarioName): Promise<void> {
    let transaction = first
    this.#change(transaction, { scenario })
    for (const step of scenarios[scenario].steps) {
      switch (step.kind) {
        case 'is':
          this.#change(transaction, { truth: step.truth })
          break
        case 'wait':
          await this.#pause(step.seconds)
          break
        case 'again':
          transaction = this.#keep(transaction)
          break
        case 'tell': {
          const { truth, times = 1, lie } = step as { truth: Truth; times?: number; lie?: Lie }
          await Promise.all(Array.from({ length: times }, () => this.tell(transaction, truth, lie)))
          break
        }
        default:
          step satisfies never
      }
      if (this.#stopping.signal.aborted) return
    }
  }

  /** Sends a notice, and again while it is not taken. */
  async tell(transaction: Transaction, truth: Truth, lie?: Lie): Promise<void> {
    const notice =
      transaction.gateway === 'netopia'
        ? netopiaNotice(transaction, { truth, lie, keys: this.keys.netopia, now: new Date() })
        : euplatescNotice(transaction, { truth, lie, keys: this.keys.euplatesc, now: new Date() })
    if (!notice) return
    for (const wait of [0, ...retrySeconds]) {
      await this.#pause(wait)
      if (this.#stopping.signal.aborted) return
      const { status, body } = await post(transaction.noticeUrl, notice)
      transaction.told.push({
        at: new Date().toISOString(),
        what: lie ?? truth,
        answer: `${status} ${body.slice(0, 80)}`,
      })
      this.#remember()
      const heard: Heard = transaction.gateway === 'netopia' ? heardByNetopia(status, body) : heardByEuplatesc(status)
      if (heard === 'done') return
    }
  }

  async #answer(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const body = await bodyOf(request)
    const shelf: Shelf = {
      address: this.address,
      ofOrder: (order) => this.#ofOrder(order),
      find: (order, id) => this.transactions.get(id) ?? this.#ofOrder(order).at(-1),
      keep: (given) => this.#keep(given),
      change: (transaction, truth) => this.#change(transaction, { truth }),
    }
    if (pathname.startsWith('/netopia/'))
      return answerNetopia(
        { path: pathname.slice('/netopia'.length), headers: request.headers as Record<string, string>, body },
        this.keys.netopia,
        shelf,
      )
    if (pathname === '/euplatesc/ws') return answerEuplatesc(body, this.keys.euplatesc, shelf)
    if (pathname === '/euplatesc/tranzactd.php') {
      const taken = takeEuplatescOrder(body, this.keys.euplatesc, shelf)
      return 'refused' in taken ? html(400, refusedPage(taken.refused)) : seeOther(`/plata/${taken.id}`)
    }
    const transaction = this.transactions.get(/^\/plata\/([\w-]+)$/.exec(pathname)?.[1] ?? '')
    if (transaction && request.method === 'POST') return this.#choose(transaction, body)
    if (transaction) return html(200, paymentPage(transaction))
    return pathname === '/'
      ? html(200, transactionsPage([...this.transactions.values()]))
      : html(404, refusedPage('Nu este nimic aici.'))
  }

  #choose(transaction: Transaction, body: string): Reply {
    const scenario = new URLSearchParams(body).get('scenario') ?? ''
    if (!isScenario(scenario)) return html(400, refusedPage('Alegerea nu este cunoscută.'))
    if (transaction.scenario) return html(409, refusedPage('S-a ales deja ce se întâmplă cu această plată.'))
    void this.play(transaction.order, scenario)
    const back = new URL(transaction.returnUrl)
    back.searchParams.set(transaction.gateway === 'netopia' ? 'orderId' : 'invoice_id', transaction.order)
    return seeOther(back.href)
  }

  #keep({ gateway, order, amount, currency, description, noticeUrl, returnUrl }: NewTransaction): Transaction {
    const kept: Transaction = {
      id:
        gateway === 'netopia'
          ? String(1_000_000 + this.transactions.size) + randomBytes(2).readUInt16BE()
          : randomBytes(20).toString('hex').toUpperCase(),
      gateway,
      order,
      amount,
      currency,
      description,
      noticeUrl,
      returnUrl,
      truth: 'open',
      scenario: null,
      startedAt: new Date().toISOString(),
      told: [],
    }
    this.transactions.set(kept.id, kept)
    this.#remember()
    return kept
  }

  #ofOrder(order: string): Transaction[] {
    return [...this.transactions.values()].filter((each) => each.order === order)
  }

  #change(transaction: Transaction, change: Partial<Pick<Transaction, 'truth' | 'scenario'>>): void {
    Object.assign(transaction, change)
    this.#remember()
  }

  #remember(): void {
    if (!this.#file) return
    writeFileSync(`${this.#file}.new`, JSON.stringify([...this.transactions.values()]), { mode: 0o600 })
    renameSync(`${this.#file}.new`, this.#file)
  }

  #pause(seconds: number): Promise<unknown> {
    return pause(seconds * 1000 * this.#pace, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
  }
}

const html = (status: number, body: string): Reply => ({ status, type: 'text/html; charset=utf-8', body })
const seeOther = (location: string): Reply => ({ status: 303, type: 'text/plain', body: '', headers: { location } })

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString('utf8')
}

async function post(url: string, { body, headers }: { body: string; headers: Record<string, string> }) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    return { status: response.status, body: await response.text() }
  } catch (error) {
    return { status: 0, body: String((error as Error).cause ?? error) }
  }
}

function readKept(file: string): Transaction[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Transaction[]
  } catch {
    return []
  }
}
