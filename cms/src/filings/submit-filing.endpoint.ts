import type { ReadableStream } from 'node:stream/web'
import type { Endpoint } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { noteKeptFile } from '../files/file-scans.ts'
import { keepFiledBytes } from '../files/filed-bytes.ts'
import { type FilingRefusal, FilingRequest } from './contract.ts'
import { storable } from './filing-facts.ts'
import type { FilingForms } from './filing-forms.ts'
import { type FilingCode, filingMessages } from './filings.ro.ts'
import { submitFiling } from './submit-filing.action.ts'

const noStore = { headers: { 'cache-control': 'no-store' } }
const refusal = (status: number, code: FilingCode, field = '') =>
  Response.json({ erori: [{ camp: field, mesaj: filingMessages[code] }] } satisfies FilingRefusal, {
    status,
    ...noStore,
  })

/** `POST /api/filings`: the site files for a citizen. */
export const submitFilingEndpoint = (forms: FilingForms): Endpoint => ({
  path: '/',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const given = FilingRequest.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      return refusal(422, 'request-malformed', given.error.issues[0]?.path.map(String).join('.') ?? '')
    const { form, version, receivedAt, ...rest } = storable(given.data)
    const now = new Date()
    const outcome = await submitFiling(
      req,
      { ...rest, form: { slug: form, version }, receivedAt: earlier(receivedAt, now) },
      { forms, now },
    )
    switch (outcome.kind) {
      case 'registered':
        return Response.json(outcome.receipt, { status: 201, ...noStore })
      case 'form-unknown':
        return refusal(404, 'form-unknown')
      case 'key-reused':
        return refusal(409, 'key-reused')
      case 'faulty':
        return Response.json(
          { erori: outcome.faults.map(({ field, message }) => ({ camp: field, mesaj: message })) },
          { status: 422, ...noStore },
        )
      default:
        return outcome satisfies never
    }
  },
})

/** A site whose clock is fast does not file from the future. */
const earlier = (given: string | null | undefined, now: Date): Date =>
  given && new Date(given) < now ? new Date(given) : now

/** `PUT /api/filings/files/<sha256>`: the bytes of a file, before the filing that names them. */
export const keepFiledBytesEndpoint: Endpoint = {
  path: '/files/:sha256',
  method: 'put',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const sha256 = String(req.routeParams?.['sha256'] ?? '')
    if (!/^[0-9a-f]{64}$/.test(sha256) || !req.body) return refusal(422, 'request-malformed')
    const kept = await keepFiledBytes(req.body as unknown as ReadableStream<Uint8Array>, { expected: sha256 })
    if (kept.kind === 'refused') return refusal(422, 'file-digest-wrong', 'fisiere')
    await noteKeptFile(req, kept.sha256)
    return new Response(null, { status: 204 })
  },
}
