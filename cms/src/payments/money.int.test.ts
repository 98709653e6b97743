import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { cnps, pay, settle } from '../../test/paid.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import type { Role } from '../staff/roles.ts'
import { tellStory } from './money-desk.ro.ts'
import { dailyTotals, moneyList } from './money-list.ts'
import { offenderDigest } from './offender.ts'
import { storyOf } from './payment-story.ts'

let record: TestRecord
const people = new Map<Role, string>()
let papers = 8_000
beforeAll(async () => {
  record = await openTestRecord()
  process.env['PAYMENTS_GATEWAY'] = 'sandbox-netopia'
  for (const role of ['cashier', 'generalSecretary', 'mayor', 'auditor', 'clerk'] as const)
    people.set(role, (await record.signIn(role)).token)
})

const noFilter = { state: null, purpose: null, gateway: null, from: null, to: null, text: '' }
const debt = (matter: string, amountBani = 40_000) => ({
  purpose: 'fine' as const,
  amountBani,
  description: `Amendă, proces-verbal ${matter}`,
  matter: `fine:${matter}`,
  details: { paperKey: matter, written: matter, fineId: null, offenderDigest: 'digest' },
})
async function step(who: Role, path: string, body: object = {}) {
  const response = await record.rest('POST', `/money/${path}`, { token: people.get(who) ?? '', body })
  return { status: response.status, text: await response.text() }
}
const list = async (pile: Parameters<typeof moneyList>[1]['pile'], given: object = {}) =>
  moneyList({ payload: record.payload }, { pile, filter: { ...noFilter, ...given }, page: 1 })
const taskOf = async (paymentId: number) =>
  (await record.pool.query('select id::int, state from avizier.refund_tasks where payment_id = $1', [paymentId]))
    .rows[0] as {
    id: number
    state: string
  }

describe('the list of payments', () => {
  it('is found by state, kind, gateway, day and words', async () => {
    const { order } = await settle(record, debt('LIST-1'))
    const today = new Date().toISOString().slice(0, 10)
    for (const filter of [
      { state: 'paid' },
      { purpose: 'fine' },
      { gateway: 'netopia' },
      { from: '2020-01-01', to: '2099-01-01' },
      { text: 'list-1' },
      { text: order },
    ])
      expect((await list('all', filter)).rows.map((row) => row.order)).toContain(order)
    for (const filter of [
      { state: 'review' },
      { purpose: 'fee' },
      { gateway: 'euplatesc' },
      { to: '2020-01-01' },
      { text: `100%${today}` },
    ])
      expect((await list('all', filter)).rows.map((row) => row.order)).not.toContain(order)
  })

  it('adds up what came in by day and kind', async () => {
    const before = await dailyTotals({ payload: record.payload }, new Date())
    await settle(record, debt('LIST-2', 12_345))
    const sum = (totals: typeof before) => totals.reduce((all, { bani }) => all + bani, 0)
    expect(sum(await dailyTotals({ payload: record.payload }, new Date())) - sum(before)).toBe(12_345)
  })
})

describe('a receipt in the books', () => {
  it('is marked as taken off once, by who keeps money', async () => {
    const { order } = await settle(record, debt('BOOK-1'))
    expect((await list('undischarged')).rows.map((row) => row.order)).toContain(order)
    for (const who of ['clerk', 'auditor', 'mayor'] as const)
      expect((await step(who, `payments/${order}/discharge`)).status).toBe(403)
    expect((await step('cashier', `payments/${order}/discharge`)).status).toBe(200)
    expect((await step('cashier', `payments/${order}/discharge`)).status).toBe(409)
    expect((await list('undischarged')).rows.map((row) => row.order)).not.toContain(order)
  })
})

describe('a payment from the paper', () => {
  it('is matched by a person to a fine of the register, once', async () => {
    const number = String(++papers)
    const created = await record.rest('POST', '/fines', {
      token: people.get('cashier') ?? '',
      body: {
        series: 'SCZ',
        number,
        issuer: 'own',
        issuedOn: '2026-11-11',
        basis: 'localDecision',
        offenderKind: 'person',
        identifier: cnps[1],
        offenderName: 'Ana',
        domicile: 'here',
        applied: '400',
      },
    })
    expect(created.status).toBe(201)
    // The citizen typed another CNP: the register does not know this fine by it.
    const { order } = await pay(record, 'fine', {
      serie: 'SCZ',
      numar: number,
      data: '2026-11-11',
      emitent: 'own',
      fel: 'person',
      domiciliu: 'here',
      offender: { kind: 'person', digest: offenderDigest(cnps[0], record.payload.secret), masked: '1***********8' },
      hartie: { temei: 'localDecision', amenda: '400', jumatate: '', primit: '' },
    })
    expect((await list('unmatched')).rows.map((row) => row.order)).toContain(order)
    expect((await step('cashier', `payments/${order}/match`, { serie: 'SCZ', numar: '1' })).status).toBe(409)
    expect((await step('cashier', `payments/${order}/match`, { serie: 'scz', numar: number })).status).toBe(200)
    expect((await step('cashier', `payments/${order}/match`, { serie: 'scz', numar: number })).status).toBe(409)
    expect((await list('unmatched')).rows.map((row) => row.order)).not.toContain(order)
    const { rows } = await record.pool.query('select state, paid_bani::int from record.fines where number = $1', [
      number,
    ])
    expect(rows).toEqual([{ state: 'paid', paid_bani: 40_000 }])
  })
})

describe('giving money back', () => {
  it('takes two people and the way of the law, and the receipt says so', async () => {
    const paid = await settle(record, { ...debt('BACK-1'), paidAt: new Date(Date.now() - 3 * 86_400_000) })
    expect((await step('cashier', `payments/${paid.order}/refund`)).status).toBe(200)
    expect((await step('cashier', `payments/${paid.order}/refund`)).status).toBe(409)
    const { id } = await taskOf(paid.id)
    expect((await step('cashier', `refunds/${id}/request`)).status).toBe(409)
    expect((await step('cashier', `refunds/${id}/request`, { note: 'Cererea nr. 4812/2026' })).status).toBe(200)
    expect((await step('cashier', `refunds/${id}/approve`)).status).toBe(403)
    expect((await step('mayor', `refunds/${id}/approve`)).status).toBe(200)
    expect((await step('cashier', `refunds/${id}/askGateway`)).status).toBe(409)
    expect((await step('cashier', `refunds/${id}/return`, { note: 'OP 17 din 25.11.2026' })).status).toBe(200)
    const { rows } = await record.pool.query(
      `select (select count(*)::int from avizier.receipt_returns b join avizier.receipts r on r.id = b.receipt_id
         where r.payment_id = $1) as returned, (select is_refunded from avizier.paid_fines where payment_id = $1) as refunded`,
      [paid.id],
    )
    expect(rows).toEqual([{ returned: 1, refunded: true }])
    expect((await list('refunds')).rows.map((row) => row.order)).not.toContain(paid.order)
  })

  it('asks the gateway on the same day', async () => {
    const paid = await settle(record, debt('BACK-2'))
    await step('cashier', `payments/${paid.order}/refund`)
    const { id } = await taskOf(paid.id)
    await step('generalSecretary', `refunds/${id}/approve`)
    expect((await step('cashier', `refunds/${id}/askGateway`)).status).toBe(200)
    const { rows } = await record.pool.query('select state from avizier.payments where id = $1', [paid.id])
    expect(rows).toEqual([{ state: 'refundPending' }])
  })

  it('lets a debt that was given back be paid again, with a new receipt', async () => {
    const first = await settle(record, { ...debt('BACK-3'), paidAt: new Date(Date.now() - 86_400_000) })
    await step('cashier', `payments/${first.order}/refund`)
    const { id } = await taskOf(first.id)
    await step('mayor', `refunds/${id}/approve`)
    await step('cashier', `refunds/${id}/return`, { note: 'OP 18' })
    const second = await settle(record, debt('BACK-3'))
    const { rows } = await record.pool.query(
      'select payment_id::int as id from avizier.receipts where matter = $1 order by id',
      ['fine:BACK-3'],
    )
    expect(rows.map((row) => row.id)).toEqual([first.id, second.id])
  })
})

describe('a settlement report', () => {
  const bring = async (sursa: string, lines: string[], who: Role = 'cashier') => {
    const response = await record.request(
      new Request(`http://localhost:3000/api/money/settlements?sursa=${sursa}&nume=r.csv`, {
        method: 'POST',
        headers: { authorization: `JWT ${people.get(who)}` },
        body: lines.join('\r\n'),
      }),
    )
    return {
      status: response.status,
      body: (await response.json()) as {
        isNew: boolean
        unread: unknown[]
        commissionBani: number
        reconciled: { agreed: number; differences: { kind: string; reference: string }[] }
      },
    }
  }
  const head = 'Data;Order ID;Suma;Comision'

  it('is laid beside the payments, and kept once', async () => {
    const [good, short] = [await settle(record, debt('SETTLE-1')), await settle(record, debt('SETTLE-2'))]
    const lines = [
      head,
      `25.11.2020;${good.order};400,00;4,00`,
      `25.11.2020;${short.order};399,99;4,00`,
      '25.11.2020;ZZZZZZZZZZZZ;10,00;0,10',
      'rând stricat;;;',
    ]
    const { body } = await bring('netopia', lines)
    expect(body).toMatchObject({ isNew: true, commissionBani: 810, reconciled: { agreed: 1 } })
    expect(body.unread).toHaveLength(1)
    expect(body.reconciled.differences.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['amount-differs', short.order],
      ['not-here', 'ZZZZZZZZZZZZ'],
    ])
    expect((await bring('netopia', lines)).body.isNew).toBe(false)
    expect((await bring('netopia', lines, 'auditor')).status).toBe(403)
    expect((await bring('netopia', ['a;b', '1;2'])).status).toBe(422)
  })

  it('of ghiseul.ro makes fines of the register paid', async () => {
    const number = String(++papers)
    await record.rest('POST', '/fines', {
      token: people.get('cashier') ?? '',
      body: {
        series: 'SCZ',
        number,
        issuer: 'own',
        issuedOn: '2026-11-11',
        basis: 'localDecision',
        offenderKind: 'person',
        identifier: cnps[2],
        domicile: 'here',
        applied: '300',
      },
    })
    const { body } = await bring('ghiseul', [
      'Data plății;Proces verbal;Suma',
      `20.11.2026;SCZ ${number};300`,
      '20.11.2026;SCZ 99999999;100',
    ])
    expect(body.reconciled).toMatchObject({ agreed: 1, differences: [{ kind: 'not-here', reference: 'SCZ-99999999' }] })
    const { rows } = await record.pool.query('select state, paid_through from record.fines where number = $1', [number])
    expect(rows).toEqual([{ state: 'paid', paid_through: 'ghiseul' }])
  })
})

describe('the export for the books', () => {
  it('opens in a spreadsheet, with commas in amounts and no formula', async () => {
    await settle(record, { ...debt('CSV-1', 12_345), payer: { name: '=HYPERLINK("x")', email: 'a@b.example' } })
    const response = await record.rest('GET', '/money/export?deLa=2020-01-01&panaLa=2099-01-01', {
      token: people.get('auditor') ?? '',
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(';123,45;')
    expect(text).not.toMatch(/;"?=HYPERLINK/)
    expect(
      (
        await record.rest('GET', '/money/export?deLa=2020-01-01&panaLa=2099-01-01', {
          token: people.get('clerk') ?? '',
        })
      ).status,
    ).toBe(403)
  })
})

describe('the story of a payment', () => {
  it('is told in words, in the order in which it came', async () => {
    const { order } = await settle(record, debt('STORY-1'))
    await record.pool.query(
      `insert into avizier.payment_notices (gateway, received_at, body, headers, order_id, report, verdict, judged_at)
       values ('netopia', now(), 'x', '{}', $1, $2, 'paid', now())`,
      [order, JSON.stringify({ order, providerRef: null, event: 'paid', amountBani: 1, currency: 'RON', said: '3' })],
    )
    const { pool } = record.payload.db as unknown as PostgresAdapter
    const lines = tellStory(await storyOf(pool, order))
    expect(lines.map(({ text }) => text).join(' ')).toMatch(/Înștiințarea \d+: procesatorul a încasat/)
  })
})

it('the journal of the town knows every step with money', async () => {
  const req = await createLocalReq({}, record.payload)
  const { totalDocs } = await req.payload.find({
    collection: 'audit',
    where: { noun: { equals: 'payments' } },
    overrideAccess: true,
  })
  expect(totalDocs).toBeGreaterThan(5)
})
