import { createHash } from 'node:crypto'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { aPlainPdf } from '../../test/hostile-files.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { fileMessages } from '../files/files.ro.ts'
import { addDays } from './calendar-days.ts'
import { entryPage } from './entry-page.ts'
import { namesOf, type Queue, queues, workQueue } from './work-queue.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
type Who = keyof typeof hall.people
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
})
const requestOf = async (who: Who) => {
  const user = await record.payload.findByID({
    collection: 'staff',
    id: hall.people[who].id,
    depth: 0,
    overrideAccess: true,
  })
  return createLocalReq({ user: { ...user, collection: 'staff' } as never }, record.payload)
}
const pileOf = async (who: Who, queue: Queue, more: { now?: Date; filter?: object; page?: number } = {}) => {
  const req = await requestOf(who)
  return workQueue(req, { queue, filter: {}, page: 1, now: new Date(), names: await namesOf(req), ...more })
}
const inDays = (days: number) => new Date(`${addDays(new Date().toISOString().slice(0, 10), days)}T10:00:00Z`)

describe('the desk of a clerk', () => {
  it('sorts what is his into piles, and counts them', async () => {
    const one = await hall.register('registrar', { departmentCode: 'urbanism', kind: 'petition' })
    const waiting = await hall.register('registrar', { departmentCode: 'urbanism', kind: 'petition' })
    await hall.step('responsible', waiting.body.id, 'askCompletion', { what: 'Un plan' })
    await hall.register('registrar', { departmentCode: 'impozite', kind: 'petition' })
    const unrouted = await hall.register('registrar', { kind: 'petition' })
    const { counts, rows } = await pileOf('responsible', 'open')
    expect(counts).toMatchObject({ open: 2, waiting: 1, unrouted: 0, overdue: 0 })
    expect(rows.map(({ id }) => id).sort()).toEqual([one.body.id, waiting.body.id].sort())
    expect((await pileOf('registrar', 'unrouted')).rows.map(({ id }) => id)).toEqual([unrouted.body.id])
    expect((await pileOf('responsible', 'overdue', { now: inDays(60) })).counts.overdue).toBe(2)
    expect((await pileOf('admin', 'all')).rows).toEqual([])
  })

  it('finds by number, name and department', async () => {
    const { body } = await hall.register('registrar', { correspondentName: 'Gheorghe Căutatul' })
    const found = async (filter: object) => (await pileOf('registrar', 'all', { filter })).rows.map(({ id }) => id)
    expect(await found({ text: String(body.numar) })).toEqual([body.id])
    expect(await found({ text: 'căutat' })).toEqual([body.id])
    expect((await pileOf('registrar', 'all', { filter: { departmentId: hall.taxes } })).rows).toHaveLength(1)
  })

  it('routes many at once, each with its own verdict', async () => {
    const ids: number[] = []
    for (let count = 0; count < 5; count++) ids.push((await hall.register('registrar')).body.id)
    await hall.step('registrar', ids[0] ?? 0, 'close', { reason: 'Publicitate' })
    const { body } = await hall.post('secretary', '/registry/assign', {
      ids,
      departmentId: hall.urbanism,
      responsibleId: hall.people.responsible.id,
    })
    expect(body).toMatchObject({ repartizate: 4, refuzate: [{ id: ids[0] }] })
    expect(await hall.entry(ids[1] ?? 0)).toMatchObject({ state: 'routed', responsible_id: hall.people.responsible.id })
  })

  it('knows who wrote before, but not to whom it may not tell', async () => {
    await hall.register('registrar', { correspondentName: 'Maria Știuta', correspondentAddress: 'Strada Morii 3' })
    const ask = (who: Who, q: string) =>
      record.rest('GET', `/registry/correspondents?q=${encodeURIComponent(q)}`, { token: hall.people[who].token })
    expect(await (await ask('registrar', 'maria ș')).json()).toMatchObject([
      { name: 'Maria Știuta', address: 'Strada Morii 3' },
    ])
    expect(await (await ask('registrar', 'MARIA sti')).json()).toHaveLength(1)
    expect(await (await ask('registrar', '%')).json()).toEqual([])
    expect(await (await ask('registrar', '%%')).json()).toEqual([])
    expect((await ask('editor', 'maria')).status).toBe(403)
  })
})

describe('the page of an entry', () => {
  it('shows its life, its answers and what can be done, to who may see it', async () => {
    const { body } = await file(record, aFiling())
    const { rows } = await record.pool.query('select id from record.registry where number = $1', [body.numar])
    const page = await entryPage(await requestOf('secretary'), rows[0].id)
    expect(page).toMatchObject({
      answers: expect.arrayContaining([{ step: 'cine', name: 'nume', label: 'Numele și prenumele', text: 'Ana Pop' }]),
      letters: [{ kind: 'registered', state: 'waiting' }],
    })
    expect(page?.timeline.map(({ kind }) => kind)).toEqual(['received'])
    expect(page?.steps).toContain('route')
    expect(await entryPage(await requestOf('colleague'), rows[0].id)).toBeNull()
  })
})

describe('the files of an entry', () => {
  const pdf = aPlainPdf()
  const scan = (who: Who, nume: string, bytes: Buffer) =>
    record.request(
      new Request(`http://localhost:3000/api/registry/scans?nume=${encodeURIComponent(nume)}`, {
        method: 'POST',
        headers: { authorization: `JWT ${hall.people[who].token}` },
        body: new Uint8Array(bytes),
      }),
    )

  it('are scanned in at the counter, judged by what they are', async () => {
    const kept = await scan('registrar', 'cerere.pdf', pdf)
    expect(await kept.json()).toEqual({
      name: 'cerere.pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
      bytes: pdf.length,
      mimeType: 'application/pdf',
    })
    const refused = await scan('registrar', 'cerere.pdf', Buffer.from('<script>'))
    expect(refused.status).toBe(422)
    expect(JSON.stringify(await refused.json())).toContain(fileMessages['file-not-what-it-says'])
    expect((await scan('editor', 'cerere.pdf', pdf)).status).toBe(403)
  })

  it('are read by who may read the entry, each time asked and noted', async () => {
    const named = (await (await scan('registrar', 'plan „nou”.pdf', pdf)).json()) as { sha256: string }
    const { body } = await hall.register('registrar', {
      departmentCode: 'urbanism',
      files: [named],
      isConfidential: true,
    })
    const read = (who: Who) =>
      record.rest('GET', `/registry/entries/${body.id}/files/${named.sha256}`, { token: hall.people[who].token })
    const answer = await read('head')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    for (const who of ['colleague', 'stranger', 'admin', 'editor'] as const) expect((await read(who)).status).toBe(404)
    expect((await record.rest('GET', `/registry/entries/${body.id}/files/${named.sha256}`)).status).toBe(403)
    const { rows } = await record.pool.query(
      "select count(*)::int as count from record.audit where action = 'read' and record_id = $1",
      [String(body.id)],
    )
    expect(rows[0].count).toBe(1)
  })

  it('of another entry are not reached through one’s own', async () => {
    const { file: other } = await putBytes(record, 'x.pdf', Buffer.from('al altcuiva'))
    const { body } = await hall.register('registrar', { departmentCode: 'urbanism' })
    const answer = await record.rest('GET', `/registry/entries/${body.id}/files/${other.sha256}`, {
      token: hall.people.head.token,
    })
    expect(answer.status).toBe(404)
  })
})

describe('a book of 100,000 entries', () => {
  it('opens every pile, and the list over REST, in less than half a second', async () => {
    await record.pool.query(`
      insert into record.registry (register_id, year, number, registered_at, key, code_digest, direction, channel, kind,
        subject, correspondent_name, department_id, responsible_id, state, state_since, due_on, is_confidential)
      select 1, 2000 + n / 8000, n, timestamp '2000-01-01' + n * interval '2 hours', 'old-' || n, md5(n::text), 'incoming', 'counter',
        'petition', 'Documentul ' || n || ' despre un drum', 'Persoana ' || n % 7000,
        case when n % 2 = 0 then ${hall.urbanism} else ${hall.taxes} end,
        case when n % 4 = 0 then ${hall.people.responsible.id} end,
        (case when n > 98000 then (array['routed','inProgress','awaitingApplicant','inApproval','approved','registered'])[1 + n % 6] else 'closed' end)::record.enum_registry_state,
        now(), now() + (n - 99000) * interval '1 hour', false
      from generate_series(1, 100000) n`)
    await record.pool.query('vacuum analyze record.registry')
    const slow: string[] = []
    const timed = async (what: string, work: () => Promise<unknown>) => {
      await work()
      const times: number[] = []
      for (let round = 0; round < 3; round++) {
        const began = performance.now()
        await work()
        times.push(performance.now() - began)
      }
      const median = times.sort((a, b) => a - b)[1] ?? 0
      slow.push(`${what}: ${median.toFixed(0)} ms`)
      expect(median, what).toBeLessThan(500)
    }
    for (const queue of queues) await timed(`registrar, ${queue}`, () => pileOf('registrar', queue))
    for (const queue of ['open', 'overdue', 'all'] as const)
      await timed(`clerk, ${queue}`, () => pileOf('responsible', queue))
    for (const text of ['marin popescu', 'persoana 123', '99421'])
      await timed(`registrar, looking for ${text}`, () => pileOf('registrar', 'all', { filter: { text } }))
    await timed('registrar, page 1,000', () => pileOf('registrar', 'all', { page: 1_000 }))
    const rest = (who: Who) => async () => {
      const answer = await record.rest('GET', '/registry?limit=50&depth=0&sort=-registeredAt', {
        token: hall.people[who].token,
      })
      expect(((await answer.json()) as { docs: unknown[] }).docs).toHaveLength(50)
    }
    await timed('REST, registrar', rest('registrar'))
    await timed('REST, clerk', rest('responsible'))
    await timed('correspondents', () =>
      record.rest('GET', '/registry/correspondents?q=persoana%2012', { token: hall.people.registrar.token }),
    )
    console.log(slow.join('\n'))
  })
})
