import { createServer, type Server } from 'node:http'

type Reported = {
  key: string
  description: string
  place: object
  media: { sha256: string }[]
  reporter: object
  review: string[]
  source: string
}

type Filed = {
  key: string
  answers: object
  files: { sha256: string }[]
  receivedAt: string
  review: string[]
  version: number
}

/**
 * Answers as the record does to the site, for tests of which the record is not the subject: numbers by key, and the
 * bytes that were handed over. It can be ill, slow or gone.
 */
export class RecordStandIn {
  readonly filed: Filed[] = []
  readonly reported: Reported[] = []
  /** What was asked or said about reports, by the end of the address. */
  readonly told: { about: string; body: Record<string, unknown> }[] = []
  nearby: object[] = []
  readonly bytes = new Map<string, Buffer>()
  readonly asked: { numar: string; cod: string; adresa: string }[] = []
  mood: 'well' | 'ill' | 'silent' = 'well'
  refuses: { status: number; erori: { camp: string; mesaj: string }[] } | null = null
  #server: Server | null = null
  #port = 0

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async open(): Promise<void> {
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
      if (this.mood === 'silent') return
      const answer = (status: number, body?: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body))
      if (this.mood === 'ill') return answer(503)
      const body = Buffer.concat(parts)
      const sha256 = /\/(?:files|media)\/(\w{64})$/.exec(request.url ?? '')?.[1]
      if (sha256) {
        this.bytes.set(sha256, body)
        return answer(204)
      }
      const given = JSON.parse(body.toString())
      if (request.url === '/api/filings/status') {
        this.asked.push(given)
        const isRight = given.numar === '1' && given.cod === 'K7M4P29QPX'
        return isRight ? answer(200, aStatus) : answer(404, { erori: [{ camp: '', mesaj: 'Nu am găsit.' }] })
      }
      if (this.refuses) return answer(this.refuses.status, this.refuses)
      if (request.url === '/api/reports') return answer(201, this.#report(given))
      const about = /^\/api\/reports\/(.+)$/.exec(request.url ?? '')?.[1]
      if (about) return answer(...this.#answerAbout(about, given))
      if (!this.filed.some(({ key }) => key === given.key)) this.filed.push(given)
      const numar = this.filed.findIndex(({ key }) => key === given.key) + 1
      const termen = { data: '2025-05-12', explicatie: '30 de zile de la înregistrare.' }
      answer(201, { numar, data: '2025-04-10', cod: 'K7M4P29QPX', termen, provizoriu: false })
    })
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as { port: number }).port
    this.#server = server
  }

  #report(given: Reported) {
    if (!this.reported.some(({ key }) => key === given.key)) this.reported.push(given)
    const number = this.reported.findIndex(({ key }) => key === given.key) + 1
    const numar = `2025-${String(number).padStart(4, '0')}`
    return { numar, data: '2025-04-10', cod: 'K7M4P29QPX', petitie: null, provizoriu: false }
  }

  #answerAbout(about: string, body: Record<string, unknown>): [number, object] {
    this.told.push({ about, body })
    const isRight = body['cod'] === 'K7M4P29QPX' || body['jeton'] === 'bun'
    const wrong: [number, object] = [404, { erori: [{ camp: '', mesaj: 'Nu am găsit.' }] }]
    if (about === 'nearby') return [200, { sesizari: this.nearby }]
    if (about === 'follow') return [202, {}]
    if (about === 'answer') return isRight ? [200, { stare: 'reopened', stadiu: 'Redeschisă' }] : wrong
    if (about === 'status') return isRight ? [200, { ...aReportStatus, numar: body['numar'] }] : wrong
    return isRight ? [200, { numar: '2025-0001' }] : wrong
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
    this.#server = null
  }
}

const aReportStatus = {
  data: '2025-04-10',
  stare: 'received',
  stadiu: 'Primită',
  pasUrmator: 'O citește un om.',
  compartiment: null,
  estePublica: false,
  raspundePanaLa: null,
  istoric: [],
}

const aStatus = {
  numar: 1,
  data: '2025-04-10',
  stadiu: 'În lucru',
  compartiment: 'urbanism',
  pasUrmator: 'Pregătim răspunsul. Nu trebuie să faceți nimic acum.',
  termen: { data: '2025-05-12', explicatie: 'Legea ne dă 30 de zile de la înregistrare.' },
  istoric: [
    { data: '2025-04-10T06:12:00.000Z', stadiu: 'Înregistrat', descriere: 'Documentul a primit numărul.' },
    { data: '2025-04-10T10:40:00.000Z', stadiu: 'Repartizat', descriere: 'A ajuns la compartiment.' },
    { data: '2025-04-11T07:00:00.000Z', stadiu: 'În lucru', descriere: 'Este luat în lucru.' },
  ],
}
