import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file } from '../../test/filing.ts'
import { aDefinition } from '../../test/forms.ts'
import { pay, payableFor, settle } from '../../test/paid.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { FormDefinition } from '../forms/contract.ts'
import { sendDueLetters } from '../mail/send-letters.job.ts'
import { healFees } from './heal-fees.job.ts'
import { paymentLetters } from './payment-letters.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
let people = 0
beforeAll(async () => {
  record = await openTestRecord()
  process.env['PAYMENTS_GATEWAY'] = 'sandbox-netopia'
  hall = await openTownHall(record)
  const every = { hint: '', required: true, showIf: null, autocomplete: null }
  const forms = [
    { slug: 'certificat', title: 'Certificat de urbanism', feeBani: 3_000 },
    { slug: 'fara-taxa', title: 'Petiție', feeBani: null },
  ]
  for (const form of forms) {
    const definition = FormDefinition.parse(
      aDefinition({
        ...form,
        atLeastOne: [],
        steps: [
          {
            name: 'cine',
            title: 'Cine?',
            lead: '',
            showIf: null,
            fields: [{ ...every, type: 'text', name: 'nume', label: 'Numele', maxLength: 200 }],
          },
        ],
      }),
    )
    await record.pool.query(
      'insert into avizier.form_versions (slug, version, form_id, definition) values ($1, $2, $1, $3)',
      [definition.slug, definition.version, JSON.stringify(definition)],
    )
  }
})

async function filed(form = 'certificat') {
  const filing = { ...aFiling(), form, answers: { nume: 'Ana Pop' } }
  const { status, body } = await file(record, filing)
  expect(status, JSON.stringify(body)).toBe(201)
  const { rows } = await record.pool.query('select id from record.registry where key = $1', [filing.key])
  return { id: rows[0].id as number, numar: String(body.numar), cod: body.cod }
}
async function ask(question: object) {
  const response = await record.rest('POST', '/fees/ask', {
    body: { adresa: `a citizen ${++people}`, ...question },
    headers: { authorization: `Bearer ${changesToken}` },
  })
  return { status: response.status, text: await response.text() }
}
const refunds = async (id: number) =>
  (await record.pool.query('select reason, state from avizier.refund_tasks where payment_id = $1', [id])).rows

describe('the fee of a request', () => {
  it('is what its form asks, to its number and code together', async () => {
    const { numar, cod } = await filed()
    expect(JSON.parse((await ask({ numar, cod })).text)).toMatchObject({
      amountBani: 3_000,
      description: expect.stringContaining('Certificat de urbanism'),
    })
    const wrong = await Promise.all([
      ask({ numar, cod: 'AAAAAAAAAA' }),
      ask({ numar: '999999', cod }),
      ask({ numar: 'x', cod: "' or 1=1" }),
    ])
    expect(new Set(wrong.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(wrong[0]?.status).toBe(404)
  })

  it('is paid once, and the request knows it', async () => {
    const { id, numar, cod } = await filed()
    await pay(record, 'fee', { numar, cod })
    const { rows } = await record.pool.query(
      'select amount_bani::int as bani from avizier.paid_fees where entry_id = $1',
      [id],
    )
    expect(rows).toEqual([{ bani: 3_000 }])
    expect((await ask({ numar, cod })).status).toBe(422)
    expect(await payableFor(record, 'fee', { numar, cod })).toMatchObject({ kind: 'refused' })
  })

  it('that nobody pays leaves the request registered, to be paid at any later time', async () => {
    const { numar, cod, id } = await filed()
    expect(await payableFor(record, 'fee', { numar, cod })).toMatchObject({ kind: 'payable' })
    await healFees(record.payload, new Date())
    expect((await hall.entry(id))['state']).toBe('registered')
    await pay(record, 'fee', { numar, cod })
    expect(await payableFor(record, 'fee', { numar, cod })).toMatchObject({ kind: 'refused' })
  })

  it('is never taken for what is not in the register', async () => {
    for (const subject of [{ numar: '1', cod: 'BBBBBBBBBB' }, { numar: '', cod: '' }, {}])
      expect((await payableFor(record, 'fee', subject)).kind).toBe('refused')
    const { numar, cod } = await filed('fara-taxa')
    expect((await payableFor(record, 'fee', { numar, cod })).kind).toBe('refused')
  })

  it('goes back when the request was withdrawn after it was paid, and the task is opened once', async () => {
    const { id, numar, cod } = await filed()
    const paid = await pay(record, 'fee', { numar, cod })
    expect((await hall.step('registrar', id, 'withdraw', { reason: 'Nu mai este nevoie' })).status).toBe(200)
    expect(await healFees(record.payload, new Date())).toBe(1)
    expect(await healFees(record.payload, new Date())).toBe(0)
    expect(await refunds(paid.id)).toEqual([{ reason: 'filing-over', state: 'open' }])
    expect(await payableFor(record, 'fee', { numar, cod })).toMatchObject({ kind: 'refused' })
  })

  it('paid twice at once has one receipt and one refund', async () => {
    const { numar, cod } = await filed()
    const payable = await payableFor(record, 'fee', { numar, cod })
    if (payable.kind !== 'payable') throw new Error('not payable')
    const { kind: _kind, ...debt } = payable
    const both = await Promise.all([1, 2].map(() => settle(record, { ...debt, purpose: 'fee' })))
    const opened = await Promise.all(both.map(({ id }) => refunds(id)))
    expect(opened.flat()).toEqual([{ reason: 'paid-twice', state: 'open' }])
  })
})

describe('the letter', () => {
  it('carries the receipt to who paid, over real SMTP', async () => {
    await record.pool.query('delete from avizier.outbox')
    const { numar, cod } = await filed()
    await pay(record, 'fee', { numar, cod })
    const received: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString('utf8'))
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    const transport = createTransport(`smtp://127.0.0.1:${port}`)
    await sendDueLetters(record.payload, { transport, from: 'taxe@sacalaz.example' }, new Date(), {
      payments: paymentLetters,
    })
    transport.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    const letter = received.find((text) => text.includes('application/pdf')) ?? ''
    expect(letter).toContain('To: ana.pop@posta.example')
    expect(letter).toMatch(/filename=dovada-AV-\d+-\d{4}\.pdf/)
  })
})
