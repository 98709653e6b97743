import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms } from '../../test/filing.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { EntryStatus } from './contract.ts'
import { statusMessages } from './registry.ro.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
let people = 0
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
})
const ask = async (question: object, adresa = `a citizen ${++people}`) => {
  const response = await record.rest('POST', '/filings/status', {
    body: { adresa, ...question },
    headers: { authorization: `Bearer ${changesToken}` },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const statusOf = async (question: object) => EntryStatus.parse(JSON.parse((await ask(question)).text))

describe('the status of a document', () => {
  it('tells where it stands, its term, and what comes next', async () => {
    const { body } = await file(record, aFiling())
    const status = await statusOf({ numar: body.numar, cod: body.cod })
    expect(status).toMatchObject({
      numar: body.numar,
      data: body.data,
      stadiu: 'Înregistrat',
      compartiment: null,
      termen: body.termen,
    })
    expect(status.pasUrmator).toContain('Nu trebuie să faceți nimic acum.')
    expect(status.istoric.map(({ stadiu }) => stadiu)).toEqual(['Înregistrat'])
  })

  it('follows the work, for paper as for the screen', async () => {
    const { body } = await hall.register('registrar', { kind: 'petition' })
    const now = async () => (await statusOf({ numar: body.numar, cod: body.cod })).stadiu
    const stages = [await now()]
    const steps: [Parameters<typeof hall.step>[0], string, object][] = [
      ['secretary', 'route', { departmentId: hall.urbanism, responsibleId: hall.people.responsible.id }],
      ['responsible', 'start', {}],
      ['responsible', 'askCompletion', { what: 'Un plan' }],
      ['responsible', 'receiveCompletion', {}],
      ['responsible', 'draftAnswer', { text: 'Da.', outcome: 'favourable' }],
      ['head', 'approveAnswer', {}],
      ['responsible', 'dispatch', { by: 'post' }],
      ['responsible', 'close', { reason: 'Rezolvat' }],
    ]
    for (const [who, verb, input] of steps) {
      expect((await hall.step(who, body.id, verb, input)).status).toBe(200)
      stages.push(await now())
    }
    expect(stages).toEqual([
      'Înregistrat',
      'Repartizat',
      'În lucru',
      'Așteptăm completări',
      'În lucru',
      'În lucru',
      'Soluționat',
      'Transmis',
      'Clasat',
    ])
    const { compartiment } = await statusOf({ numar: body.numar, cod: body.cod })
    expect(compartiment).toBe('Urbanism')
  })

  it('is found by the number as people type it', async () => {
    const { body } = await file(record, aFiling())
    const [year, month, day] = body.data.split('-')
    const code = body.cod
    for (const [numar, cod] of [
      [`${body.numar}/${year}`, code],
      [`${body.numar}/${day}.${month}.${year}`, code],
      [` nr. ${body.numar} `, `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase()],
    ])
      expect((await ask({ numar, cod })).status, `${numar} ${cod}`).toBe(200)
  })

  it('holds no name, no address, no paper and no note', async () => {
    const { body } = await hall.register('registrar', {
      correspondentName: 'Ion Secretul',
      correspondentAddress: 'Strada Ascunsă 7',
      correspondentEmail: 'ion@ascuns.example',
      subject: 'Subiect numai pentru birou',
      files: [{ name: 'ascuns.pdf', sha256: 'b'.repeat(64), bytes: 1, mimeType: 'application/pdf' }],
    })
    await hall.step('mayor', body.id, 'note', { text: 'Nota ascunsă' })
    const { text } = await ask({ numar: body.numar, cod: body.cod })
    for (const secret of ['Secretul', 'Ascuns', 'ascuns', 'Subiect', 'Nota', 'Persoana'])
      expect(text).not.toContain(secret)
  })
})

describe('a wrong pair', () => {
  it('is answered alike, whatever is wrong about it', async () => {
    const { body } = await file(record, aFiling())
    const wrong = [
      { numar: body.numar, cod: 'AAAAAAAAAA' },
      { numar: body.numar + 100_000, cod: body.cod },
      { numar: `${body.numar}/1999`, cod: body.cod },
      { numar: `${body.numar}/01.01.${body.data.slice(0, 4)}`, cod: body.cod },
      { numar: '', cod: '' },
      { numar: 'abc', cod: body.cod },
      { numar: "1' or 1=1 --", cod: "' or '1'='1" },
      { numar: body.numar },
      { numar: { toString: 'x' }, cod: [] },
    ]
    const answers = await Promise.all(wrong.map((question) => ask(question)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 404, text: expect.stringContaining(statusMessages.wrongPair) })
  })

  it('takes the same time for a number that is and one that is not', async () => {
    const { body } = await file(record, aFiling())
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 120; round++) {
      const both = [['known', body.numar] as const, ['unknown', 900_000 + round] as const]
      for (const [name, numar] of round % 2 ? both : both.toReversed()) {
        const began = performance.now()
        await ask({ numar, cod: 'BBBBBBBBBB' })
        if (round >= 20) times[name].push(performance.now() - began)
      }
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const [known, unknown] = [median(times.known), median(times.unknown)]
    console.log(`median of a wrong code: known number ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`)
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.4)
  })

  it('may be tried eight times from an address, and no more, right or wrong', async () => {
    const { body } = await file(record, aFiling())
    const guess = () => ask({ numar: body.numar, cod: 'CCCCCCCCCC' }, 'the guesser')
    for (let tries = 0; tries < 8; tries++) expect((await guess()).status).toBe(404)
    const stopped = await guess()
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask({ numar: body.numar, cod: body.cod }, 'the guesser')).status).toBe(429)
  })

  it('of somebody else locks no citizen out', async () => {
    const { body } = await file(record, aFiling())
    for (let tries = 0; tries < 12; tries++) await ask({ numar: body.numar, cod: 'DDDDDDDDDD' }, 'the attacker')
    expect((await ask({ numar: body.numar, cod: body.cod }, 'the citizen at home')).status).toBe(200)
  })

  it('is not counted where the pair is right', async () => {
    const { body } = await file(record, aFiling())
    for (let tries = 0; tries < 30; tries++)
      expect((await ask({ numar: body.numar, cod: body.cod }, 'the eager citizen')).status).toBe(200)
  })

  it('is asked with the token of the site alone', async () => {
    expect((await record.rest('POST', '/filings/status', { body: { numar: 1, cod: 'x', adresa: 'y' } })).status).toBe(
      401,
    )
  })

  it('leaves no address in the database', async () => {
    await ask({ numar: 1, cod: 'x' }, 'an address to be hidden')
    const { rows } = await record.pool.query('select key from avizier.rate_limits')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('hidden')
  })
})
