import type { Endpoint } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { StatusQuestion } from './contract.ts'
import { entryOfPair, statusOf } from './entry-status.ts'
import { parseNumber } from './registration-number.ts'
import { statusMessages } from './registry.ro.ts'
import { statusTry } from './status-limits.ts'

const noStore = { 'cache-control': 'no-store' }
const wrongPair = () =>
  Response.json({ erori: [{ camp: '', mesaj: statusMessages.wrongPair }] }, { status: 404, headers: noStore })

/** `POST /api/filings/status` with the token of the site: where a document stands, for whoever has its number and code. */
export const entryStatusEndpoint: Endpoint = {
  path: '/status',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const question = StatusQuestion.safeParse(await req.json?.().catch(() => null))
    if (!question.success) return wrongPair()
    const { numar, cod, adresa } = question.data
    const number = String(parseNumber(numar)?.number ?? 0)
    const attempt = await statusTry(req, { address: adresa, number })
    if (attempt.mustWait > 0)
      return Response.json(
        { erori: [{ camp: '', mesaj: statusMessages.tooMany }] },
        { status: 429, headers: { ...noStore, 'retry-after': String(attempt.mustWait) } },
      )
    const entry = await entryOfPair(req, { numar, cod })
    if (entry) return Response.json(await statusOf(req, entry), { headers: noStore })
    await attempt.wasWrong()
    return wrongPair()
  },
}
