import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { cnps, keepPaid, pay, payableFor, settle } from '../../test/paid.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { FineAnswer, PublicReceipt, ReceiptOfPayment } from './fine-contract.ts'
import { followPaid } from './follow-paid.action.ts'
import { issueReceipt } from './issue-receipt.action.ts'
import { offenderDigest } from './offender.ts'
import type { PaidPayment } from './payable.ts'

let record: TestRecord
let papers = 6_000
beforeAll(async () => {
  record = await openTestRecord()
  process.env['PAYMENTS_GATEWAY'] = 'sandbox-netopia'
})

const bearer = { authorization: `Bearer ${changesToken}` }
const fromPaper = (numar = String(++papers), given: object = {}) => ({
  serie: 'SCZ',
  numar,
  data: '2026-11-11',
  emitent: 'own',
  fel: 'person',
  domiciliu: 'here',
  offender: { kind: 'person', digest: offenderDigest(cnps[0], record.payload.secret), masked: '1***********8' },
  hartie: { temei: 'localDecision', amenda: '400', jumatate: '', primit: '' },
  ...given,
})
const debt = (matter: string, amountBani = 40_000) => ({
  purpose: 'fine' as const,
  amountBani,
  description: `Amendă, proces-verbal ${matter}`,
  matter: `fine:${matter}`,
  details: {
    paperKey: matter,
    written: matter,
    fineId: null,
    offenderDigest: 'digest',
    offenderMasked: '1***********8',
  },
})
const receiptOf = async (order: string) => {
  const response = await record.rest('GET', `/receipts/of/${order}`, { headers: bearer })
  return response.status === 200 ? ReceiptOfPayment.parse(await response.json()) : null
}
const tasks = async (paymentId: number) =>
  (await record.pool.query('select reason, state from avizier.refund_tasks where payment_id = $1', [paymentId])).rows
const letters = async (order: string) =>
  (await record.pool.query(`select kind, recipient from avizier.outbox where data ->> 'order' = $1`, [order])).rows

describe('a receipt', () => {
  it('says what was paid, in figures and words, to whoever has its code', async () => {
    const { order } = await pay(record, 'fine', fromPaper())
    const receipt = await receiptOf(order)
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^AV \d+\/\d{4}$/),
      amountBani: 40_000,
      amountInWords: 'patru sute de lei',
      description: expect.stringContaining('SCZ nr. 6001'),
      offender: '1***********8',
      isDischarged: false,
      isRefunded: false,
    })
    const verified = await record.rest('GET', `/receipts/${receipt?.code}`, { headers: bearer })
    const text = await verified.text()
    expect(PublicReceipt.parse(JSON.parse(text)).number).toBe(receipt?.number)
    expect(text).not.toContain('Ana Pop')
    expect((await record.rest('GET', '/receipts/AAAAAAAAAA', { headers: bearer })).status).toBe(404)
    expect((await record.rest('GET', `/receipts/${receipt?.code}`)).status).toBe(401)
    expect(await letters(order)).toEqual([{ kind: 'paid', recipient: 'ana.pop@posta.example' }])
  })

  it('comes as a PDF with its words and without a CNP', async () => {
    const { order } = await pay(record, 'fine', fromPaper())
    const receipt = await receiptOf(order)
    const response = await record.rest('GET', `/receipts/${receipt?.code}/pdf`, { headers: bearer })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const { extractText, getDocumentProxy } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())), {
      mergePages: true,
    })
    const written = text.replaceAll(/\s+/g, ' ')
    for (const words of [
      receipt?.number ?? '-',
      '400,00 lei, adică patru sute de lei',
      '1***********8',
      'în curs de descărcare',
      'Ana Pop',
    ])
      expect(written).toContain(words)
    expect(written).not.toContain(cnps[0])
  })

  it('is numbered without a gap when many are paid at once, and some fail', async () => {
    const before = (await record.pool.query('select count(*)::int as count from avizier.receipts')).rows[0].count
    const payments = await Promise.all(
      Array.from({ length: 40 }, (_, index) => keepPaid(record, debt(`MANY-${index}`))),
    )
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, async (_, index) => {
        const req = await createLocalReq({}, record.payload)
        return inTransaction(req, async () => {
          await followPaid(req, payments[index] as PaidPayment)
          if (index % 5 === 0) throw new Error('the commit that never came')
        })
      }),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(32)
    const { rows } = await record.pool.query('select number from avizier.receipts order by number')
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: before + 32 }, (_, index) => index + 1))
  })

  it('starts again from one in a new year, in the year of Bucharest', async () => {
    const issueAt = async (moment: string, index: number) => {
      const req = await createLocalReq({}, record.payload)
      const paid = await keepPaid(record, { ...debt(`YEAR-${index}`), paidAt: new Date(moment) })
      return inTransaction(req, () => issueReceipt(req, paid, new Date(moment)))
    }
    expect(await issueAt('2031-12-31T21:59:59Z', 1)).toMatchObject({ year: 2031, number: 1 })
    expect(await issueAt('2031-12-31T22:00:01Z', 2)).toMatchObject({ year: 2032, number: 1 })
    expect(await issueAt('2032-01-01T10:00:00Z', 3)).toMatchObject({ year: 2032, number: 2 })
  })

  it('is never changed', async () => {
    await expect(record.pool.query('update avizier.receipts set amount_bani = 1')).rejects.toThrow()
    await expect(record.pool.query('delete from avizier.receipts')).rejects.toThrow()
  })
})

describe('a debt that is paid twice', () => {
  it('has one receipt, and a refund task for the second payment', async () => {
    const first = await settle(record, debt('TWICE-1'))
    const second = await settle(record, debt('TWICE-1'))
    expect(await receiptOf(first.order)).not.toBeNull()
    expect(await receiptOf(second.order)).toBeNull()
    expect(await tasks(first.id)).toEqual([])
    expect(await tasks(second.id)).toEqual([{ reason: 'paid-twice', state: 'open' }])
    expect(await letters(second.order)).toMatchObject([{ kind: 'paidTwice' }])
  })

  it('at the same moment has one receipt all the same', async () => {
    const payments = await Promise.all(Array.from({ length: 6 }, () => settle(record, debt('TWICE-2'))))
    const receipts = await Promise.all(payments.map(({ order }) => receiptOf(order)))
    expect(receipts.filter(Boolean)).toHaveLength(1)
    const opened = await Promise.all(payments.map(({ id }) => tasks(id)))
    expect(opened.flat()).toHaveLength(5)
  })

  it('is not offered a second time', async () => {
    const subject = fromPaper()
    await pay(record, 'fine', subject)
    expect(await payableFor(record, 'fine', subject)).toMatchObject({ kind: 'refused' })
    const { offender, ...asked } = subject
    const again = await record.rest('POST', '/fines/ask', {
      body: { adresa: 'x', ...asked, offender },
      headers: bearer,
    })
    expect(FineAnswer.parse(await again.json()).kind).toBe('paid')
  })
})

describe('the amount', () => {
  it('is the record’s own, whatever the site sends along', async () => {
    const payable = await payableFor(record, 'fine', { ...fromPaper(), amountBani: 1, dueBani: 1 })
    expect(payable).toMatchObject({ kind: 'payable', amountBani: 40_000 })
  })

  it('is never asked by card for an electronic fine', async () =>
    expect(await payableFor(record, 'fine', fromPaper('', { serie: '10002026000012345678901' }))).toMatchObject({
      kind: 'refused',
    }))

  it('of a subject that is none is refused', async () => {
    for (const subject of [{}, { offender: 'x' }, { offender: { kind: 'person', digest: '', masked: '' } }])
      expect((await payableFor(record, 'fine', subject)).kind).toBe('refused')
  })
})
