import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { dayOf } from '../publishing/calendar.ts'
import { addDays } from './calendar-days.ts'
import { registryMessages } from './registry.ro.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
beforeAll(async () => {
  record = await openTestRecord()
  hall = await openTownHall(record)
})
const routed = async (given: object = {}) => {
  const { body } = await hall.register('registrar', given)
  const { status } = await hall.step('secretary', body.id, 'route', {
    departmentId: hall.urbanism,
    responsibleId: hall.people.responsible.id,
    order: 'Spre rezolvare',
  })
  expect(status).toBe(200)
  return body.id
}
const today = dayOf(new Date())
const faultOf = ({ body }: { body: object }) => (body as { erori: { mesaj: string }[] }).erori[0]?.mesaj

describe('a paper at the counter', () => {
  it('is numbered in the book of the year, with a code for the applicant', async () => {
    const { status, body } = await hall.register('registrar', { correspondentEmail: 'ion@example.com', pages: 3 })
    expect(status).toBe(201)
    expect(body).toMatchObject({ data: today, scris: `${body.numar}/${today.split('-').reverse().join('.')}` })
    expect(body.cod).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    expect(await hall.entry(body.id)).toMatchObject({ state: 'registered', direction: 'incoming', channel: 'counter' })
    expect(await hall.mails(body.id)).toEqual([{ kind: 'registered', recipient: 'ion@example.com', data: {} }])
    expect((await hall.events(body.id)).map(({ kind }) => kind)).toEqual(['received'])
  })

  it('pressed twice is one', async () => {
    const key = randomUUID()
    const [first, second] = await Promise.all([
      hall.register('registrar', { key }),
      hall.register('registrar', { key }),
    ])
    expect(second.body).toEqual(first.body)
  })

  it('with its department is routed at once', async () => {
    const { body } = await hall.register('registrar', { departmentCode: 'urbanism' })
    expect(await hall.entry(body.id)).toMatchObject({ state: 'routed', department_id: hall.urbanism })
  })

  it('that is a petition without a name is filed away with the reason', async () => {
    const { body } = await hall.register('registrar', { kind: 'petition', correspondentName: null })
    expect(await hall.entry(body.id)).toMatchObject({ state: 'closed', term: null })
    expect((await hall.events(body.id)).map(({ kind }) => kind)).toEqual(['received', 'closed'])
  })

  it('says what it lacks, at the field', async () => {
    const { status, body } = await hall.register('registrar', { subject: ' ', kind: 'nimic', correspondentEmail: 'x' })
    expect(status).toBe(422)
    expect((body as unknown as { erori: { camp: string }[] }).erori.map(({ camp }) => camp).sort()).toEqual([
      'correspondentEmail',
      'kind',
      'subject',
    ])
  })

  it.each(['auditor', 'admin', 'editor'] as const)('is not registered by %s', async (who) => {
    expect((await hall.register(who)).status).toBe(403)
  })

  it('is not registered by nobody', async () => {
    const response = await record.rest('POST', '/registry/entries', {
      body: { key: randomUUID(), kind: 'other', subject: 'Ceva' },
    })
    expect(response.status).toBe(403)
  })
})

describe('the life of a document', () => {
  it('leads from the counter to the archive, each step dated, with its letters', async () => {
    const id = await routed({ kind: 'petition', correspondentEmail: 'ion@example.com' })
    const steps: [Parameters<typeof hall.step>[0], string, object][] = [
      ['responsible', 'start', {}],
      ['responsible', 'note', { text: 'Am sunat la Aquatim.' }],
      ['responsible', 'askCompletion', { what: 'Extrasul de carte funciară' }],
      ['registrar', 'receiveCompletion', { note: 'Adus la ghișeu' }],
      ['responsible', 'draftAnswer', { text: 'Se aprobă.', outcome: 'favourable' }],
      ['head', 'returnDraft', { reason: 'Lipsește temeiul legal.' }],
      ['responsible', 'draftAnswer', { text: 'Se aprobă, art. 8.', outcome: 'favourable' }],
      ['head', 'approveAnswer', {}],
      ['responsible', 'dispatch', { by: 'email' }],
      ['responsible', 'close', { reason: 'Rezolvat', fileCode: 'II A 3' }],
    ]
    const states: unknown[] = []
    for (const [who, verb, body] of steps) {
      const { status, body: answer } = await hall.step(who, id, verb, body)
      expect(status, `${who} ${verb}: ${JSON.stringify(answer)}`).toBe(200)
      states.push(answer['state'])
    }
    expect(states).toEqual([
      'inProgress',
      'inProgress',
      'awaitingApplicant',
      'inProgress',
      'inApproval',
      'inProgress',
      'inApproval',
      'approved',
      'dispatched',
      'closed',
    ])
    expect((await hall.events(id)).map(({ kind, is_public }) => (is_public ? kind : `(${kind})`))).toEqual([
      'received',
      'routed',
      'started',
      '(noted)',
      'completionAsked',
      'completionReceived',
      '(answerDrafted)',
      '(draftReturned)',
      '(answerDrafted)',
      'answerApproved',
      'dispatched',
      'closed',
    ])
    expect((await hall.mails(id)).map(({ kind }) => kind)).toEqual([
      'registered',
      'routed',
      'completionAsked',
      'answered',
    ])
    expect(await hall.entry(id)).toMatchObject({ outcome: 'favourable', file_code: 'II A 3', dispatched_by: 'email' })
  })

  it('answers under a number of its own, linked to the question', async () => {
    const id = await routed()
    await hall.step('responsible', id, 'draftAnswer', { text: 'Da.', outcome: 'favourable' })
    await hall.step('mayor', id, 'approveAnswer')
    expect((await hall.step('registrar', id, 'dispatch', { by: 'post', withOwnNumber: true })).status).toBe(200)
    const { rows } = await record.pool.query(
      'select direction, kind, number from record.registry where answers_id = $1',
      [id],
    )
    expect(rows).toMatchObject([{ direction: 'outgoing', kind: 'answer' }])
  })

  it('joins papers about one matter, both ways', async () => {
    const [one, other] = [await routed(), await routed()]
    expect((await hall.step('responsible', one, 'link', { otherId: other })).status).toBe(200)
    const linked = async (id: number) =>
      (await record.payload.findByID({ collection: 'registry', id, depth: 0, overrideAccess: true })).linkedTo
    expect([await linked(one), await linked(other)]).toEqual([[other], [one]])
    expect(faultOf(await hall.step('responsible', one, 'link', { otherId: one }))).toBe(
      registryMessages['links-to-itself'],
    )
  })

  it('stops where the rules say, and nothing is stored', async () => {
    const id = await routed()
    const before = [await hall.entry(id), await hall.events(id)]
    expect(await hall.step('responsible', id, 'dispatch', { by: 'post' })).toMatchObject({ status: 409 })
    expect(await hall.step('responsible', id, 'approveAnswer')).toMatchObject({ status: 403 })
    expect(await hall.step('responsible', id, 'draftAnswer', { outcome: 'favourable' })).toMatchObject({ status: 422 })
    expect(await hall.step('secretary', id, 'route', { departmentId: 999_999 })).toMatchObject({ status: 422 })
    expect(await hall.step('secretary', id, 'nimic')).toMatchObject({ status: 404 })
    expect([await hall.entry(id), await hall.events(id)]).toEqual(before)
  })

  it('lets one of two steps at the same moment win', async () => {
    const id = await routed()
    await hall.step('responsible', id, 'draftAnswer', { text: 'Da.', outcome: 'favourable' })
    const both = await Promise.all([hall.step('head', id, 'approveAnswer'), hall.step('mayor', id, 'approveAnswer')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is not resolved by whom it is about', async () => {
    const { body } = await hall.register('registrar', { kind: 'petition' })
    const about = { departmentId: hall.urbanism, concernsId: hall.people.responsible.id }
    const refused = await hall.step('mayor', body.id, 'route', { ...about, responsibleId: about.concernsId })
    expect(faultOf(refused)).toBe(registryMessages['own-activity'])
    expect((await hall.step('mayor', body.id, 'route', about)).status).toBe(200)
    const own = await hall.step('responsible', body.id, 'draftAnswer', { text: 'Nu.', outcome: 'unfavourable' })
    expect(faultOf(own)).toBe(registryMessages['own-activity'])
  })
})

describe('the term', () => {
  const dueOf = async (id: number) => dayOf((await hall.entry(id))['due_on'] as string)

  it('is extended once, with a reason and a letter', async () => {
    const id = await routed({ kind: 'petition', correspondentEmail: 'ion@example.com' })
    const before = await dueOf(id)
    expect((await hall.step('responsible', id, 'extend', { reason: 'Cercetare la fața locului' })).status).toBe(403)
    expect((await hall.step('mayor', id, 'extend', { reason: 'Cercetare la fața locului' })).status).toBe(200)
    expect((await dueOf(id)) > before).toBe(true)
    expect(String((await hall.entry(id))['term_explanation'])).toContain('prelungit cu 15 zile')
    expect(faultOf(await hall.step('mayor', id, 'extend', { reason: 'Încă o dată' }))).toBe(
      registryMessages['extended-already'],
    )
    expect((await hall.mails(id)).at(-1)).toMatchObject({ kind: 'extended' })
  })

  it('becomes that of a petition, from the same registration, with notice', async () => {
    const { body } = await hall.register('registrar', { kind: 'foi', correspondentEmail: 'ion@example.com' })
    expect(await hall.entry(body.id)).toMatchObject({ term: 'foi.answer' })
    const answer = await hall.step('secretary', body.id, 'reclassify', { to: 'petition', reason: 'Nu cere informații' })
    expect(answer.status).toBe(200)
    expect(await hall.entry(body.id)).toMatchObject({ term: 'petition.answer', kind: 'petition' })
    const due = await dueOf(body.id)
    expect(due >= addDays(today, 30) && due <= addDays(today, 35)).toBe(true)
    expect((await hall.events(body.id)).at(-1)).toMatchObject({ kind: 'reclassified', data: { isLate: false } })
    expect((await hall.mails(body.id)).at(-1)).toMatchObject({ kind: 'reclassified' })
    const back = await hall.step('secretary', body.id, 'reclassify', { to: 'petition', reason: 'Nu cere' })
    expect(faultOf(back)).toBe(registryMessages['may-not-become'])
  })

  it('stands still while an applicant is asked, where the law lets it', async () => {
    const id = await routed({ kind: 'attestation' })
    await hall.step('responsible', id, 'askCompletion', { what: 'Cartea de identitate' })
    expect(await hall.entry(id)).toMatchObject({ due_on: null, state: 'awaitingApplicant' })
    await hall.step('responsible', id, 'receiveCompletion')
    expect((await hall.entry(id))['due_on']).not.toBeNull()
    expect((await hall.entry(id))['waits']).toEqual([{ from: today, to: today }])
  })

  it('takes the free days of the Government into account', async () => {
    const { body: plain } = await hall.register('registrar', { kind: 'taxClearance' })
    const due = await dueOf(plain.id)
    await record.payload.updateGlobal({
      slug: 'workingCalendar',
      data: { bridgeDays: [{ on: due, name: 'punte', basis: 'HG nr. 1/2026' }] },
      overrideAccess: true,
    })
    const { body } = await hall.register('registrar', { kind: 'taxClearance' })
    expect((await dueOf(body.id)) > due).toBe(true)
    await record.payload.updateGlobal({ slug: 'workingCalendar', data: { bridgeDays: [] }, overrideAccess: true })
  })

  it('of a paper for somebody else ends by forwarding it, with notice', async () => {
    const id = await routed({ correspondentEmail: 'ion@example.com' })
    const body = { to: 'Consiliul Județean Timiș', reason: 'Drum județean' }
    expect((await hall.step('registrar', id, 'forward', body)).status).toBe(200)
    expect(await hall.entry(id)).toMatchObject({ state: 'forwarded', forwarded_to: body.to, outcome: 'redirected' })
    expect((await hall.mails(id)).at(-1)).toEqual({
      kind: 'forwarded',
      recipient: 'ion@example.com',
      data: { to: body.to },
    })
  })
})

describe('a number', () => {
  it('is voided by two, keeps its place with its reason, and is not given again', async () => {
    const { body } = await hall.register('registrar')
    const { id, numar } = body
    expect(faultOf(await hall.step('mayor', id, 'confirmVoid'))).toBe(registryMessages['void-not-requested'])
    expect((await hall.step('responsible', id, 'requestVoid', { reason: 'Dublă' })).status).toBe(404)
    expect((await hall.step('secretary', id, 'requestVoid', { reason: 'Înregistrat de două ori' })).status).toBe(200)
    expect(faultOf(await hall.step('secretary', id, 'confirmVoid'))).toBe(registryMessages['void-needs-another'])
    expect((await hall.step('registrar', id, 'confirmVoid')).status).toBe(403)
    expect((await hall.step('mayor', id, 'confirmVoid')).status).toBe(200)
    expect(await hall.entry(id)).toMatchObject({ state: 'voided', void_reason: 'Înregistrat de două ori' })
    expect((await hall.register('registrar')).body.numar).toBe(numar + 1)
  })

  it('is reserved, stands in the book, and is used later under its own day', async () => {
    const reserve = await hall.post('registrar', '/registry/reserve', {
      key: randomUUID(),
      forWhat: 'Contractul de salubrizare',
      until: addDays(today, 10),
    })
    expect(reserve.status).toBe(201)
    const { id, numar } = reserve.body
    expect(await hall.entry(id)).toMatchObject({ state: 'reserved', reserved_for: 'Contractul de salubrizare' })
    const fill = { direction: 'outgoing', channel: 'post', kind: 'contract', subject: 'Contract de salubrizare' }
    expect((await hall.step('registrar', id, 'fillReserved', fill)).status).toBe(200)
    expect(await hall.entry(id)).toMatchObject({ state: 'registered', number: String(numar), channel: 'post' })
    expect((await hall.step('registrar', id, 'fillReserved', fill)).status).toBe(409)
  })
})

describe('who may do what', () => {
  const everyone = [
    'registrar',
    'responsible',
    'colleague',
    'head',
    'stranger',
    'secretary',
    'mayor',
    'auditor',
    'admin',
    'editor',
  ] as const
  const answers = async (ask: (who: (typeof everyone)[number]) => Promise<number>) =>
    Object.fromEntries(await Promise.all(everyone.map(async (who) => [who, await ask(who)])))
  const read = (id: number) =>
    answers(async (who) => (await record.rest('GET', `/registry/${id}`, { token: hall.people[who].token })).status)

  it('with an entry of a department: reading', async () => {
    expect(await read(await routed())).toEqual({
      registrar: 200,
      responsible: 200,
      colleague: 200,
      head: 200,
      stranger: 404,
      secretary: 200,
      mayor: 200,
      auditor: 200,
      admin: 404,
      editor: 404,
    })
  })

  it('with a confidential one: reading', async () => {
    const id = await routed({ isConfidential: true })
    expect(await read(id)).toMatchObject({ responsible: 200, head: 200, colleague: 404, stranger: 404, registrar: 200 })
    expect((await hall.step('colleague', id, 'note', { text: 'Ceva' })).status).toBe(404)
  })

  it('with one it was told of: reading and noting, nothing else', async () => {
    const { body } = await hall.register('registrar')
    await hall.step('mayor', body.id, 'route', {
      departmentId: hall.urbanism,
      informedIds: [hall.people.stranger.id],
    })
    expect((await read(body.id))['stranger']).toBe(200)
    expect((await hall.step('stranger', body.id, 'note', { text: 'Văzut' })).status).toBe(200)
    expect((await hall.step('stranger', body.id, 'start')).status).toBe(403)
  })

  it('with the book itself: nobody writes past the actions, not even the technical administrator', async () => {
    const id = await routed()
    const writes = await answers(async (who) => {
      const { token } = hall.people[who]
      const statuses = await Promise.all([
        record.rest('POST', '/registry', { token, body: { subject: 'x' } }),
        record.rest('PATCH', `/registry/${id}`, { token, body: { number: 1 } }),
        record.rest('DELETE', `/registry/${id}`, { token }),
        record.rest('POST', '/filings', { token, body: {} }),
        record.rest('DELETE', '/registers/1', { token }),
      ])
      return Math.min(...statuses.map(({ status }) => status))
    })
    for (const [who, status] of Object.entries(writes)) expect(status, who).toBeGreaterThanOrEqual(401)
  })

  it('lists show each his own', async () => {
    const { body } = await hall.register('registrar', { departmentCode: 'impozite' })
    const listed = async (who: (typeof everyone)[number]) => {
      const response = await record.rest('GET', '/registry?limit=500&depth=0', { token: hall.people[who].token })
      return ((await response.json()) as { docs: { id: number }[] }).docs?.map(({ id }) => id) ?? []
    }
    expect(await listed('stranger')).toContain(body.id)
    expect(await listed('colleague')).not.toContain(body.id)
    expect(await listed('registrar')).toContain(body.id)
    expect(await listed('editor')).toEqual([])
  })

  it('gives out neither keys nor digests', async () => {
    const id = await routed()
    const text = await (await record.rest('GET', `/registry/${id}`, { token: hall.people.registrar.token })).text()
    const { key, code_digest } = await hall.entry(id)
    expect(text).not.toContain(String(key))
    expect(text).not.toContain(String(code_digest))
  })
})
