import type { Endpoint } from 'payload'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { parseNumber } from '../registry/registration-number.ts'
import { statusTry } from '../registry/status-limits.ts'
import { type FeeDue, FeeQuestion, type FineRefusal } from './fine-contract.ts'
import { fineSentences } from './fines.ro.ts'
import { payables } from './payables.action.ts'
import { feeMessages } from './receipt.ro.ts'

const noStore = { 'cache-control': 'no-store' }
const refusal = (status: number, erori: FineRefusal['erori']) =>
  Response.json({ erori } satisfies FineRefusal, { status, headers: noStore })

/** `POST /api/fees/ask` with the token of the site: the fee of a filed request, to its number and code together. */
export const askFeeEndpoint: Endpoint = {
  path: '/fees/ask',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const given = FeeQuestion.safeParse(await req.json?.().catch(() => null))
    if (!given.success) return refusal(422, [{ camp: '', mesaj: feeMessages['entry-unknown'] }])
    const { adresa, numar, cod } = given.data
    const attempt = await statusTry(req, { address: adresa, number: String(parseNumber(numar)?.number ?? 0) })
    if (attempt.mustWait > 0) return refusal(429, [{ camp: '', mesaj: fineSentences['too-many'] }])
    const verdict = await payables(req, { purpose: 'fee', subject: { numar, cod } })
    if (verdict.kind === 'payable') {
      const { description, amountBani } = verdict
      return Response.json({ description, amountBani } satisfies FeeDue, { headers: noStore })
    }
    const isUnknown = verdict.faults.some(({ message }) => message === feeMessages['entry-unknown'])
    if (isUnknown) await attempt.wasWrong()
    return refusal(
      isUnknown ? 404 : 422,
      verdict.faults.map(({ field, message }) => ({ camp: field, mesaj: message })),
    )
  },
}
