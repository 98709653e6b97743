import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { aPlainPdf } from '../../test/hostile-files.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { dayOf } from '../publishing/calendar.ts'
import { entryPage } from './entry-page.ts'
import { namesOf, workQueue } from './work-queue.ts'

/** Who may do what with a citizen's petition and its file, asked of every door that leads to it. */
let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
type Who = keyof typeof hall.people | 'nobody'
type Petition = {
  id: number
  sha256: string
  filing: number
  applicant: string
  number: number
  own: Record<string, number>
}
let confidential: Petition
let open: Petition

const everybody: readonly Who[] = [
  'nobody',
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
]
const keepersOfTheBook: readonly Who[] = ['registrar', 'secretary', 'mayor', 'auditor']
const today = dayOf(new Date())

beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
  confidential = await aPetition('Zamfira Tainică', { isConfidential: true })
  open = await aPetition('Dorina Obișnuită', { isConfidential: false })
}, 60_000)

async function aPetition(applicant: string, { isConfidential }: { isConfidential: boolean }): Promise<Petition> {
  const { file: given } = await putBytes(record, 'plan.pdf', aPlainPdf({ tail: `% ${applicant}\n` }))
  const fisiere = [{ id: 'unu', name: given.name, bytes: given.bytes, sha256: given.sha256 }]
  const { body } = await file(record, aFiling({ answers: { nume: applicant, fisiere }, files: [given] }))
  const found = await record.pool.query('select id from record.registry where number = $1', [body.numar])
  const id = Number(found.rows[0].id)
  const order = { departmentId: hall.urbanism, responsibleId: hall.people.responsible.id, order: 'Spre rezolvare' }
  await hall.step('secretary', id, 'route', order)
  if (isConfidential) await record.pool.query('update record.registry set is_confidential = true where id = $1', [id])
  const filings = await record.pool.query('select id from record.filings where entry_id = $1', [id])
  const own: Record<string, number> = {}
  for (const who of ['responsible', 'colleague', 'head', 'stranger'] as const) {
    const departmentCode = who === 'stranger' ? 'impozite' : 'urbanism'
    own[who] = (await hall.register('registrar', { departmentCode, responsibleId: hall.people[who].id })).body.id
  }
  return { id, sha256: given.sha256, filing: Number(filings.rows[0].id), applicant, number: body.numar, own }
}

const ask = (who: Who, method: string, address: string, body?: object) =>
  record.rest(method, address, {
    ...(who === 'nobody' ? {} : { token: hall.people[who].token }),
    ...(body ? { body } : {}),
  })
const succeeds = async (answer: Promise<Response>) => (await answer).status < 300
const finds = async (answer: Promise<Response>) => {
  const found = (await (await answer).json()) as { docs?: unknown[]; totalDocs?: number }
  return (found.docs?.length ?? found.totalDocs ?? 0) > 0
}
const mentions = async (answer: Promise<Response>, words: string) => {
  const response = await answer
  return response.status < 300 && (await response.text()).includes(words)
}
async function requestOf(who: Who) {
  if (who === 'nobody') return createLocalReq({}, record.payload)
  const { id } = hall.people[who]
  const user = await record.payload.findByID({ collection: 'staff', id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: 'staff' } as never }, record.payload)
}
async function queued(who: Who, text: string) {
  const req = await requestOf(who)
  if (!req.user) return false
  const asked = { queue: 'all', filter: { text }, page: 1, now: new Date(), names: await namesOf(req) } as const
  const { rows, counts } = await workQueue(req, asked)
  return rows.length > 0 || counts.all > 0
}

type Door = [name: string, open: (who: Who, petition: Petition) => Promise<boolean>]
const doorsOfReading: Door[] = [
  ['the entry by its id', (who, { id }) => succeeds(ask(who, 'GET', `/registry/${id}?depth=2`))],
  ['the list', (who, { id }) => finds(ask(who, 'GET', `/registry?where[id][equals]=${id}`))],
  [
    'the list, by name of the applicant',
    (who, { applicant }) =>
      finds(ask(who, 'GET', `/registry?where[correspondentName][equals]=${encodeURIComponent(applicant)}`)),
  ],
  ['the count', (who, { id }) => finds(ask(who, 'GET', `/registry/count?where[id][equals]=${id}`))],
  ['the page of the desk', async (who, { id }) => (await entryPage(await requestOf(who), id)) !== null],
  ['the queue, by name', (who, { applicant }) => queued(who, applicant)],
  ['the queue, by number', (who, { number }) => queued(who, String(number))],
  ['its file', (who, { id, sha256 }) => succeeds(ask(who, 'GET', `/registry/entries/${id}/files/${sha256}`))],
  ['its receipt, with the code', (who, { id }) => succeeds(ask(who, 'GET', `/registry/entries/${id}/receipt`))],
  ['what the applicant wrote', (who, { filing }) => succeeds(ask(who, 'GET', `/filings/${filing}`))],
  ['the list of filings', (who, { id }) => finds(ask(who, 'GET', `/filings?where[entry][equals]=${id}`))],
]
const whoComesThrough = async (door: Door[1], petition: Petition) => {
  const through: Who[] = []
  for (const who of everybody) if (await door(who, petition)) through.push(who)
  return through
}

describe('a confidential petition', () => {
  it.each(doorsOfReading)(
    'is read by whom it was given to, the head and the keepers of the book: %s',
    async (_, door) =>
      expect(await whoComesThrough(door, confidential)).toEqual([
        'registrar',
        'responsible',
        'head',
        'secretary',
        'mayor',
        'auditor',
      ]),
  )

  it('gets notes from those who read it and work', async () =>
    expect(
      await whoComesThrough(
        (who, { id }) => succeeds(ask(who, 'POST', `/registry/entries/${id}/note`, { text: 'Notă' })),
        confidential,
      ),
    ).toEqual(['registrar', 'responsible', 'head', 'secretary', 'mayor']))

  it('is joined to an entry of one’s own only by who reads both', async () =>
    expect(
      await whoComesThrough(
        async (who, { id, own }) =>
          own[who] !== undefined &&
          succeeds(ask(who, 'POST', `/registry/entries/${own[who]}/link`, { otherId: id, note: '' })),
        confidential,
      ),
    ).toEqual(['responsible', 'head']))

  it('is no more than an id to who reads an entry it is joined to', async () => {
    const answer = await ask('colleague', 'GET', `/registry/${confidential.own['responsible']}?depth=2`)
    const { linkedTo } = (await answer.json()) as { linkedTo: unknown[] }
    expect(linkedTo).toEqual([confidential.id])
  })

  it('does not give its file through another entry', async () =>
    expect(
      await whoComesThrough(
        async (who, { own, sha256 }) =>
          own[who] !== undefined && succeeds(ask(who, 'GET', `/registry/entries/${own[who]}/files/${sha256}`)),
        confidential,
      ),
    ).toEqual([]))

  it('is answered by who works on it', async () =>
    expect(
      await whoComesThrough(
        (who, { id }) =>
          succeeds(ask(who, 'POST', `/registry/entries/${id}/draftAnswer`, { text: 'Da.', outcome: 'favourable' })),
        confidential,
      ),
    ).toEqual(['responsible', 'head', 'secretary', 'mayor']))

  it('is not routed by many at once either, where one may not read it', async () => {
    const answer = await ask('stranger', 'POST', '/registry/assign', {
      ids: [confidential.id],
      departmentId: hall.taxes,
    })
    expect(await answer.json()).toMatchObject({ repartizate: 0 })
  })

  it('does not suggest its applicant to anybody at the counter', async () =>
    expect(
      await whoComesThrough(
        (who) => mentions(ask(who, 'GET', '/registry/correspondents?q=Zamfira'), 'Tainică'),
        confidential,
      ),
    ).toEqual([]))

  it('stands in the printed book, which its keepers print', async () =>
    expect(
      await whoComesThrough(
        (who) =>
          mentions(ask(who, 'GET', `/registry/book?deLa=${today}&panaLa=${today}&format=csv`), 'Zamfira Tainică'),
        confidential,
      ),
    ).toEqual(keepersOfTheBook))

  it('is in the journal without its applicant and without the name of its file', async () => {
    const through = await whoComesThrough(
      (who) => succeeds(ask(who, 'GET', `/audit?where[recordId][equals]=${confidential.id}`)),
      confidential,
    )
    expect(through).toEqual(['secretary', 'mayor', 'auditor', 'admin'])
    const lines = await (
      await ask('admin', 'GET', `/audit?where[recordId][equals]=${confidential.id}&limit=100`)
    ).text()
    expect(lines).toContain(`"recordId":"${confidential.id}"`)
    expect(lines).not.toContain('plan.pdf')
    expect(lines).not.toContain('Tainică')
  })
})

describe('a petition like any other', () => {
  it.each(doorsOfReading)('is read in its department, and not in another: %s', async (_, door) =>
    expect(await whoComesThrough(door, open)).toEqual([
      'registrar',
      'responsible',
      'colleague',
      'head',
      'secretary',
      'mayor',
      'auditor',
    ]),
  )
})

describe('the bytes of a file', () => {
  const named = (sha256: string, bytes: number) => ({ sha256, bytes, name: 'alt.pdf', mimeType: 'application/pdf' })

  it.each([
    ['attach', (files: object[]) => hall.step('registrar', open.id, 'attach', { files })],
    ['draftAnswer', (files: object[]) => hall.step('head', open.id, 'draftAnswer', { files, outcome: 'favourable' })],
    ['register', (files: object[]) => hall.register('registrar', { files })],
  ])('have to be here before an entry names them: %s', async (_, name) => {
    const unknown = await name([named('0'.repeat(64), 10)])
    expect(unknown.status).toBe(422)
    expect(JSON.stringify(unknown.body)).toContain('Un fișier nu a ajuns întreg la noi')
    expect((await name([named(open.sha256, 1)])).status).toBe(422)
  })

  it('are served as what we accept, and as bytes whatever else is said of them', async () => {
    const { file: given } = await putBytes(record, 'pagina.html', Buffer.from('<script>1</script>'), 'text/html')
    const { body } = await hall.register('registrar', { files: [given] })
    const answer = await ask('registrar', 'GET', `/registry/entries/${body.id}/files/${given.sha256}`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })
})
