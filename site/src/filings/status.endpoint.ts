import { z } from 'zod'
import { readBody, UnreadableBody } from '../files/receive-form.ts'
import { statusPath } from '../paths.ts'
import { answerJson, type Exchange, isAcceptable, isJson, refuse } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import type { StatusShown } from './filing-page.ts'
import { filingSentences } from './filings.ro.ts'
import type { ShowPage } from './journey.endpoint.ts'

const Pair = z.object({ numar: z.coerce.string().max(80), cod: z.coerce.string().max(40) })

/** Where a document is. A pair that is malformed is asked of the record like any other, so that all look alike. */
async function ask(desk: FilingDesk, exchange: Exchange, pair: unknown): Promise<StatusShown> {
  const { numar, cod } = Pair.safeParse(pair).data ?? { numar: '', cod: '' }
  try {
    const outcome = await desk.cms.status({ numar, cod, adresa: desk.visitorOf(exchange.request) })
    return outcome.kind === 'found' ? { kind: 'found', status: outcome.status } : outcome
  } catch (error) {
    console.error('The record could not be asked about a document', error)
    return { kind: 'unavailable' }
  }
}

const statusOf = { found: 200, 'asked-nothing': 200, wrong: 404, 'too-many': 429, unavailable: 503 } as const

async function readPair({ request }: Exchange): Promise<unknown> {
  const body = await readBody(request, 8_192)
  if (!isJson(request)) return Object.fromEntries(new URLSearchParams(body))
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** `POST /api/stare` for machines. */
export async function answerStatus(exchange: Exchange, desk: FilingDesk): Promise<void> {
  if (!isAcceptable(exchange)) return
  const { response } = exchange
  const pair = await pairOrNull(exchange)
  const outcome = await ask(desk, exchange, pair)
  if (outcome.kind === 'found') return answerJson(response, 200, outcome.status)
  if (outcome.kind === 'too-many') return refuse(response, 429, filingSentences.tooMany)
  if (outcome.kind === 'unavailable') return refuse(response, 503, filingSentences.statusUnavailable)
  refuse(response, 404, filingSentences.wrongPair)
}

/** `/stare/` for people: the number may come in the address, from the QR of a receipt; the code is typed. */
export async function answerStatusPage(
  exchange: Exchange,
  { desk, url, show }: { desk: FilingDesk; url: URL; show: ShowPage },
): Promise<void> {
  const { request } = exchange
  if (request.method !== 'POST') {
    const number = (url.searchParams.get('numar') ?? '').slice(0, 80)
    return show(exchange, statusPath, { kind: 'status', number, outcome: { kind: 'asked-nothing' } })
  }
  if (!isAcceptable(exchange)) return
  const pair = await pairOrNull(exchange)
  const outcome = await ask(desk, exchange, pair)
  const number = Pair.safeParse(pair).data?.numar ?? ''
  await show(exchange, statusPath, { kind: 'status', number, outcome }, statusOf[outcome.kind])
}

const pairOrNull = (exchange: Exchange): Promise<unknown> =>
  readPair(exchange).catch((error: unknown) => {
    if (error instanceof UnreadableBody) return null
    throw error
  })
