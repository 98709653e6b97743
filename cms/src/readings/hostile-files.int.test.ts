import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { aPlainPdf } from '../../test/hostile-files.ts'
import { aPaper, aPdf, aRawPdf, aScan, scanned } from '../../test/papers.ts'
import { openTestRecord, type TestRecord } from '../../test/record.ts'
import { townStore } from '../files/town-store.ts'
import { readOneTurn } from './read-files.job.ts'
import { readingLimits } from './reading-state.ts'
import { readingStatus } from './reading-status.ts'
import { chooseEngine, type Engine } from './recognition-engine.ts'

let record: TestRecord
let engine: Engine
let directory: string
beforeAll(async () => {
  record = await openTestRecord()
  engine = await chooseEngine()
  directory = path.join(process.env['DATA_DIR'] ?? '', 'files')
})

const sentence = 'Se aprobă Regulamentul serviciului de salubrizare al comunei Săcălaz.'
const limits = { ...readingLimits, pageSeconds: 4, openingSeconds: 8 }

let uploads = 0
/** Lays a file where uploads are, as one that came in before files were inspected; reads it and answers how it ended. */
async function read(name: string, data: Buffer, { mimetype = 'application/pdf', more = {} } = {}) {
  const isPdf = mimetype === 'application/pdf'
  const plain = isPdf ? aPlainPdf({ catalog: `/Lang(${++uploads})` }) : data
  const file = await record.payload.create({
    collection: 'files',
    data: {} as never,
    file: { name, data: plain, mimetype, size: plain.length },
  })
  if (isPdf) writeFileSync(path.join(directory, String(file['filename'])), data)
  const began = performance.now()
  const work = { pool: record.pool, store: townStore(), signal: new AbortController().signal, say: () => undefined }
  while (await readOneTurn({ ...work, limits: { ...limits, ...more } }, engine));
  const status = await readingStatus(record.pool, String(file['sha256']))
  return { state: status?.state, code: status?.code, status, seconds: (performance.now() - began) / 1000 }
}

const stream = (dictionary: string, bytes: Buffer) =>
  `<<${dictionary}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`
const page = (contents: number, more = '', box = '0 0 595 842') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents ${contents} 0 R/Resources<</Font<</F 3 0 R>>${more}>>>>`
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const words = (text: string) => stream('', Buffer.from(`BT /F 12 Tf 60 700 Td (${text}) Tj ET`))

describe('a file that cannot be opened', () => {
  it('says so when it wants a password', async () => {
    const locked = await aPaper([[sentence]], { userPassword: 'secret', ownerPassword: 'alt-secret' })
    expect(await read('parola.pdf', locked)).toMatchObject({ state: 'failed', code: 'encrypted' })
  })

  it('is read when only its printing is locked', async () => {
    const locked = await aPaper([[sentence]], { ownerPassword: 'secret', permissions: { printing: 'lowResolution' } })
    expect(await read('fara-tiparire.pdf', locked)).toMatchObject({ state: 'done', code: null })
  })

  it.each([
    ['cut after its first bytes', async () => (await aPaper([[sentence]])).subarray(0, 300)],
    ['of noise', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'gunoi ')])],
    ['whose pages are their own parent', async () => aRawPdf({ kids: '2 0 R', count: 3, objects: [] })],
  ])('%s is broken', async (name, make) => {
    expect(await read(`${name}.pdf`, await make())).toMatchObject({ state: 'failed', code: 'broken' })
  })

  it('cut in the middle ends in a state all the same', async () => {
    const whole = await aScan([[sentence], [sentence]])
    const { state, seconds } = await read('jumatate.pdf', whole.subarray(0, whole.length / 2))
    expect(['done', 'empty', 'failed']).toContain(state)
    expect(seconds).toBeLessThan(30)
  })

  it('is missing on the disk, and is read when it is uploaded again', async () => {
    const data = await aPaper([['Dispărut de pe disc, apoi adus din nou.']])
    const create = (name: string) =>
      record.payload.create({
        collection: 'files',
        data: {} as never,
        file: { name, data, mimetype: 'application/pdf', size: data.length },
      })
    const work = {
      pool: record.pool,
      store: townStore(),
      signal: new AbortController().signal,
      say: () => undefined,
      limits,
    }
    const first = await create('disparut.pdf')
    rmSync(path.join(directory, String(first['filename'])))
    while (await readOneTurn(work, engine));
    const status = () => readingStatus(record.pool, String(first['sha256']))
    expect(await status()).toMatchObject({ state: 'failed', code: 'file-missing' })
    await create('readus.pdf')
    await record.payload.delete({ collection: 'files', id: first.id })
    while (await readOneTurn(work, engine));
    expect(await status()).toMatchObject({ state: 'done', code: null })
  })

  it('was emptied on the disk', async () => {
    const file = await record.payload.create({
      collection: 'files',
      data: {} as never,
      file: { name: 'golit.pdf', data: await aPaper([['Golit pe disc.']]), mimetype: 'application/pdf', size: 1 },
    })
    writeFileSync(path.join(directory, String(file['filename'])), '')
    const work = {
      pool: record.pool,
      store: townStore(),
      signal: new AbortController().signal,
      say: () => undefined,
      limits,
    }
    while (await readOneTurn(work, engine));
    expect(await readingStatus(record.pool, String(file['sha256']))).toMatchObject({ state: 'failed', code: 'broken' })
  })
})

describe('a file that asks for too much', () => {
  it('of more pages than are read is read up to there', async () => {
    const pages = 2_100
    const objects = [font, words('Pagina este aceeasi de fiecare data, cu destule litere.')]
    const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(' ')
    const many = aRawPdf({ kids, count: pages, objects: [...objects, ...Array.from({ length: pages }, () => page(4))] })
    const { status, code, seconds } = await read('doua-mii.pdf', many)
    expect(status).toMatchObject({ state: 'done', pages, pagesDone: 2_000, served: { pages: 2_000, method: 'text' } })
    expect(code).toBe('too-many-pages')
    console.log(`2,000 pages of letters: ${seconds.toFixed(1)} s`)
  }, 240_000)

  it('is passed over at the page that never ends, and read before and after it', async () => {
    const endless = deflateSync(Buffer.alloc(300_000_000, '/F 1 Tf q Q '), { level: 1 })
    const bomb = aRawPdf({
      kids: '7 0 R 8 0 R 9 0 R',
      count: 3,
      objects: [
        font,
        words('Prima pagina are destule litere.'),
        stream('/Filter/FlateDecode', endless),
        words('A treia pagina are destule litere.'),
        page(4),
        page(5),
        page(6),
      ],
    })
    const { status, seconds } = await read('fara-sfarsit.pdf', bomb)
    expect(status).toMatchObject({ state: 'done', code: 'pages-skipped', unreadPages: [2], served: { pages: 2 } })
    expect(seconds).toBeLessThan(40)
  })

  it('and whose pages are all like that is given up after a few', async () => {
    const endless = deflateSync(Buffer.alloc(300_000_000, '/F 1 Tf q Q '), { level: 1 })
    const kids = Array.from({ length: 40 }, (_, index) => `${index + 5} 0 R`).join(' ')
    const bomb = aRawPdf({
      kids,
      count: 40,
      objects: [font, stream('/Filter/FlateDecode', endless), ...Array.from({ length: 40 }, () => page(4))],
    })
    const { state, code, status, seconds } = await read('bombe.pdf', bomb, { more: { pageSeconds: 2 } })
    expect([state, code]).toEqual(['failed', 'given-up'])
    expect(status?.pagesDone).toBe(readingLimits.faultsInARow)
    expect(seconds).toBeLessThan(60)
  }, 120_000)

  it('unpacks to more than its process may hold, and is stopped', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(900_000_000, ' '), { level: 9 }), { level: 9 })
    expect(twice.length).toBeLessThan(20_000)
    const bomb = aRawPdf({
      kids: '5 0 R',
      count: 1,
      objects: [font, stream('/Filter[/FlateDecode/FlateDecode]', twice), page(4)],
    })
    const { state, seconds } = await read('despachetat.pdf', bomb, { more: { megabytes: 500, pageSeconds: 20 } })
    expect(state).toBe('failed')
    expect(seconds).toBeLessThan(60)
  }, 120_000)

  it('has a page the size of a field', async () => {
    const empty = aRawPdf({ kids: '5 0 R', count: 1, objects: [font, words(''), page(4, '', '0 0 9000000 9000000')] })
    expect(await read('camp.pdf', empty)).toMatchObject({ state: 'empty', code: 'nothing-readable' })
  })

  it('draws itself inside itself', async () => {
    const form = stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>',
      Buffer.from('/X Do /X Do'),
    )
    const nested = aRawPdf({
      kids: '6 0 R',
      count: 1,
      objects: [font, stream('', Buffer.from('/X Do')), form, page(4, '/XObject<</X 5 0 R>>')],
    })
    const { state, seconds } = await read('oglinzi.pdf', nested)
    expect(['empty', 'failed']).toContain(state)
    expect(seconds).toBeLessThan(20)
  })

  it('is a picture of more points than are looked at', async () => {
    const create = { width: 12_000, height: 9_000, channels: 3 as const, background: 'white' }
    const picture = await sharp({ create, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer()
    expect(await read('urias.png', picture, { mimetype: 'image/png' })).toMatchObject({
      state: 'failed',
      code: 'broken',
    })
  })
})

describe('a page', () => {
  it('with a stamp of letters over its scan is read as the scan', async () => {
    const scan = await aScan([
      [sentence, 'Art. 2. Primarul comunei duce la îndeplinire prevederile prezentei hotărâri.'],
    ])
    const [picture] = await scanned(scan, { dpi: 200 })
    const stamped = await aPdf([
      (pdf) => {
        pdf.image(picture as Buffer, 0, 0, { width: pdf.page.width })
        pdf.fontSize(8).text('Semnat digital de secretarul general al comunei', 60, 760)
      },
    ])
    const { status } = await read('stampilat.pdf', stamped)
    expect(status).toMatchObject({ state: 'done', served: { method: 'recognised' } })
  })

  it('with a photograph and a few words of its own keeps its words', async () => {
    const create = {
      width: 900,
      height: 600,
      channels: 3 as const,
      noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
    }
    const photo = await sharp({ create: { ...create, background: 'white' } })
      .jpeg()
      .toBuffer()
    const report = await aPdf([(pdf) => pdf.fontSize(11).text(sentence).image(photo, { width: 300 })])
    expect((await read('cu-fotografie.pdf', report)).status).toMatchObject({
      state: 'done',
      served: { method: 'text' },
    })
  })

  it('that took the reader down three times is passed over', async () => {
    const paper = await aPaper([['Pagina pe care cititorul nu o poate duce.'], [sentence, sentence]])
    const file = await record.payload.create({
      collection: 'files',
      data: {} as never,
      file: { name: 'otrava.pdf', data: paper, mimetype: 'application/pdf', size: paper.length },
    })
    await record.pool.query('update avizier.readings set attempts = $2 where sha256 = $1', [
      file['sha256'],
      readingLimits.attempts,
    ])
    const work = {
      pool: record.pool,
      store: townStore(),
      signal: new AbortController().signal,
      say: () => undefined,
      limits,
    }
    while (await readOneTurn(work, engine));
    expect(await readingStatus(record.pool, String(file['sha256']))).toMatchObject({
      state: 'done',
      code: 'pages-skipped',
      unreadPages: [1],
    })
  })
})
