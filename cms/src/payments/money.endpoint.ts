import { stringify } from 'csv-stringify'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { Day } from '../publishing/contract.ts'
import { type Actor, mayKeepMoney, mayReadMoney } from '../staff/roles.ts'
import { OrderId } from './contract.ts'
import { decidePayment } from './decide-payment.action.ts'
import { importSettlements } from './import-settlements.action.ts'
import { gatewayLabels, type MoneyCode, moneyMessages, moneyText, purposeLabels } from './money-desk.ro.ts'
import { paidBetween } from './money-list.ts'
import { actorOf, askRefund, dischargeReceipt, type MoneyOutcome, matchFine, stepRefund } from './money-step.action.ts'
import type { PaymentDesk } from './payment-desk.ts'
import { paymentStateLabels } from './payments.ro.ts'
import { refundVerbs } from './refund-steps.ts'
import { settlementSources } from './settlement-formats.ts'

const noStore = { 'cache-control': 'no-store' }
const fault = (status: number, message: string) =>
  Response.json({ erori: [{ camp: '', mesaj: message }] }, { status, headers: noStore })
const statusOf = (code: MoneyCode) =>
  code === 'not-entitled' || code === 'needs-another' ? 403 : code === 'order-unknown' ? 404 : 409
const answer = (outcome: MoneyOutcome) =>
  outcome.kind === 'done'
    ? Response.json({ facut: true }, { headers: noStore })
    : fault(statusOf(outcome.code), moneyMessages[outcome.code])
const mayKeep = (req: PayloadRequest) => mayKeepMoney(req.user as unknown as Actor)

const Reason = z.object({ reason: z.string().trim().min(3).max(500) })
const Match = z.object({ serie: z.string().max(80), numar: z.string().max(40).default('') })
const decisions = { confirmPaid: 'paid', confirmDeclined: 'declined', confirmRefunded: 'refunded' } as const

/** `POST /api/money/payments/<order>/<verb>`: one step of a clerk with one payment. */
const stepEndpoint = (desk: PaymentDesk): Endpoint => ({
  path: '/money/payments/:order/:verb',
  method: 'post',
  handler: async (req) => {
    const order = OrderId.safeParse(req.routeParams?.['order'])
    if (!order.success) return fault(404, moneyMessages['order-unknown'])
    const body: unknown = (await req.json?.().catch(() => null)) ?? {}
    const now = new Date()
    const verb = String(req.routeParams?.['verb'])
    if (verb === 'discharge') return answer(await dischargeReceipt(req, order.data, now))
    if (verb === 'refund') return answer(await askRefund(req, order.data, now))
    if (verb === 'match') {
      const match = Match.safeParse(body)
      if (!match.success) return fault(422, moneyMessages['fine-unknown'])
      return answer(await matchFine(req, { order: order.data, ...match.data }, now))
    }
    if (!Object.hasOwn(decisions, verb)) return fault(404, moneyMessages['order-unknown'])
    if (!mayKeep(req)) return fault(403, moneyMessages['not-entitled'])
    const reason = Reason.safeParse(body)
    if (!reason.success) return fault(422, moneyMessages['reason-missing'])
    const to = decisions[verb as keyof typeof decisions]
    const outcome = await decidePayment(req, desk, {
      order: order.data,
      to,
      reason: reason.data.reason,
      actor: actorOf(req),
      now,
    })
    return answer(outcome.kind === 'decided' ? { kind: 'done' } : outcome)
  },
})

const RefundBody = z.object({ note: z.string().max(500).default('') })

/** `POST /api/money/refunds/<id>/<verb>`: one step of giving money back. */
const refundEndpoint: Endpoint = {
  path: '/money/refunds/:id/:verb',
  method: 'post',
  handler: async (req) => {
    const verb = refundVerbs.find((each) => each === req.routeParams?.['verb'])
    const body = RefundBody.safeParse((await req.json?.().catch(() => null)) ?? {})
    if (!verb || !body.success) return fault(404, moneyMessages['order-unknown'])
    const taskId = Number(req.routeParams?.['id']) || 0
    return answer(await stepRefund(req, { taskId, verb, note: body.data.note }, new Date()))
  },
}

const ReportQuery = z.object({
  sursa: z.enum(settlementSources),
  nume: z.string().max(200).default('raport.csv'),
  referinta: z.string().max(60).optional(),
  data: z.string().max(60).optional(),
  suma: z.string().max(60).optional(),
  comision: z.string().max(60).optional(),
})
const largestReport = 10 * 1024 * 1024
const queryOf = (req: PayloadRequest) => Object.fromEntries(new URL(req.url ?? '', 'http://localhost').searchParams)

/** `POST /api/money/settlements?sursa=&nume=`: the bytes of a report; answers the differences. */
const settlementEndpoint: Endpoint = {
  path: '/money/settlements',
  method: 'post',
  handler: async (req) => {
    if (!mayKeep(req)) return fault(403, moneyMessages['not-entitled'])
    const query = ReportQuery.safeParse(queryOf(req))
    const bytes = new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))
    if (!query.success || bytes.length === 0 || bytes.length > largestReport) return fault(422, moneyText.failed)
    const { sursa, nume, referinta, data, suma, comision } = query.data
    const byHand = {
      ...(referinta && { reference: referinta }),
      ...(data && { settledOn: data }),
      ...(suma && { amount: suma }),
      ...(comision && { commission: comision }),
    }
    const outcome = await importSettlements(req, { source: sursa, fileName: nume, bytes, byHand, now: new Date() })
    if (outcome.kind === 'unreadable') return fault(422, `${moneyText.reportUnreadable} ${outcome.columns.join(', ')}.`)
    return Response.json(outcome, { headers: noStore })
  },
}

const ExportQuery = z.object({ deLa: Day, panaLa: Day })
const heads = [
  'Data plății',
  'Felul',
  'Descrierea',
  'Suma (lei)',
  'Comision (lei)',
  'Plătitor',
  'Dovada',
  'Referința',
  'Tranzacția',
  'Procesator',
  'Starea',
  'Descărcată',
]

/** `GET /api/money/export?deLa=&panaLa=`: what was paid, for a spreadsheet: `;`, a BOM, and no cell that runs as a formula. */
const exportEndpoint: Endpoint = {
  path: '/money/export',
  method: 'get',
  handler: async (req) => {
    if (!mayReadMoney(req.user as unknown as Actor)) return fault(403, moneyText.noAccess)
    const query = ExportQuery.safeParse(queryOf(req))
    if (!query.success || query.data.deLa > query.data.panaLa) return fault(422, moneyText.failed)
    const { deLa: from, panaLa: to } = query.data
    const csv = stringify({ delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' })
    const lei = (bani: number) => `${Math.trunc(bani / 100)},${String(bani % 100).padStart(2, '0')}`
    csv.write(heads)
    for await (const row of paidBetween(req, { from, to }))
      csv.write([
        row.paidAt ? dayOf(row.paidAt) : '',
        purposeLabels[row.purpose],
        row.description,
        lei(row.amountBani),
        row.commissionBani === null ? '' : lei(row.commissionBani),
        row.payer,
        row.receipt ?? '',
        row.order,
        row.providerRef ?? '',
        gatewayLabels[row.gateway],
        paymentStateLabels[row.state],
        row.isDischarged ? 'da' : 'nu',
      ])
    csv.end()
    const chunks: Buffer[] = []
    for await (const chunk of csv) chunks.push(Buffer.from(chunk as Uint8Array))
    return new Response(new Uint8Array(Buffer.concat(chunks)), {
      headers: {
        ...noStore,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="plati-${from}-${to}.csv"`,
        'x-content-type-options': 'nosniff',
      },
    })
  },
}

export const moneyEndpoints = (desk: PaymentDesk): Endpoint[] => [
  stepEndpoint(desk),
  refundEndpoint,
  settlementEndpoint,
  exportEndpoint,
]
