import type { Endpoint } from 'payload'
import { z } from 'zod'
import { judgeRules } from './judge-rules.action.ts'
import { ruleMessages } from './payment-rules.ro.ts'

const Verdict = z.object({ verdict: z.enum(['approved', 'rejected']) })

/** `POST /api/paymentRules/<id>/judge`: the second person's answer to a proposal. */
export const judgeRulesEndpoint: Endpoint = {
  path: '/:id/judge',
  method: 'post',
  handler: async (req) => {
    const given = Verdict.safeParse(await req.json?.().catch(() => null))
    const id = Number(req.routeParams?.['id'])
    if (!given.success || !Number.isInteger(id)) return Response.json({ erori: [] }, { status: 422 })
    const outcome = await judgeRules(req, { id, verdict: given.data.verdict, now: new Date() })
    if (outcome.kind === 'judged') return Response.json({ stare: outcome.state })
    const status = outcome.code === 'rules-unknown' ? 404 : outcome.code === 'judged-already' ? 409 : 403
    return Response.json({ erori: [{ camp: '', mesaj: ruleMessages[outcome.code] }] }, { status })
  },
}
