import { createServer, type Server } from 'node:http'
import type { FineAnswer } from '@avizier/cms/fines'
import type { HandOver, PublicPayment } from '@avizier/cms/payments'

type Given = Record<string, unknown> & { identificator?: string; offender?: object; hartie?: object; key?: string }

const route = {
  channels: ['card', 'ghiseul', 'counter'],
  reason: 'Merge la bugetul local.',
  legalBasis: 'OG nr. 2/2001',
  beneficiary: 'local',
  isCardAway: false,
}
const offender = { kind: 'person', digest: 'd'.repeat(43), masked: '1***********8' }
const paper = { written: 'SCZ nr. 12', isElectronic: false }
export const order = '7GJQBGF8EYF5'

/** Answers about money as the record does, for tests of which the record is not the subject. */
export class MoneyStandIn {
  readonly opened: Given[] = []
  readonly asked: Given[] = []
  isAway = false
  handOver: HandOver | null = { kind: 'redirect', url: 'https://banca.example/plata/1' }
  /** The state of the payment that is opened with a key, and of the one payment there is. */
  stateOf: (key: string) => PublicPayment['state'] = () => 'sent'
  state: PublicPayment['state'] = 'sent'
  reads = 0
  url = ''
  #server: Server | null = null

  async open(): Promise<void> {
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
      const answer = (status: number, body: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      if (this.isAway) return request.socket.destroy()
      const given: Given = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {}
      if (request.url === '/api/fines/ask') {
        this.asked.push(given)
        return answer(200, this.#aboutFine(given))
      }
      if (request.url === '/api/payments') {
        this.opened.push(given)
        const state = this.stateOf(String(given.key))
        return answer(201, { payment: aPayment(state), handOver: state === 'sent' ? this.handOver : null })
      }
      if (request.url === `/api/payments/${order}`) {
        this.reads += 1
        return answer(200, aPayment(this.state))
      }
      answer(404, { erori: [] })
    })
    const server = this.#server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }

  #aboutFine({ identificator, offender: known, emitent }: Given): FineAnswer {
    if (!emitent || (!identificator && !known)) return { kind: 'identity', paper }
    const due = { dueBani: 10_000, lastDay: null, explanation: ['Este amenda întreagă.'] }
    return {
      kind: 'payable',
      paper,
      route,
      offender,
      issuedOn: '2026-11-11',
      deed: '',
      isOnPaper: false,
      due,
    } as FineAnswer
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }
}

const aPayment = (state: PublicPayment['state']): PublicPayment => ({
  order,
  purpose: 'fine',
  description: 'Amendă, proces-verbal SCZ nr. 12',
  amountBani: 10_000,
  currency: 'RON',
  state,
  createdAt: '2026-11-25T08:00:00.000Z',
  paidAt: null,
  refundedAt: null,
})
