import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAct, changesToken, openTestRecord, type TestRecord } from '../../test/record.ts'
import { fileMessages } from './files.ro.ts'
import { incomingFolder, sweepIncoming } from './town-store.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
)
const upload = (name: string, data: Buffer, mimetype = 'application/pdf') =>
  record.payload.create({ collection: 'files', data: {} as never, file: { name, data, mimetype, size: data.length } })
const messageOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { data?: { errors?: { message: string }[] } }) => error.data?.errors?.[0]?.message ?? null,
  )

describe('an upload', () => {
  it('is kept on disk as it came, with its fingerprint', async () => {
    const file = await upload('Hotărârea 45.pdf', pdf)
    expect(file).toMatchObject({
      filename: 'hotararea-45.pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
    })
    expect(await readFile(path.join(process.env['DATA_DIR'] ?? '', 'files', String(file.filename)))).toEqual(pdf)
  })

  it('is refused when it is not what it says', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
    expect(await messageOf(upload('act.pdf', png))).toBe(fileMessages['file-not-what-it-says'])
    expect(await messageOf(upload('act.pdf', Buffer.from('<script>alert(1)</script>')))).toBe(
      fileMessages['file-not-what-it-says'],
    )
    expect(await messageOf(upload('program.exe', Buffer.from('MZ')))).toBe(fileMessages['file-kind'])
    expect(await messageOf(upload('gol.pdf', Buffer.alloc(0)))).toBe(fileMessages['file-empty'])
  })

  it('is never replaced, and not deleted once it was published', async () => {
    const file = await upload('copie.pdf', pdf)
    const replace = record.payload.update({
      collection: 'files',
      id: file.id,
      data: {} as never,
      file: { name: 'alta.pdf', data: pdf, mimetype: 'application/pdf', size: pdf.length },
    })
    expect(await messageOf(replace)).toBe(fileMessages['file-write-once'])
    await record.payload.create({ collection: 'acts', data: anAct({ publicationCopy: file.id }) as never })
    expect(await messageOf(record.payload.delete({ collection: 'files', id: file.id }))).toBe(
      fileMessages['file-in-use'],
    )
  })

  it('reaches the site by its fingerprint, and nobody over REST', async () => {
    const file = await upload('public.pdf', pdf)
    const answer = await record.rest('GET', `/changes/files/${file.sha256}`, {
      headers: { authorization: `Bearer ${changesToken}` },
    })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf)
    expect((await record.rest('GET', `/files/${file.id}`)).status).toBe(403)
    expect((await record.rest('GET', `/files/file/${file.filename}`)).status).toBe(403)
    const { token } = await record.signIn('editor')
    const forStaff = await record.rest('GET', `/files/file/${file.filename}`, { token })
    expect(forStaff.headers.get('content-disposition')).toContain('attachment')
    expect(forStaff.headers.get('content-security-policy')).toContain('sandbox')
  })
})

describe('what was being received when a process ended', () => {
  it('is removed after a day', async () => {
    const folder = await incomingFolder()
    await writeFile(path.join(folder, 'neterminat'), 'jumătate')
    await sweepIncoming()
    expect(await readdir(folder)).toEqual(['neterminat'])
    await sweepIncoming(Date.now() + 25 * 3600_000)
    expect(await readdir(folder)).toEqual([])
  })
})
