import { type GatewayName, largestNoticeBytes } from '@avizier/cms/payments'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Exchange } from '../filings/answer-requests.ts'
import type { FilingDesk } from '../filings/filing-desk.ts'

/** Each is written down by the record, whoever sent it: more than this of one address in a minute come again later. */
const limiter = new RateLimiterMemory({ keyPrefix: 'notices', points: 600, duration: 60 })
/** What the record says to gateways. Any other answer is trouble of ours, and not theirs. */
const answers = [200, 400, 404, 413]

/**
 * `POST /api/plati/<gateway>/ipn`: a gateway tells of a payment. The site judges nothing: the bytes go to the record as
 * they came, and its answer goes back. Where there is none the gateway is told to try again.
 */
export async function answerNotice(
  { request, response }: Exchange,
  { gateway, desk }: { gateway: GatewayName; desk: Pick<FilingDesk, 'cms' | 'visitorOf'> },
): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end()
  const tryAgain = (reason: string) => {
    console.error(`A notice of ${gateway} was not taken: ${reason}`)
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '30', 'cache-control': 'no-store' })
    response.end('try again')
  }
  const body = await bytesOf(request)
  if (!body) return void response.writeHead(413, { 'content-type': 'text/plain', connection: 'close' }).end()
  const isTooMany = await limiter.consume(desk.visitorOf(request)).then(
    () => false,
    () => true,
  )
  if (isTooMany) return tryAgain('too many from one address')
  try {
    const answer = await desk.cms.passNotice(gateway, {
      body,
      type: String(request.headers['content-type'] ?? ''),
      token: String(request.headers['verification-token'] ?? ''),
    })
    if (!answers.includes(answer.status)) return tryAgain(`the record answered ${answer.status}`)
    response.writeHead(answer.status, { 'content-type': answer.type, 'cache-control': 'no-store' }).end(answer.body)
  } catch (error) {
    tryAgain(`the record is away (${(error as Error).name})`)
  }
}

/** The body as it came; null when it is longer than any notice. */
async function bytesOf(request: Exchange['request']): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > largestNoticeBytes) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
