import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFiling, file, keepFiledForms, putBytes } from '../../test/filing.ts'
import { aPlainPdf } from '../../test/hostile-files.ts'
import { OwnAzurite } from '../../test/own-azurite.ts'
import { aPaper } from '../../test/papers.ts'
import { openReadingDesk } from '../../test/reading-desk.ts'
import { changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { openTownHall } from '../../test/town-hall.ts'

let azurite: OwnAzurite
let record: TestRecord
beforeAll(async () => {
  azurite = await OwnAzurite.make()
  await azurite.start()
  process.env['AZURE_STORAGE_CONNECTION_STRING'] = azurite.connection
  record = await openTestRecord()
  await keepFiledForms(record.pool)
}, 60_000)
afterAll(async () => {
  delete process.env['AZURE_STORAGE_CONNECTION_STRING']
  await azurite.remove()
})

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
/** Files that lie on this machine all the same. */
const onDisk = () =>
  ['files', 'filed', 'incoming'].flatMap((name) => {
    const folder = path.join(process.env['DATA_DIR'] ?? '', name)
    return existsSync(folder) ? readdirSync(folder) : []
  })

describe('a town whose files are in Azure', () => {
  it('keeps what is published there, reads it, serves it to the site and to the admin, and removes it', async () => {
    const desk = await openReadingDesk(record)
    const paper = await aPaper([['Se aprobă Regulamentul serviciului de salubrizare al comunei.']])
    const { id, sha256, name } = await desk.upload('Regulament.pdf', paper)
    await desk.readAll()
    expect((await desk.pagesOf(sha256)).map(({ text }) => text).join()).toContain('salubrizare')

    const headers = { authorization: `Bearer ${changesToken}` }
    const forTheSite = () => record.rest('GET', `/changes/files/${sha256}`, { headers })
    expect((await bytesOf(await forTheSite())).equals(paper)).toBe(true)
    const { token } = await record.signIn('editor')
    const forTheAdmin = await record.rest('GET', `/files/file/${name}`, { token })
    expect(forTheAdmin.headers.get('content-disposition')).toContain('attachment')
    expect((await bytesOf(forTheAdmin)).equals(paper)).toBe(true)
    expect((await record.rest('GET', `/files/file/${name}`)).status).toBe(403)

    await record.payload.delete({ collection: 'files', id })
    expect((await forTheSite()).status).toBe(404)
    expect((await desk.upload('Regulament.pdf', paper)).name).toBe(name)
    expect((await bytesOf(await forTheSite())).equals(paper)).toBe(true)
  })

  it('gives a name that holds the bytes of an upload that never was to the next one', async () => {
    const upload = (data: Buffer, req = {}) =>
      record.payload.create({
        collection: 'files',
        data: {} as never,
        file: { name: 'proces.pdf', data, mimetype: 'application/pdf', size: data.length },
        ...req,
      })
    const id = String(await record.payload.db.beginTransaction())
    await upload(aPlainPdf({ catalog: '/Lang(1)' }), {
      req: { payload: record.payload, transactionID: id, context: {} },
    })
    await record.payload.db.rollbackTransaction(id)
    const second = aPlainPdf({ catalog: '/Lang(2)' })
    const { sha256, filename } = await upload(second)
    expect(filename).toBe('proces.pdf')
    const headers = { authorization: `Bearer ${changesToken}` }
    expect((await bytesOf(await record.rest('GET', `/changes/files/${sha256}`, { headers }))).equals(second)).toBe(true)
  })

  it('keeps what is filed there, and gives it to whoever works on it', async () => {
    const hall = await openTownHall(record)
    const paper = aPlainPdf()
    const { file: given } = await putBytes(record, 'plan.pdf', paper)
    const answers = { fisiere: [{ id: 'unu', name: given.name, bytes: given.bytes, sha256: given.sha256 }] }
    const { status, body } = await file(record, aFiling({ answers, files: [given] }))
    expect(status).toBe(201)
    const { rows } = await record.pool.query('select id from record.registry where number = $1', [body.numar])
    const token = hall.people.registrar.token
    const answer = await record.rest('GET', `/registry/entries/${rows[0].id}/files/${given.sha256}`, { token })
    expect((await bytesOf(answer)).equals(paper)).toBe(true)
    expect(answer.headers.get('content-length')).toBe(String(paper.length))
  })

  it('holds no file on this machine', () => expect(onDisk()).toEqual([]))
})
