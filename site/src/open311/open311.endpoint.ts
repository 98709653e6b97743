import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { PublicReport } from '@avizier/cms/reports'
import { receiveForm, UnreadableBody } from '../files/receive-form.ts'
import type { Exchange } from '../filings/answer-requests.ts'
import { judgeReport } from '../reports/judge-report.ts'
import type { ReportDesk } from '../reports/report-desk.ts'
import { mediaLimits } from '../reports/report-limits.ts'
import { reportFaultSentence } from '../reports/reports.ro.ts'
import { submissionOf } from '../reports/submission.ts'
import { open311Sentences } from './open311.ro.ts'
import { type Format, inFormat, mediaTypes, type Value } from './open311-format.ts'
import { mostRequests, type RequestsQuery, readQuery } from './open311-query.ts'
import { requestOf, statusOf } from './open311-request.ts'

const root = '/api/open311/v2/'
type Asked = { desk: ReportDesk; origin: string; url: URL }
type Answer = { name: string; value: Value; status?: number }

export const isOpen311 = (path: string): boolean => path.startsWith(root) || path === root.slice(0, -1)

/** What cannot be answered, with the status and the code of the specification. */
class Refusal extends Error {
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

/**
 * Open311 GeoReport v2: `discovery`, `services[/<code>]`, `requests[/<id>]`, `tokens/<token>`, each as `.json` or
 * `.xml`. Nothing asks for a key. What is reported here goes the way of every report: it is public once a person has
 * looked at it.
 */
export async function answerOpen311(exchange: Exchange, asked: Asked): Promise<void> {
  const { request, response } = exchange
  const parts = /^(discovery|services|requests|tokens)(?:\/([\w.:-]+?))?\.(json|xml)$/.exec(
    asked.url.pathname.slice(root.length),
  )
  const format: Format = parts?.[3] === 'json' ? 'json' : 'xml'
  response.setHeader('access-control-allow-origin', '*')
  try {
    if (!parts) throw new Refusal(404, open311Sentences.resourceUnknown)
    const [, resource = '', id = null] = parts
    const jurisdiction = asked.url.searchParams.get('jurisdiction_id')
    if (jurisdiction && jurisdiction !== jurisdictionOf(asked.origin))
      throw new Refusal(404, open311Sentences.jurisdictionUnknown)
    const answer =
      request.method === 'POST' && resource === 'requests' && id === null
        ? await takeRequest(exchange, asked)
        : await look(exchange, asked, { resource, id })
    send(response, format, answer)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, message } = error
    send(response, format, { name: 'errors', value: [{ code: status, description: message }], status })
  }
}

const jurisdictionOf = (origin: string) => URL.parse(origin)?.hostname ?? ''

function send(response: ServerResponse, format: Format, { name, value, status = 200 }: Answer): void {
  response.writeHead(status, { 'content-type': mediaTypes[format], 'cache-control': 'no-store' })
  response.end(inFormat(format, name, value))
}

async function look(
  { request, response }: Exchange,
  asked: Asked,
  { resource, id }: { resource: string; id: string | null },
): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', resource === 'requests' ? 'GET, POST' : 'GET')
    throw new Refusal(405, open311Sentences.methodUnknown)
  }
  if (resource === 'services') return id === null ? services(asked) : serviceDefinition(asked, id)
  if (resource === 'requests') return requests(asked, id)
  if (resource === 'tokens' && id !== null) return token(asked, id)
  if (resource === 'discovery' && id === null) return discovery(asked)
  throw new Refusal(404, open311Sentences.resourceUnknown)
}

function discovery({ desk, origin }: Asked): Answer {
  const institution = desk.reader?.institution()
  const value = {
    changeset: institution?.updatedAt ?? null,
    contact: institution ? `${institution.townHallName}, ${institution.email}` : null,
    key_service: open311Sentences.noKey,
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}${root.slice(0, -1)}`,
        changeset: institution?.updatedAt ?? null,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
  return { name: 'discovery', value }
}

const services = ({ desk }: Asked): Answer => ({
  name: 'services',
  value: desk.categories.map(({ slug, name, hint, group }) => ({
    service_code: slug,
    service_name: name,
    description: hint || name,
    metadata: false,
    type: 'realtime',
    keywords: '',
    group,
  })),
})

/** No service asks for more than GeoReport itself does. */
function serviceDefinition({ desk }: Asked, code: string): Answer {
  if (!desk.categories.some(({ slug }) => slug === code)) throw new Refusal(404, open311Sentences.serviceUnknown)
  return { name: 'service_definition', value: { service_code: code, attributes: [] } }
}

function requests(asked: Asked, id: string | null): Answer {
  const query = readQuery(asked.url.searchParams, new Date())
  if (!query) throw new Refusal(400, open311Sentences.queryWrong)
  const found = id === null ? inQuery(asked, query) : inQuery(asked, { ...query, ids: [id] })
  if (id !== null && found.length === 0) throw new Refusal(404, open311Sentences.requestUnknown)
  return { name: 'service_requests', value: found.map((report) => requestOf(report, asked.origin)) }
}

function inQuery({ desk }: Asked, query: RequestsQuery): PublicReport[] {
  const { reader } = desk
  if (!reader) return []
  if (query.ids.length > 0) return query.ids.slice(0, mostRequests).flatMap((id) => reader.report(id) ?? [])
  const found = reader.reportsBetween({ from: query.from, to: query.to, categories: query.services })
  const asked = found.filter(({ state }) => query.statuses.length === 0 || query.statuses.includes(statusOf(state)))
  return asked.slice(0, mostRequests)
}

async function takeRequest({ request }: Exchange, { desk, url }: Asked): Promise<Answer> {
  const key = `o${randomUUID()}`
  const asked = new Map([['media', mediaLimits]])
  const received = await receiveForm(request, { asked, quarantine: desk.quarantine, owner: key }).catch(
    (error: unknown) => {
      if (error instanceof UnreadableBody) throw new Refusal(400, open311Sentences.unreadable)
      throw error
    },
  )
  const given: Record<string, string | undefined> = Object.fromEntries([...url.searchParams, ...received.entries])
  const { service_code: category = '' } = given
  if (!category) throw new Refusal(400, open311Sentences.serviceMissing)
  if (!desk.categories.some(({ slug }) => slug === category)) throw new Refusal(404, open311Sentences.serviceUnknown)
  const judged = judgeReport(
    {
      categorie: category,
      descriere: given['description'],
      lat: given['lat'],
      lng: given['long'],
      loc: given['address_string'],
      nume: [given['first_name'], given['last_name']].filter(Boolean).join(' '),
      email: given['email'],
      telefon: given['phone'],
    },
    { categories: [category], villages: desk.villages, hasMedia: true },
  )
  if (judged.kind === 'wrong') {
    await desk.quarantine.removeAll(key)
    throw new Refusal(400, judged.faults.map(reportFaultSentence).join(' '))
  }
  const visitor = desk.visitorOf(request)
  const outcome = await desk.spool.take({
    key,
    files: received.files,
    receivedAt: new Date().toISOString(),
    submission: submissionOf(judged.report, {
      key,
      files: received.files,
      categories: desk.categories,
      source: 'open311',
      review: (await desk.isOneOfMany(visitor)) ? ['one-of-many'] : [],
      visitor,
    }),
  })
  if (outcome.kind === 'refused')
    throw new Refusal(400, outcome.faults.map(({ mesaj }) => mesaj).join(' ') || open311Sentences.unreadable)
  const receipt = outcome.kind === 'answered' && outcome.answer.kind === 'registered' ? outcome.answer.receipt : null
  const value: Value = receipt
    ? { service_request_id: receipt.numar, service_notice: open311Sentences.taken(receipt.cod), account_id: null }
    : { token: key, service_notice: open311Sentences.waits, account_id: null }
  return { name: 'service_requests', value: [value], status: 201 }
}

async function token({ desk }: Asked, key: string): Promise<Answer> {
  const found = /^o[\da-f-]{36}$/.test(key) ? await desk.spool.find(key) : null
  if (!found) throw new Refusal(404, open311Sentences.tokenUnknown)
  const isKnown = found.kind === 'answered' && found.answer.kind === 'registered'
  const id = isKnown && found.answer.kind === 'registered' ? found.answer.receipt.numar : null
  return { name: 'service_requests', value: [{ token: key, service_request_id: id }] }
}
