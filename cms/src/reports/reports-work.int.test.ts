import { createHash, randomUUID } from 'node:crypto'
import type { ReadableStream } from 'node:stream/web'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPhoto } from '../../test/photos.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { aReport, ask, keepCategories, putMedia, report } from '../../test/report.ts'
import { changesAfter } from '../changes/read-changes.ts'
import type { LetterWriters } from '../mail/letter-writers.ts'
import { sendDueLetters } from '../mail/send-letters.job.ts'
import { announceMedia } from './announce-report.action.ts'
import { closeUnanswered } from './close-reports.job.ts'
import { PublicReport, type ReportSubmission } from './contract.ts'
import { prepareNext } from './media/prepare-media.job.ts'
import { reportLetters } from './report-letters.ts'
import { reportMessages } from './reports.ro.ts'

const writers: LetterWriters = { reports: reportLetters }
let record: TestRecord
let departments: { roads: number; water: number }
const tokens: Record<'mayor' | 'clerk' | 'head' | 'stranger', string> = { mayor: '', clerk: '', head: '', stranger: '' }

beforeAll(async () => {
  record = await openTestRecord()
  departments = await keepCategories(record.payload)
  const join = async (id: number | string, department: number) =>
    record.payload.update({
      collection: 'staff',
      id,
      data: { departments: [department] } as never,
      overrideAccess: true,
    })
  const [mayor, clerk, head, stranger] = await Promise.all([
    record.signIn('mayor'),
    record.signIn('clerk'),
    record.signIn('departmentHead'),
    record.signIn('clerk'),
  ])
  await join(clerk.id, departments.roads)
  await join(head.id, departments.roads)
  await join(stranger.id, departments.water)
  Object.assign(tokens, {
    mayor: mayor.token,
    clerk: clerk.token,
    head: head.token,
    stranger: stranger.token,
  })
})
beforeEach(async () => {
  await record.pool.query('delete from avizier.outbox')
})

const rows = async (statement: string, ...values: unknown[]) => (await record.pool.query(statement, values)).rows
const idOf = async (numar: string): Promise<number> =>
  (await rows('select id from record.reports where number = $1', numar))[0].id
const stateOf = async (id: number) => (await rows('select state from record.reports where id = $1', id))[0].state
type Answer = { status: number; body: { state?: string; erori?: { camp: string; mesaj: string }[] } }
async function step(who: keyof typeof tokens, id: number, verb: string, body: object = {}): Promise<Answer> {
  const response = await record.rest('POST', `/reports/desk/${id}/${verb}`, { body, token: tokens[who] })
  const said = (await response.json()) as Answer['body']
  return { status: response.status, body: said }
}
/** What the site knows of a report: the last row of the change log about it. */
async function publicView(id: number): Promise<PublicReport | 'removed' | null> {
  const { changes } = await changesAfter(record.pool as never, { after: 0, limit: 500 })
  const last = changes.filter((change) => change.noun === 'reports' && change.id === String(id)).at(-1)
  if (!last) return null
  return last.op === 'remove' ? 'removed' : PublicReport.parse(last.record)
}
const shown = async (id: number): Promise<PublicReport> => {
  const view = await publicView(id)
  if (view === null || view === 'removed') throw new Error(`Report ${id} is not public: ${view}`)
  return view
}
const letters = async () =>
  (
    await rows(
      `select kind, recipient, data from avizier.outbox where noun = 'reports' and state = 'waiting' order by id`,
    )
  ).map(({ kind, recipient, data }) => `${kind}${data.event ? `:${data.event.kind}` : ''} → ${recipient}`)
const received = async (given: Partial<ReportSubmission> = {}) => {
  const { body } = await report(record, aReport(given))
  return { ...body, id: await idOf(body.numar) }
}
const routed = async (given: Partial<ReportSubmission> = {}) => {
  const one = await received(given)
  expect((await step('mayor', one.id, 'publish')).body.state).toBe('routed')
  return one
}
async function aProof(seed = 1) {
  const bytes = await aPhoto({ width: 640 + seed * 2, height: 480 })
  const response = await record.request(
    new Request('http://localhost:3000/api/reports/desk/proof?nume=dupa.jpg', {
      method: 'POST',
      headers: { authorization: `JWT ${tokens.clerk}` },
      body: new Uint8Array(bytes),
    }),
  )
  expect(response.status).toBe(201)
  return (await response.json()) as { sha256: string; name: string; bytes: number; mimeType: string }
}
const done = async (given: Partial<ReportSubmission> = {}) => {
  const one = await routed(given)
  expect((await step('clerk', one.id, 'finish', { proof: [await aProof()] })).body.state).toBe('done')
  return one
}
const me = { name: 'Ana Pop', email: 'ana.pop@example.com', phone: null }
const asMe = { reporter: me, wantsNews: true }
/** The last letter to somebody, as it is sent. */
async function sentTo(recipient: string): Promise<{ subject: string; text: string }> {
  const sent: { to: { address: string }; subject: string; text: string }[] = []
  const transport = {
    sendMail: async (letter: never) => {
      sent.push(letter)
      return { response: '250' }
    },
    close: () => undefined,
  }
  while (
    (await sendDueLetters(
      record.payload,
      { transport: transport as never, from: 'p@sacalaz.example' },
      new Date(Date.now() + 1000),
      writers,
    )) > 0
  );
  const last = sent.filter(({ to }) => to.address === recipient).at(-1)
  if (!last) throw new Error(`Nothing was sent to ${recipient}`)
  return last
}
const tokenIn = (text: string, path: string) => new RegExp(`/${path}/\\?jeton=([\\w.-]+)`).exec(text)?.[1] ?? ''

describe('moderation', () => {
  it('shows nothing before it, and afterwards never who reported', async () => {
    const one = await received(asMe)
    expect(await publicView(one.id)).toBeNull()
    await step('clerk', one.id, 'publish', { publicDescription: 'O groapă adâncă în fața podețului.' })
    const view = await shown(one.id)
    expect(view).toMatchObject({
      number: one.numar,
      state: 'routed',
      title: 'Groapă în drum, Strada a IV-a, Săcălaz',
      description: 'O groapă adâncă în fața podețului.',
      department: 'gospodărire',
      place: { point: { lat: 45.7594, lng: 21.1172 } },
    })
    expect(view.steps.map(({ kind }) => kind)).toEqual(['reported', 'published', 'routed'])
    expect(JSON.stringify(view)).not.toMatch(/Ana|ana\.pop/)
    const [{ description }] = await rows('select description from record.reports where id = $1', one.id)
    expect(description).toBe('O groapă adâncă în fața podețului, se rup roțile.')
  })

  it('sends by category and village, and leaves open what no rule names', async () => {
    const place = { point: null, street: 'Strada Lungă', words: null }
    const ditch = await received({ category: 'sant', place: { ...place, village: 'Beregsău Mic' } })
    const dog = await received({ category: 'caini' })
    await step('mayor', ditch.id, 'publish')
    await step('mayor', dog.id, 'publish')
    expect((await shown(ditch.id)).department).toBe('Apă-canal')
    expect(await shown(dog.id)).toMatchObject({ state: 'published', department: null })
  })

  it('refuses with a reason that the reporter is told, and nobody else sees', async () => {
    const one = await received(asMe)
    await rows('delete from avizier.outbox')
    expect((await step('mayor', one.id, 'refuse', { text: '' })).status).toBe(422)
    expect((await step('mayor', one.id, 'refuse', { text: 'Nu este în comună.' })).body.state).toBe('refused')
    expect(await letters()).toEqual(['refused → ana.pop@example.com'])
    expect(await publicView(one.id)).toBeNull()
    expect((await sentTo(me.email)).text).toContain('Motivul: Nu este în comună.')
    const status = await ask(record, '/status', { numar: one.numar, cod: one.cod, adresa: 'adresa-9' })
    expect(JSON.stringify(status.body)).toContain('Nu este în comună.')
  })

  it('takes a published report off the site at once, and can bring it back', async () => {
    const one = await routed()
    await step('mayor', one.id, 'takeDown', { text: 'Se vede o față.' })
    expect(await publicView(one.id)).toBe('removed')
    await step('mayor', one.id, 'publish')
    expect((await shown(one.id)).state).toBe('routed')
  })

  it('changes category, place and words; what was sent stays', async () => {
    const one = await routed()
    const place = { point: null, village: 'Beregsău Mare', street: 'Strada Morii', words: null }
    await step('mayor', one.id, 'edit', { category: 'caini', place, publicDescription: 'Altfel spus.' })
    expect(await shown(one.id)).toMatchObject({
      title: 'Câini fără stăpân, Strada Morii, Beregsău Mare',
      description: 'Altfel spus.',
      place,
    })
  })

  it('is not for whoever has no part in it', async () => {
    const one = await received(asMe)
    expect((await record.rest('POST', `/reports/desk/${one.id}/publish`, { body: {} })).status).toBe(403)
    expect((await step('stranger', (await routed()).id, 'plan', { on: '2099-01-01' })).status).toBe(403)
    expect((await record.rest('GET', `/reports/${one.id}`)).status).toBe(403)
    const seen = await (await record.rest('GET', `/reports/${one.id}`, { token: tokens.mayor })).json()
    expect(seen).toMatchObject({ number: one.numar, reporterName: 'Ana Pop' })
    expect(JSON.stringify(seen)).not.toContain(one.cod)
    await step('mayor', one.id, 'publish')
    const strange = await (await record.rest('GET', `/reports/${one.id}`, { token: tokens.stranger })).json()
    expect(strange).not.toHaveProperty('reporterName')
  })

  it('of two clerks at once lets one publish', async () => {
    const one = await received()
    const answers = await Promise.all([step('mayor', one.id, 'publish'), step('clerk', one.id, 'publish')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('the photos of a report', () => {
  it('come to the page when they are ready, and leave it when the clerk leaves them out', async () => {
    const { file } = await putMedia(record, 'groapa.jpg', await aPhoto({ width: 1200, height: 900 }))
    const one = await routed({ media: [file] })
    expect((await shown(one.id)).before).toEqual([])
    while (
      await prepareNext({ payload: record.payload, announce: announceMedia, signal: new AbortController().signal })
    );
    const view = await shown(one.id)
    expect(view.before).toHaveLength(1)
    expect(view.before[0]).toMatchObject({
      alt: 'Fotografie trimisă cu sesizarea: Groapă în drum, Strada a IV-a, Săcălaz',
      media: { kind: 'photo' },
    })
    expect(view.files.length).toBeGreaterThan(2)
    expect(JSON.stringify(view)).not.toContain(file.sha256)
    // The site may fetch what the record names, by its token.
    const served = await record.rest('GET', `/changes/files/${view.files[0]?.sha256}`, {
      headers: { authorization: `Bearer ${changesToken}` },
    })
    expect(served.status).toBe(200)
    const bytes = Buffer.from(await served.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(view.files[0]?.sha256)
    await step('mayor', one.id, 'edit', { media: [] })
    expect(await shown(one.id)).toMatchObject({ before: [], files: [] })
    await step('mayor', one.id, 'edit', { media: [{ sha256: file.sha256, alt: 'Groapa, lângă o minge' }] })
    expect((await shown(one.id)).before[0]?.alt).toBe('Groapa, lângă o minge')
    expect((await step('mayor', one.id, 'edit', { media: [{ sha256: 'b'.repeat(64) }] })).status).toBe(422)
  })

  it('are refused when their bytes are not what was promised', async () => {
    const response = await record.request(
      new Request(`http://localhost:3000/api/reports/media/${'c'.repeat(64)}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${changesToken}` },
        body: new Blob(['altceva']).stream() as unknown as ReadableStream as never,
        duplex: 'half',
      } as RequestInit),
    )
    expect(response.status).toBe(422)
  })
})

describe('the work on a report', () => {
  it('goes from plan to proof, each step dated and told to who follows', async () => {
    const one = await routed(asMe)
    expect(await letters()).toEqual(['received → ana.pop@example.com', 'step:routed → ana.pop@example.com'])
    await rows('delete from avizier.outbox')
    expect((await step('clerk', one.id, 'plan', { on: '2020-01-01' })).body.erori?.[0]?.mesaj).toBe(
      reportMessages['day-past'],
    )
    await step('clerk', one.id, 'plan', { on: '2099-05-04', text: 'Cu asfalt la cald.' })
    await step('clerk', one.id, 'start')
    await step('clerk', one.id, 'note', { text: 'Nu se spune nimănui.' })
    await step('clerk', one.id, 'note', { text: 'Ploaia ne întârzie o zi.', isPublic: true })
    await step('clerk', one.id, 'finish', { proof: [await aProof()] })
    const view = await shown(one.id)
    expect(view.steps.slice(3).map(({ kind }) => kind)).toEqual(['planned', 'started', 'noted', 'done'])
    expect(view.steps[3]?.text).toBe('Lucrarea este planificată pe 4\u00a0mai 2099. Cu asfalt la cald.')
    expect(JSON.stringify(view)).not.toContain('Nu se spune nimănui')
    expect(view).toMatchObject({ state: 'done', plannedOn: '2099-05-04', daysToFix: 0, timesReopened: 0 })
    expect(await letters()).toEqual(['planned', 'started', 'noted', 'done'].map((kind) => `step:${kind} → ${me.email}`))
  })

  it('is not done without a photo of it', async () => {
    const one = await routed()
    for (const proof of [[], [{ sha256: 'd'.repeat(64), name: 'f.mp4', bytes: 4, mimeType: 'video/mp4' }]])
      expect(await step('clerk', one.id, 'finish', { proof })).toMatchObject({
        status: 422,
        body: { erori: [{ mesaj: reportMessages['proof-missing'] }] },
      })
    const ghost = { sha256: 'e'.repeat(64), name: 'x.jpg', bytes: 4, mimeType: 'image/jpeg' }
    expect((await step('clerk', one.id, 'finish', { proof: [ghost] })).status).toBe(422)
    expect(await stateOf(one.id)).toBe('routed')
  })

  it('shows the proof when it is ready', async () => {
    const one = await done()
    while (
      await prepareNext({ payload: record.payload, announce: announceMedia, signal: new AbortController().signal })
    );
    expect((await shown(one.id)).after).toHaveLength(1)
  })

  it('is forwarded to the authority of its category, which gets a letter without the reporter', async () => {
    const one = await received({ ...asMe, category: 'iluminat', description: 'Nu arde becul de pe stâlp.' })
    await step('mayor', one.id, 'publish')
    await step('clerk', one.id, 'forward', {})
    expect(await shown(one.id)).toMatchObject({ state: 'forwarded', authority: 'Rețele Electrice Banat' })
    const { text } = await sentTo('sesizari@retele.example')
    expect(text).toContain('Nu arde becul de pe stâlp.')
    expect(text).toContain('45.7594, 21.1172')
    expect(text).not.toMatch(/Ana|ana\.pop/)
  })

  it('is declined only with a reason, which everybody reads', async () => {
    const one = await routed()
    expect((await step('clerk', one.id, 'decline', { text: '' })).status).toBe(422)
    await step('clerk', one.id, 'decline', { text: 'Drumul este al unui proprietar.' })
    expect((await shown(one.id)).steps.at(-1)?.text).toBe('Problema nu se rezolvă. Drumul este al unui proprietar.')
  })

  it('leaves a line in the journal for every step', async () => {
    const one = await done()
    const lines = await rows(
      `select title from record.audit where noun = 'reports' and record_id = $1 order by id`,
      String(one.id),
    )
    expect(lines.map(({ title }) => title)).toEqual([
      one.numar,
      `${one.numar}: published, routed`,
      `${one.numar}: done`,
    ])
  })

  it('rolls back whole when a letter cannot be stored', async () => {
    const one = await routed(asMe)
    const view = await publicView(one.id)
    await rows('alter table avizier.outbox rename to outbox_away')
    try {
      await expect(step('clerk', one.id, 'start').then(({ status }) => status)).resolves.toBe(500)
    } finally {
      await rows('alter table avizier.outbox_away rename to outbox')
    }
    expect(await stateOf(one.id)).toBe('routed')
    expect(await publicView(one.id)).toEqual(view)
  })
})

describe('the word of the reporter', () => {
  const answer = (body: object) =>
    ask<{ stare?: string; erori?: { mesaj: string }[] }>(record, '/answer', { adresa: 'adresa-a', ...body })

  it('confirms by the link of the letter, once it is done', async () => {
    const one = await done(asMe)
    const { subject, text } = await sentTo(me.email)
    expect(subject).toBe(`Sesizarea ${one.numar} este rezolvată`)
    const jeton = tokenIn(text, 'raspuns')
    expect(await answer({ numar: one.numar, jeton, raspuns: 'confirmed' })).toMatchObject({
      status: 200,
      body: { stare: 'confirmed' },
    })
    expect((await shown(one.id)).state).toBe('confirmed')
    expect((await answer({ numar: one.numar, jeton, raspuns: 'confirmed' })).status).toBe(409)
  })

  it('reopens by the code; why is for the town hall alone, and the head decides', async () => {
    const one = await done()
    const { file } = await putMedia(record, 'tot-groapa.jpg', await aPhoto({ width: 900, height: 600 }))
    const said = {
      numar: one.numar,
      cod: one.cod,
      raspuns: 'reopened',
      motiv: 'Vecinul Popescu o vede la fel.',
      media: [file],
    }
    expect(await answer(said)).toMatchObject({ status: 200, body: { stare: 'reopened' } })
    while (
      await prepareNext({ payload: record.payload, announce: announceMedia, signal: new AbortController().signal })
    );
    const view = await shown(one.id)
    expect(view).toMatchObject({ state: 'reopened', doneAt: null, daysToFix: null, timesReopened: 1, before: [] })
    expect(JSON.stringify(view)).not.toContain('Popescu')
    expect((await step('clerk', one.id, 'start')).status).toBe(403)
    expect((await step('head', one.id, 'start')).body.state).toBe('inWork')
    // Done again, with another proof; the first stays behind it.
    await step('clerk', one.id, 'finish', { proof: [await aProof(9)] })
    const [{ proof }] = await rows('select proof from record.reports where id = $1', one.id)
    expect(proof).toHaveLength(2)
    expect(await answer(said)).toMatchObject({ status: 200, body: { stare: 'reopened' } })
    expect((await shown(one.id)).timesReopened).toBe(2)
  })

  it('is asked of a reporter who wanted no other letter', async () => {
    const one = await done({ reporter: me })
    expect((await letters()).filter((letter) => letter.startsWith('step'))).toEqual([`step:done → ${me.email}`])
    expect(tokenIn((await sentTo(me.email)).text, 'raspuns')).toContain('.')
    expect(one.petitie).toBeNull()
  })

  it('comes too late after the last day, and the report closes by itself', async () => {
    const one = await done()
    const soon = new Date(Date.now() + 13 * 86_400_000)
    const late = new Date(Date.now() + 16 * 86_400_000)
    const before = await stateOf(one.id)
    await closeUnanswered(record.payload, soon)
    expect([before, await stateOf(one.id)]).toEqual(['done', 'done'])
    expect(await closeUnanswered(record.payload, late)).toBeGreaterThan(0)
    expect(await stateOf(one.id)).toBe('closed')
    expect((await shown(one.id)).steps.at(-1)?.kind).toBe('closed')
    expect(await answer({ numar: one.numar, cod: one.cod, raspuns: 'reopened' })).toMatchObject({ status: 409 })
  })

  it('of anybody else opens nothing', async () => {
    const one = await done(asMe)
    const other = await done()
    for (const wrong of [{ cod: other.cod }, { jeton: 'zz.aaaaaaaaaaaaaaaaaaaaaaaa' }, {}])
      expect((await answer({ numar: one.numar, raspuns: 'reopened', ...wrong, adresa: randomUUID() })).status).toBe(404)
    const jeton = tokenIn((await sentTo(me.email)).text, 'raspuns')
    expect((await answer({ numar: other.numar, jeton, raspuns: 'reopened', adresa: randomUUID() })).status).toBe(404)
  })
})

describe('whoever follows', () => {
  const follow = (numar: string, email: string) => ask(record, '/follow', { numar, email, adresa: randomUUID() })
  const by = (path: string, jeton: string) => ask<{ numar?: string }>(record, `/follow/${path}`, { jeton })

  it('confirms first, then hears of every step, then ends it', async () => {
    const one = await routed()
    expect((await follow(one.numar, 'vecin@example.com')).status).toBe(202)
    await step('clerk', one.id, 'start')
    expect(await letters()).toEqual(['confirmFollow → vecin@example.com'])
    const jeton = tokenIn((await sentTo('vecin@example.com')).text, 'urmaresc')
    expect(await by('confirm', jeton)).toEqual({ status: 200, body: { numar: one.numar } })
    await step('clerk', one.id, 'note', { text: 'Mâine terminăm.', isPublic: true })
    const { text } = await sentTo('vecin@example.com')
    expect(text).toContain('Mâine terminăm.')
    expect(text).not.toContain('/raspuns/')
    expect((await by('end', tokenIn(text, 'nu-mai-urmaresc'))).status).toBe(200)
    await step('clerk', one.id, 'note', { text: 'Gata.', isPublic: true })
    expect(await letters()).toEqual([])
    expect((await by('confirm', 'xx.yy')).status).toBe(404)
  })

  it('is not written to twice for asking twice, and nobody learns who follows', async () => {
    const one = await routed(asMe)
    await rows('delete from avizier.outbox')
    expect((await follow(one.numar, me.email)).status).toBe(202)
    expect(await letters()).toEqual([])
    expect((await follow((await received()).numar, me.email)).status).toBe(404)
  })

  it('may not be used to fill the letter box of another', async () => {
    const one = await routed()
    const answers = []
    for (let index = 0; index < 8; index++) answers.push((await follow(one.numar, 'altul@example.com')).status)
    expect(answers).toEqual([202, 202, 202, 202, 202, 429, 429, 429])
  })
})

describe('the same problem', () => {
  it('nearby and open is found, nearest first; another category, another place or another state is not', async () => {
    const at = (lat: number, lng: number) => ({
      place: { point: { lat, lng }, village: 'Săcălaz', street: null, words: null },
      category: 'caini',
    })
    const [far, near, unseen, solved] = [
      await received(at(45.8 + 0.00025, 21.2)),
      await received(at(45.8 + 0.00005, 21.2)),
      await received(at(45.8, 21.2)),
      await received(at(45.8, 21.2)),
    ]
    await received({ ...at(45.8, 21.2), category: 'gropi' })
    await step('mayor', far.id, 'publish')
    await step('mayor', near.id, 'publish')
    await step('mayor', solved.id, 'publish')
    await step('mayor', solved.id, 'decline', { text: 'Are stăpân.' })
    const nearby = (lat: number) =>
      ask<{ sesizari: { numar: string; metri: number }[] }>(record, '/nearby', {
        point: { lat, lng: 21.2 },
        category: 'caini',
      })
    const { sesizari } = (await nearby(45.8)).body
    expect(sesizari.map(({ numar, metri }) => [numar, metri])).toEqual([
      [near.numar, 6],
      [far.numar, 28],
    ])
    expect(unseen.numar).toBeTruthy()
    expect((await nearby(45.801)).body.sesizari).toEqual([])
  })

  it('is merged: followers move, its address leads on, its words are not shown', async () => {
    const first = await routed({ reporter: { ...me, email: 'primul@example.com' }, wantsNews: true })
    const second = await received({
      reporter: { ...me, email: 'doi@example.com' },
      wantsNews: true,
      description: 'Text nemoderat.',
    })
    await rows('delete from avizier.outbox')
    expect((await step('mayor', second.id, 'merge', { intoId: second.id })).status).toBe(422)
    expect((await step('mayor', second.id, 'merge', { intoId: first.id })).body.state).toBe('merged')
    expect(await letters()).toEqual(['step:merged → doi@example.com'])
    expect(await shown(second.id)).toMatchObject({
      state: 'merged',
      mergedInto: first.numar,
      description: '',
      before: [],
    })
    expect(await shown(first.id)).toMatchObject({ duplicates: [second.numar] })
    expect((await shown(first.id)).steps.at(-1)).toMatchObject({ kind: 'joined' })
    await rows('delete from avizier.outbox')
    await step('clerk', first.id, 'start')
    expect(await letters()).toEqual(['step:started → primul@example.com', 'step:started → doi@example.com'])
    // Whoever reported the second may say that the first is not done.
    await step('clerk', first.id, 'finish', { proof: [await aProof()] })
    const said = await ask(record, '/answer', {
      numar: second.numar,
      cod: second.cod,
      raspuns: 'reopened',
      adresa: 'adresa-m',
    })
    expect(said.status).toBe(200)
    expect(await stateOf(first.id)).toBe('reopened')
  })

  it('does not merge into what is over or unseen', async () => {
    const one = await routed()
    for (const other of [await received(), await done()])
      expect((await step('mayor', one.id, 'merge', { intoId: other.id })).body.erori?.[0]?.mesaj).toBe(
        reportMessages['merge-target-over'],
      )
  })

  it('merged in a chain stays one', async () => {
    const [a, b, c] = [await routed(), await routed(), await routed()]
    await step('mayor', a.id, 'merge', { intoId: b.id })
    await step('mayor', b.id, 'merge', { intoId: c.id })
    expect(await shown(a.id)).toMatchObject({ mergedInto: c.numar })
    expect((await shown(c.id)).duplicates).toEqual([a.numar, b.numar])
  })
})

describe('the categories', () => {
  it('are public with the rules, in the clerk’s order, without those that have ended', async () => {
    const { changes } = await changesAfter(record.pool as never, { after: 0, limit: 500 })
    const last = changes.filter(({ noun }) => noun === 'reporting').at(-1)
    expect(last).toMatchObject({
      op: 'upsert',
      record: { nearbyMetres: 30, answerDays: 14, urgentNotice: 'Pentru un pericol imediat sunați la 112.' },
    })
    const { categories } = (last as unknown as { record: { categories: { slug: string; handledBy: string | null }[] } })
      .record
    expect(categories.map(({ slug, handledBy }) => [slug, handledBy])).toEqual([
      ['caini', null],
      ['gropi', 'gospodărire'],
      ['iluminat', 'Rețele Electrice Banat'],
      ['sant', 'gospodărire'],
    ])
  })
})
