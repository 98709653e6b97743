import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { aDocx, aPackedPdf, aPlainPdf, aZip } from '../../test/hostile-files.ts'
import { aPaper } from '../../test/papers.ts'
import { deskKinds, type KindOfFile } from './file-kinds.ts'
import { inspectFile } from './inspect-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'avizier-inspect-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
if (!hasQpdf) console.warn('NOT RUN: qpdf is not installed, so what only qpdf sees of a PDF was not tested')

let count = 0
const lay = (data: Buffer) => {
  const file = path.join(folder, String(++count))
  writeFileSync(file, data)
  return file
}
const inspect = (name: string, data: Buffer, kinds: readonly KindOfFile[] = deskKinds) =>
  inspectFile(lay(data), { name, kinds })
const picture = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: '#2f6f4f' } })
const withQpdf = (data: Buffer, ...args: string[]) => {
  const [from, to] = [lay(data), path.join(folder, `${++count}`)]
  execFileSync('qpdf', ['--warning-exit-0', ...args, from, to], { stdio: 'ignore' })
  return readFileSync(to)
}
const script = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'

/** The same with qpdf, where there is one, and as a town without it. */
const withAndWithout = [...(hasQpdf ? [true] : []), false]
const inPath = process.env['PATH']
async function asTown<Result>(withTool: boolean, work: () => Promise<Result>): Promise<Result> {
  process.env['PATH'] = withTool ? inPath : ''
  try {
    return await work()
  } finally {
    process.env['PATH'] = inPath
  }
}

describe('a paper like any other', () => {
  it.each(withAndWithout)('is accepted, with qpdf: %s', async (withTool) => {
    const paper = await aPaper([['Cerere', 'Subsemnata, Ana Pop, cer eliberarea certificatului.']])
    expect(await asTown(withTool, () => inspect('cerere.pdf', paper))).toEqual({
      kind: 'accepted',
      fileKind: 'pdf',
      mimeType: 'application/pdf',
      unchecked: [],
      scan: 'none',
    })
    expect(await asTown(withTool, () => inspect('cerere.pdf', aPlainPdf()))).toMatchObject({ kind: 'accepted' })
    expect(
      await asTown(withTool, () => inspect('cerere.pdf', aPackedPdf('<</Type/Catalog/Pages 4 0 R>>'))),
    ).toMatchObject({ kind: 'accepted', unchecked: [] })
  })

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('or a picture as %s is accepted', async (format) => {
    const data = await picture()
      .toFormat(format)
      .withExif({ IFD0: { Make: 'Telefon' } })
      .toBuffer()
    expect(await inspect(`foto.${format}`, data)).toMatchObject({ kind: 'accepted', fileKind: 'image' })
  })

  it('or a document of an office is accepted, with the table of its chart', async () => {
    expect(await inspect('raport.docx', aDocx())).toMatchObject({ kind: 'accepted', fileKind: 'office' })
    const chart = {
      name: 'word/embeddings/Foaie1.xlsx',
      data: aZip([{ name: 'xl/workbook.xml', data: Buffer.from('<x/>') }]),
    }
    expect(await inspect('raport.docx', aDocx([chart]))).toMatchObject({ kind: 'accepted' })
  })

  it('or an envelope is accepted, and said not to be looked into', async () => {
    const der = Buffer.from([0x30, 0x82, 0x01, 0x00, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02])
    expect(await inspect('cerere.pdf.p7m', der)).toMatchObject({ kind: 'accepted', unchecked: ['envelope'] })
  })

  it('or a list in letters is accepted, in any script but never with control characters', async () => {
    expect(await inspect('lista.csv', Buffer.from('stradă;număr\nMorii;12\n'))).toMatchObject({ kind: 'accepted' })
    expect(await inspect('lista.csv', Buffer.from('a\u0000b'))).toEqual(refusal('file-not-what-it-says'))
    expect(await inspect('lista.txt', Buffer.from([0xff, 0xfe, 0x41]))).toEqual(refusal('file-not-what-it-says'))
  })
})

describe('a PDF', () => {
  const embedded = '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>'
  const cases = [
    ['that runs a script when it is opened', aPlainPdf({ catalog: script }), 'file-scripted'],
    [
      'whose script is spelled with escapes',
      aPlainPdf({ catalog: script.replace('/JavaScript', '/J#61vaScrip#74') }),
      'file-scripted',
    ],
    ['whose script lies in a packed object', aPackedPdf(`<</Type/Catalog/Pages 4 0 R${script}>>`), 'file-scripted'],
    ['that starts a program', aPlainPdf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'file-scripted'],
    [
      'with a dynamic form',
      aPlainPdf({ catalog: '/AcroForm<</XFA[(a)4 0 R]/Fields[]>>', objects: ['<<>>'] }),
      'file-scripted',
    ],
    [
      'that carries a file',
      aPlainPdf({ catalog: embedded, objects: ['<</Length 2>>\nstream\nMZ\nendstream'] }),
      'file-carries-files',
    ],
    [
      'whose header is not at its beginning',
      Buffer.concat([Buffer.from('\n\n'), aPlainPdf()]),
      'file-not-what-it-says',
    ],
    ['with a page of the web behind it', aPlainPdf({ tail: '<script>fetch("//rau.example")</script>' }), 'file-double'],
    [
      'that is an archive too',
      Buffer.concat([aPlainPdf(), aZip([{ name: 'a.js', data: Buffer.from('1') }])]),
      'file-double',
    ],
    [
      'of which only the beginning came',
      Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n'),
      'file-broken',
    ],
  ] as const
  for (const withTool of withAndWithout)
    it.each(cases)(`%s is refused, with qpdf: ${withTool}`, async (_, data, code) =>
      expect(await asTown(withTool, () => inspect('act.pdf', data))).toEqual(refusal(code)),
    )

  it.runIf(hasQpdf)('with a password is refused; one that only may not be printed is read', async () => {
    const paper = await aPaper([['Cerere']])
    const closed = withQpdf(paper, '--encrypt', 'parola', 'alta', '256', '--')
    const open = withQpdf(paper, '--encrypt', '', 'alta', '256', '--print=none', '--')
    expect(await inspect('act.pdf', closed)).toEqual(refusal('file-encrypted'))
    expect(await inspect('act.pdf', open)).toMatchObject({ kind: 'accepted', unchecked: [] })
    for (const data of [closed, open])
      expect(await asTown(false, () => inspect('act.pdf', data))).toEqual(refusal('file-encrypted'))
  })

  it.runIf(hasQpdf)('whose script is packed and encrypted is refused', async () => {
    const packed = withQpdf(
      aPlainPdf({ catalog: '/OpenAction 4 0 R', objects: ['<</S/JavaScript/JS(app.alert\\(1\\))>>'] }),
      ...['--object-streams=generate', '--encrypt', '', 'alta', '256', '--'],
    )
    expect(packed.includes('JavaScript')).toBe(false)
    expect(await inspect('act.pdf', packed)).toEqual(refusal('file-scripted'))
  })

  it('of a million objects in a few kilobytes ends in time, refused', { timeout: 60_000 }, async () => {
    const bomb = aPackedPdf(`<</Type/Catalog/Pages 4 0 R/Bomb(${'a'.repeat(70 * 1024 * 1024)})>>`)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await inspect('act.pdf', bomb)).toMatchObject({ kind: 'refused', code: 'file-broken' })
  })
})

describe('a package', () => {
  const bomb = { name: 'word/media/a.xml', data: Buffer.alloc(60 * 1024 * 1024) }
  it.each([
    ['with macros', aDocx([{ name: 'word/vbaProject.bin', data: Buffer.from('x') }]), 'file-carries-macros'],
    [
      'with an archive inside',
      aDocx([
        {
          name: 'word/media/a.png',
          data: aZip([{ name: 'a', data: Buffer.from('a') }]),
        },
      ]),
      'file-carries-files',
    ],
    [
      'with a program inside',
      aDocx([{ name: 'word/media/poza.png', data: Buffer.from('MZ\x90\x00\x03\x00\x00\x00') }]),
      'file-carries-files',
    ],
    ['that names a program', aDocx([{ name: 'word/embeddings/a.exe', data: Buffer.from('x') }]), 'file-carries-files'],
    ['that unpacks to a thousand times its size', aDocx([bomb]), 'file-unpacks-too-large'],
    ['that lies about its sizes', aDocx([{ ...bomb, declared: 10 }]), 'file-broken'],
    [
      'whose parts lie over one another',
      aDocx(
        [
          { name: 'word/a', data: Buffer.alloc(100) },
          { name: 'word/b', data: Buffer.alloc(100) },
        ],
        { isOverlapping: true },
      ),
      'file-unpacks-too-large',
    ],
    [
      'with a part that wants a password',
      aDocx([{ name: 'word/a', data: Buffer.from('x'), isEncrypted: true }]),
      'file-encrypted',
    ],
    ['that leaves its folder', aDocx([{ name: '../../etc/passwd', data: Buffer.from('x') }]), 'file-broken'],
    ['cut in half', aDocx().subarray(0, 300), 'file-broken'],
  ])('%s is refused', async (_, data, code) => expect(await inspect('raport.docx', data)).toEqual(refusal(code)))

  it('of ten thousand parts and more is refused', async () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => ({ name: `word/${index}`, data: Buffer.from('x') }))
    expect(await inspect('raport.docx', aDocx(parts))).toEqual(refusal('file-unpacks-too-large'))
  })

  it('with a password of the office is called so, and an old document by what it is', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])
    const closed = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)])
    expect(await inspect('raport.docx', closed)).toEqual(refusal('file-encrypted'))
    expect(await inspect('raport.docx', old)).toEqual(refusal('file-not-what-it-says'))
  })

  it('without a document is not one', async () =>
    expect(await inspect('raport.docx', aZip([{ name: 'a.txt', data: Buffer.from('a') }]))).toEqual(
      refusal('file-not-what-it-says'),
    ))
})

describe('a picture', () => {
  it('with a program, a page or an archive behind it is refused', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const png = await picture().png().toBuffer()
    const webp = await picture().webp().toBuffer()
    const zip = aZip([{ name: 'a.class', data: Buffer.from('a') }])
    for (const tail of [Buffer.from('<?php system($_GET[0]); ?>'), Buffer.from('<script>1</script>'), zip]) {
      expect(await inspect('foto.jpg', Buffer.concat([jpeg, tail]))).toEqual(refusal('file-double'))
      expect(await inspect('foto.png', Buffer.concat([png, tail]))).toEqual(refusal('file-double'))
      expect(await inspect('foto.webp', Buffer.concat([webp, tail]))).toEqual(refusal('file-double'))
    }
    expect(await inspect('foto.png', Buffer.concat([png, Buffer.alloc(3000, 'a')]))).toEqual(refusal('file-double'))
    const inComment = await picture()
      .jpeg()
      .withExif({ IFD0: { ImageDescription: '<?php eval($_POST[1]);' } })
      .toBuffer()
    expect(await inspect('foto.jpg', inComment)).toEqual(refusal('file-double'))
  })

  it('under the header of a PDF is refused', async () => {
    const described = await picture()
      .jpeg()
      .withExif({ IFD0: { ImageDescription: '%PDF-1.4' } })
      .toBuffer()
    expect(await inspect('foto.jpg', described)).toEqual(refusal('file-double'))
  })

  it('that says it has 400 megapixels, and one that is cut before its size, are refused', async () => {
    const png = await picture().png().toBuffer()
    png.writeUInt32BE(20_000, 16)
    png.writeUInt32BE(20_000, 20)
    expect(await inspect('foto.png', png)).toEqual(refusal('file-too-many-pixels'))
    const jpeg = await picture().jpeg().toBuffer()
    expect(await inspect('foto.jpg', jpeg.subarray(0, 60))).toEqual(refusal('file-broken'))
  })

  it('that is a page of the web, a GIF with a program or a drawing of commands is refused', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    expect(await inspect('desen.svg', svg)).toEqual(refusal('file-kind'))
    expect(await inspect('desen.png', svg)).toEqual(refusal('file-not-what-it-says'))
    const gif = Buffer.from('GIF89a<?php system($_GET[0]); ?>')
    expect(await inspect('a.gif', gif)).toEqual(refusal('file-kind'))
    expect(await inspect('a.jpg', gif)).toEqual(refusal('file-not-what-it-says'))
  })
})

const refusal = (code: string) => ({ kind: 'refused', code })
