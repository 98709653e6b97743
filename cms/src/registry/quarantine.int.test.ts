import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { aPlainPdf } from '../../test/hostile-files.ts'
import { eicar, hasClamd, OwnClamd } from '../../test/own-clamd.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'
import { quarantine } from '../files/file-scans.ts'
import { fileMessages, scanLabels } from '../files/files.ro.ts'
import { scanDueFiles } from '../files/scan-files.job.ts'
import { scanForViruses } from '../files/virus-scanner.ts'
import { sendDueLetters } from '../mail/send-letters.job.ts'
import { entryPage } from './entry-page.ts'
import { noteInfectedFile } from './note-infected-file.action.ts'

let record: TestRecord
let hall: Awaited<ReturnType<typeof openTownHall>>
type Who = keyof typeof hall.people
beforeAll(async () => {
  record = await openTestRecord()
  await keepFiledForms(record.pool)
  hall = await openTownHall(record)
})
afterAll(() => {
  delete process.env['CLAMD_URL']
})

let papers = 0
const aPaper = (more = '') => aPlainPdf({ catalog: `/Lang(${++papers})`, tail: `% ${more}\n` })
/** A citizen's petition with this file; the entry, and how its file is read. */
async function filed(bytes: Buffer) {
  const { file: given, status } = await putBytes(record, 'plan.pdf', bytes)
  expect(status).toBe(204)
  const answers = { fisiere: [{ id: 'unu', name: given.name, bytes: given.bytes, sha256: given.sha256 }] }
  const { body, status: answered } = await file(record, aFiling({ answers, files: [given] }))
  expect(answered).toBe(201)
  const { rows } = await record.pool.query('select id from record.registry where number = $1', [body.numar])
  const id = Number(rows[0].id)
  const open = async (who: Who = 'registrar') => {
    const token = hall.people[who].token
    const response = await record.rest('GET', `/registry/entries/${id}/files/${given.sha256}`, { token })
    return { status: response.status, body: await response.text() }
  }
  return { id, sha256: given.sha256, open }
}
const stateOf = async (sha256: string) =>
  (
    await record.pool.query('select state, verdict, attempts, next_at from avizier.file_scans where sha256 = $1', [
      sha256,
    ])
  ).rows[0]
const scanAt = (now: Date) =>
  scanDueFiles(record.payload, { scan: scanForViruses, whenInfected: noteInfectedFile, now })
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)
const partsOfHealth = async () => ((await (await record.rest('GET', '/health')).json()) as { parts: object }).parts

describe('without a scanner', () => {
  beforeEach(() => {
    delete process.env['CLAMD_URL']
  })

  it('files open unscanned, and health and the admin say that there is none', async () => {
    const { open, sha256 } = await filed(aPaper())
    expect(await stateOf(sha256)).toMatchObject({ state: 'unscanned' })
    expect((await open()).status).toBe(200)
    expect(await partsOfHealth()).toMatchObject({ antivirus: 'none', quarantine: { waiting: 0, infected: 0 } })
    expect(await quarantine(record)).toMatchObject({ scanner: 'none' })
  })
})

describe.runIf(hasClamd)('with a scanner', () => {
  let clamd: OwnClamd
  beforeAll(async () => {
    clamd = await OwnClamd.make()
  })
  beforeEach(() => {
    process.env['CLAMD_URL'] = clamd.address
  })
  afterAll(() => clamd.remove())

  it('that is away, a filing gets its number, its file stays in quarantine, and opens when the scanner is back', async () => {
    const { open, sha256, id } = await filed(aPaper())
    expect(await stateOf(sha256)).toMatchObject({ state: 'waiting' })
    for (const who of ['registrar', 'mayor'] as const) {
      const answer = await open(who)
      expect(answer.status).toBe(423)
      expect(answer.body).toContain(scanLabels.waiting)
    }
    await scanAt(inSeconds(1))
    expect(await stateOf(sha256)).toMatchObject({ state: 'waiting', verdict: expect.any(String) })
    expect((await open()).status).toBe(423)
    expect(await partsOfHealth()).toMatchObject({ antivirus: 'down', quarantine: { waiting: 1 } })

    await clamd.start()
    expect(await scanAt(inSeconds(2))).toBe(0)
    await scanAt(inSeconds(60))
    expect(await stateOf(sha256)).toMatchObject({ state: 'clean' })
    expect((await open()).status).toBe(200)
    expect(await partsOfHealth()).toMatchObject({ antivirus: 'ok', quarantine: { waiting: 0 } })
    expect((await hall.events(id)).map(({ kind }) => kind)).toEqual(['received'])
  }, 60_000)

  it('an infected file never opens, and whoever works on the entry reads it there, once', async () => {
    const infected = aPaper(eicar.toString('latin1'))
    const { open, id, sha256 } = await filed(infected)
    await scanAt(inSeconds(1))
    await scanAt(inSeconds(2))
    expect(await stateOf(sha256)).toMatchObject({ state: 'infected', verdict: expect.stringContaining('Eicar') })
    const answer = await open('mayor')
    expect(answer.status).toBe(403)
    expect(answer.body).toContain(scanLabels.infected)
    const events = (await hall.events(id)).filter(({ kind }) => kind === 'fileInfected')
    expect(events).toEqual([
      {
        kind: 'fileInfected',
        actor_name: 'Antivirus',
        is_public: false,
        data: { sha256, what: 'plan.pdf', reason: expect.stringContaining('Eicar') },
      },
    ])
    const { rows } = await record.pool.query(
      "select actor_name from record.audit where record_id = $1 and title like '%fileInfected'",
      [String(id)],
    )
    expect(rows).toEqual([{ actor_name: 'Antivirus' }])
    const user = await record.payload.findByID({ collection: 'staff', id: hall.people.mayor.id, depth: 0 })
    const req = await createLocalReq({ user: { ...user, collection: 'staff' } as never }, record.payload)
    expect((await entryPage(req, id))?.files).toMatchObject([{ sha256, scan: { state: 'infected' } }])

    const again = await filed(infected)
    expect((await again.open()).status).toBe(403)
    await scanAt(inSeconds(3))
    expect((await hall.events(again.id)).filter(({ kind }) => kind === 'fileInfected')).toHaveLength(1)
  })

  it('a file that came before there was one is looked at too, and opens until then', async () => {
    delete process.env['CLAMD_URL']
    const { open, sha256 } = await filed(aPaper(eicar.toString('latin1')))
    expect((await open()).status).toBe(200)
    process.env['CLAMD_URL'] = clamd.address
    await scanAt(inSeconds(1))
    expect(await stateOf(sha256)).toMatchObject({ state: 'infected' })
    expect((await open()).status).toBe(403)
  })

  it('an answer does not leave with a file that waits, and leaves when it is clean', async () => {
    const { file: paper } = await putBytes(record, 'răspuns.pdf', aPaper())
    const { body } = await hall.register('registrar', {
      correspondentEmail: 'ion@example.com',
      departmentCode: 'urbanism',
    })
    await hall.step('head', body.id, 'draftAnswer', { text: 'Da.', outcome: 'favourable', files: [paper] })
    await hall.step('mayor', body.id, 'approveAnswer')
    expect((await hall.step('head', body.id, 'dispatch', { by: 'email' })).status).toBe(200)
    const sent: string[] = []
    const transport = {
      sendMail: async ({ attachments }: { attachments: { filename: string }[] }) => {
        sent.push(...attachments.map(({ filename }) => filename))
        return { response: '250' }
      },
    }
    const post = { transport: transport as never, from: 'primaria@example.com' }
    await sendDueLetters(record.payload, post, inSeconds(1))
    expect(sent).toEqual([])
    await scanAt(inSeconds(60))
    while ((await sendDueLetters(record.payload, post, inSeconds(61))) > 0);
    expect(sent).toEqual(['răspuns.pdf'])
  })

  it('a clerk’s scan is shown to it before it is kept, and a file for the public is not taken unseen', async () => {
    const scan = (bytes: Buffer) =>
      record.request(
        new Request('http://localhost:3000/api/registry/scans?nume=cerere.pdf', {
          method: 'POST',
          headers: { authorization: `JWT ${hall.people.registrar.token}` },
          body: new Uint8Array(bytes),
        }),
      )
    const clean = (await (await scan(aPaper())).json()) as { sha256: string }
    expect(await stateOf(clean.sha256)).toMatchObject({ state: 'clean' })
    const refused = await scan(aPaper(eicar.toString('latin1')))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Antivirusul a găsit un virus')
    const user = await record.payload.findByID({ collection: 'staff', id: hall.people.editor.id, depth: 0 })
    const upload = (data: Buffer, by = {}) =>
      record.payload
        .create({
          collection: 'files',
          data: {} as never,
          file: { name: 'act.pdf', data, mimetype: 'application/pdf', size: data.length },
          ...by,
        })
        .then(
          () => 'kept',
          (error: { data?: { errors?: { message: string }[] } }) => error.data?.errors?.[0]?.message,
        )
    expect(await upload(aPaper())).toBe('kept')
    await clamd.stop()
    const byAPerson = { user: { ...user, collection: 'staff' } }
    expect(await upload(aPaper(), byAPerson)).toBe(fileMessages['file-scanner-away'])
    expect(await upload(aPaper())).toBe('kept')
    const kept = await scan(aPaper())
    expect(kept.status).toBe(201)
    const { sha256 } = (await kept.json()) as { sha256: string }
    expect(await stateOf(sha256)).toMatchObject({ state: 'waiting' })
  })
})
