import { beforeAll, describe, expect, it } from 'vitest'
import { cnps, pay } from '../../test/paid.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { FineAnswer, FineRefusal } from './fine-contract.ts'
import { fineSentences } from './fines.ro.ts'

let record: TestRecord
let cashier = ''
let registrar = ''
let people = 0
let papers = 1_000
beforeAll(async () => {
  record = await openTestRecord()
  process.env['PAYMENTS_GATEWAY'] = 'sandbox-netopia'
  cashier = (await record.signIn('cashier')).token
  registrar = (await record.signIn('registrar')).token
})

const bearer = { authorization: `Bearer ${changesToken}` }
const aFine = (given: Record<string, unknown> = {}) => ({
  series: 'SCZ',
  number: String(++papers),
  issuer: 'own',
  issuedOn: '2026-11-11',
  communicatedOn: '2026-11-11',
  basis: 'localDecision',
  deed: 'Oprire pe trotuar, Strada Teilor',
  offenderKind: 'person',
  identifier: cnps[0],
  offenderName: 'Ion Marin',
  domicile: 'here',
  applied: '200',
  minimum: '200',
  ...given,
})
async function keep(given: Record<string, unknown> = {}, token = cashier) {
  const response = await record.rest('POST', '/fines', { body: aFine(given), token })
  const body = (await response.json()) as {
    doc?: Record<string, unknown> & { id: number; number: string }
    errors?: unknown
  }
  return { status: response.status, doc: body.doc, text: JSON.stringify(body) }
}
async function ask(question: object, adresa = `a citizen ${++people}`) {
  const response = await record.rest('POST', '/fines/ask', { body: { adresa, ...question }, headers: bearer })
  return { status: response.status, text: await response.text() }
}
const answerOf = async (question: object) => {
  const { status, text } = await ask(question)
  expect(status, text).toBe(200)
  return FineAnswer.parse(JSON.parse(text))
}
const about = (numar: string, given: object = {}) => ({
  serie: 'scz',
  numar,
  data: '11.11.2026',
  emitent: 'own',
  fel: 'person',
  domiciliu: 'here',
  identificator: cnps[0],
  ...given,
})

describe('the register of fines', () => {
  it('keeps no CNP: a digest and a mask', async () => {
    const { status, doc, text } = await keep()
    expect(status, text).toBe(201)
    expect(doc).toMatchObject({ offenderMasked: '1***********8', appliedBani: 20_000, state: 'due' })
    expect(text).not.toContain(cnps[0])
    const { rows } = await record.pool.query('select * from record.fines')
    expect(JSON.stringify(rows)).not.toContain(cnps[0])
    expect(rows[0].offender_digest).toMatch(/^[\w-]{43}$/)
  })

  it('is changed without the CNP being typed again', async () => {
    const { doc } = await keep()
    const response = await record.rest('PATCH', `/fines/${doc?.id}`, { body: { applied: '300' }, token: cashier })
    expect(await response.json()).toMatchObject({ doc: { appliedBani: 30_000, offenderMasked: '1***********8' } })
    expect((await answerOf(about(String(doc?.number)))).kind).toBe('payable')
  })

  it('tells everything that is wrong, each at its field', async () => {
    const { status, text } = await keep({
      identifier: '1800101350019',
      applied: '0,001',
      series: '12',
      issuedOn: '2099-01-01',
    })
    expect(status).toBe(400)
    for (const code of ['cnp-check-digit', 'amount-malformed', 'series-length', 'date-future'] as const)
      expect(text).toContain(fineSentences[code])
  })

  it('holds a paper once, however it is typed', async () => {
    const { doc } = await keep()
    expect((await keep({ series: 'S C Z', number: `000${doc?.number}` })).status).toBe(400)
  })

  it.each([
    ['registrar', 403],
    ['mayor', 403],
    ['auditor', 403],
    ['admin', 403],
    ['generalSecretary', 201],
  ] as const)('is written by a %s with %i', async (role, status) => {
    const { token } = await record.signIn(role)
    expect((await keep({}, token)).status).toBe(status)
  })

  it('is read by those who keep or check money, and by nobody else', async () => {
    const auditor = (await record.signIn('auditor')).token
    expect((await record.rest('GET', '/fines', { token: auditor })).status).toBe(200)
    for (const token of [registrar, '']) expect((await record.rest('GET', '/fines', { token })).status).toBe(403)
  })
})

describe('asking about a fine', () => {
  it('goes on to who gave it and to whom', async () =>
    expect(await answerOf({ serie: 'SCZ', numar: '12', data: '1.11.2026' })).toEqual({
      kind: 'identity',
      paper: { written: 'SCZ\u00a0nr.\u00a012', isElectronic: false },
    }))

  it('with 23 digits is sent to ghiseul.ro, with the transfer and its QR, and no CNP asked', async () => {
    const answer = await answerOf({ serie: '1000 2026 0000 1234 5678 901', data: '1.11.2026' })
    expect(answer).toMatchObject({ kind: 'route', route: { channels: ['ghiseul', 'transfer', 'counter'] } })
    const transfer = answer.kind === 'route' ? answer.transfer : null
    expect(transfer).toMatchObject({
      iban: 'RO76TREZ999500901XXXXXXX',
      details: expect.stringContaining('10002026000012345678901'),
    })
    expect(transfer?.qr.path).toMatch(/^M0 0h7v1h-7z/)
  })

  it('of the register is told to series, number and CNP together', async () => {
    const { doc } = await keep()
    const answer = await answerOf(about(String(doc?.number)))
    expect(answer).toMatchObject({ kind: 'payable', isOnPaper: false, deed: 'Oprire pe trotuar, Strada Teilor' })
  })

  it('of the register that an administrator has voided is not told', async () => {
    const { doc } = await keep()
    const voided = await record.rest('PATCH', `/fines/${doc?.id}`, {
      body: { state: 'void', voidReason: 'Anulată de judecătorie' },
      token: cashier,
    })
    expect(voided.status).toBe(200)
    expect((await answerOf(about(String(doc?.number)))).kind).toBe('amounts')
  })

  it('is answered alike for every wrong triple', async () => {
    const { doc } = await keep()
    const { doc: firms } = await keep({ offenderKind: 'firm', identifier: '14399840' })
    const wrong = [
      about(String(doc?.number), { identificator: cnps[1] }),
      about(String(firms?.number), { identificator: cnps[1] }),
      about('999999', { identificator: cnps[1] }),
      about(String(doc?.number), { serie: 'SCY', identificator: cnps[1] }),
    ]
    const answers = await Promise.all(wrong.map((question) => ask(question)))
    const bodies = answers.map(({ status, text }, index) =>
      `${status} ${text}`.replaceAll(String(wrong[index]?.numar), 'N').replaceAll('SCY', 'SCZ'),
    )
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toContain('"amounts"')
    expect(bodies[0]).not.toContain('Ion Marin')
  })

  it('takes the same time for a paper that is in the register and one that is not', async () => {
    const { doc } = await keep()
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 120; round++) {
      const both = [['known', String(doc?.number)] as const, ['unknown', String(800_000 + round)] as const]
      for (const [name, numar] of round % 2 ? both : both.toReversed()) {
        const began = performance.now()
        await ask(about(numar, { identificator: cnps[2] }))
        if (round >= 20) times[name].push(performance.now() - began)
      }
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const [known, unknown] = [median(times.known), median(times.unknown)]
    console.log(`median of a wrong CNP: known paper ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`)
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.4)
  })

  it('may go wrong eight times from an address, and somebody else is not locked out', async () => {
    const { doc } = await keep()
    const numar = String(doc?.number)
    const guess = (typed: string) => ask(about(typed, { identificator: cnps[1] }), 'the guesser')
    for (let tries = 0; tries < 8; tries++) expect((await guess(tries % 2 ? numar : `00${numar}`)).status).toBe(200)
    expect((await guess(numar)).status).toBe(429)
    expect((await ask(about(numar), 'the guesser')).status).toBe(429)
    expect(JSON.parse((await ask(about(numar), 'the citizen')).text).kind).toBe('payable')
  })

  it('that is not in the register is paid from its paper', async () => {
    const hartie = { temei: 'localDecision', amenda: '400', jumatate: '100', primit: '11.11.2026' }
    const answer = await answerOf(about('777001', { hartie }))
    expect(answer).toMatchObject({ kind: 'payable', isOnPaper: true, offender: { masked: '1***********8' } })
  })

  it.each([
    [{ amenda: '' }, 'amenda', 'applied-missing'],
    [{ amenda: '1e9' }, 'amenda', 'amount-malformed'],
    [{ amenda: '0.001' }, 'amenda', 'amount-malformed'],
    [{ amenda: '-5' }, 'amenda', 'amount-malformed'],
    [{ amenda: '1000000' }, 'amenda', 'amount-too-large'],
    [{ jumatate: '300' }, 'jumatate', 'half-too-large'],
    [{ temei: 'x' }, 'temei', 'basis-missing'],
    [{ primit: '1.11.2026' }, 'primit', 'communicated-early'],
    [{ primit: '31.11.2026' }, 'primit', 'communicated-malformed'],
  ] as const)('from a paper with %j is refused at %s', async (given, camp, code) => {
    const hartie = { temei: 'localDecision', amenda: '400', jumatate: '100', primit: '', ...given }
    const { status, text } = await ask(about('777002', { hartie }))
    expect(status).toBe(422)
    expect(FineRefusal.parse(JSON.parse(text)).erori).toEqual([{ camp, mesaj: fineSentences[code] }])
  })

  it('of somebody who lives elsewhere is sent to ghiseul.ro', async () =>
    expect(await answerOf(about('777003', { domiciliu: 'away' }))).toMatchObject({
      kind: 'route',
      route: { channels: ['ghiseul'], beneficiary: 'otherTown' },
    }))

  it('needs the token of the site', async () =>
    expect((await record.rest('POST', '/fines/ask', { body: { adresa: 'x' } })).status).toBe(401))

  it('says so when it was paid, with the day', async () => {
    const { doc } = await keep()
    const question = about(String(doc?.number))
    const answer = await answerOf(question)
    if (answer.kind !== 'payable') throw new Error(answer.kind)
    const { identificator: _cnp, ...subject } = question
    await pay(record, 'fine', { ...subject, offender: answer.offender })
    expect(await answerOf(question)).toMatchObject({ kind: 'paid', through: 'card' })
  })
})

describe('bringing fines in', () => {
  const head = 'Serie;Număr;Data;Comunicat;CNP_CUI;Nume;Domiciliu;Emitent;Temei;Faptă;Amendă;Minim'
  const bring = async (
    lines: string[],
    token = cashier,
    bytes = Buffer.from(`\ufeff${[head, ...lines].join('\r\n')}\r\n`),
  ) => {
    const response = await record.request(
      new Request('http://localhost:3000/api/fines/import', {
        method: 'POST',
        headers: { authorization: `JWT ${token}`, 'content-type': 'text/csv' },
        body: new Uint8Array(bytes),
      }),
    )
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it('reports each line that is refused with its reason, and no CNP', async () => {
    const { body } = await bring([
      `SCZ;5001;11.11.2026;11.11.2026;${cnps[0]};Ion Marin;aici;own;localDecision;Oprire;200;100`,
      `SCZ;5002;11.11.2026;;1800101350019;Ion Marin;aici;own;localDecision;Oprire;200;100`,
      `SCZ;5003;31.02.2026;;${cnps[1]};Ana;aici;own;localDecision;Oprire;abc;`,
      `PCA;5004;10.10.2026;12.10.2026;${cnps[1]};Ana Pop;altundeva;police;road;Viteză;580;290`,
    ])
    expect(body).toMatchObject({ created: 2, changed: 0, same: 0 })
    expect(body['refused']).toEqual([
      { line: 3, given: 'SCZ 5002', why: [fineSentences['cnp-check-digit']] },
      {
        line: 4,
        given: 'SCZ 5003',
        why: [
          fineSentences['date-malformed'],
          fineSentences['communicated-malformed'],
          fineSentences['amount-malformed'],
        ],
      },
    ])
    expect(JSON.stringify(body)).not.toContain(cnps[1])
  })

  it('may be run again, and changes what is due and nothing that is paid', async () => {
    const line = (amenda: string) =>
      `SCZ;5101;11.11.2026;11.11.2026;${cnps[0]};Ion Marin;aici;own;localDecision;Oprire;${amenda};100`
    expect((await bring([line('200')])).body).toMatchObject({ created: 1 })
    expect((await bring([line('200')])).body).toMatchObject({ created: 0, same: 1 })
    expect((await bring([line('300')])).body).toMatchObject({ changed: 1 })
    const answer = await answerOf(about('5101'))
    if (answer.kind !== 'payable') throw new Error(answer.kind)
    await pay(record, 'fine', { ...about('5101'), identificator: undefined, offender: answer.offender })
    expect((await bring([line('400')])).body).toMatchObject({ refused: [{ why: [fineSentences['paid-locked']] }] })
  })

  it('gives a fine the payment that came before it', async () => {
    const question = about('5201', { hartie: { temei: 'localDecision', amenda: '200', jumatate: '', primit: '' } })
    const answer = await answerOf(question)
    if (answer.kind !== 'payable') throw new Error(answer.kind)
    const { id } = await pay(record, 'fine', { ...question, identificator: undefined, offender: answer.offender })
    await bring([`SCZ;5201;11.11.2026;11.11.2026;${cnps[0]};Ion Marin;aici;own;localDecision;Oprire;200;`])
    const { rows } = await record.pool.query(
      `select f.state, p.matched_by from record.fines f join avizier.paid_fines p on p.fine_id = f.id where p.payment_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ state: 'paid', matched_by: 'Sistem' }])
  })

  it('reads the letters of an old Excel, and says which columns are missing', async () => {
    const old = Buffer.from([...Buffer.from('Serie;Num'), 0xe3, ...Buffer.from('r;Data\r\nSCZ;1;1.1.2026\r\n')])
    expect((await bring([], cashier, old)).body).toMatchObject({
      erori: [{ mesaj: 'Lipsesc coloane: cnp_cui, amenda.' }],
    })
  })

  it('is for those who keep money', async () => expect((await bring([], registrar)).status).toBe(403))
})
