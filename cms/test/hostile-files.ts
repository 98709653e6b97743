import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { aRawPdf } from './papers.ts'

/** A one-page PDF that every reader opens; `catalog`, the objects from the fourth and `tail` are what a test is about. */
export const aPlainPdf = ({ catalog = '', objects = [] as string[], tail = '' } = {}): Buffer =>
  Buffer.concat([
    aRawPdf({
      kids: '3 0 R',
      count: 1,
      objects: ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>', ...objects],
      catalog,
    }),
    Buffer.from(`\n${tail}`, 'latin1'),
  ])

/** A PDF whose objects after the first lie packed in a stream, where a search of the bytes does not find them. */
export function aPackedPdf(packed: string): Buffer {
  const objects = [packed, '<</Type/Pages/Kids[5 0 R]/Count 1>>', '<</Type/Page/Parent 4 0 R/MediaBox[0 0 9 9]>>']
  const offsets = objects.map((_, index) => objects.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0))
  const header = offsets.map((offset, index) => `${index + 3} ${offset}`).join(' ')
  const content = deflateSync(Buffer.from(`${header}\n${objects.join(' ')}`, 'latin1'))
  const head = Buffer.from('%PDF-1.7\n', 'latin1')
  const stream = Buffer.concat([
    Buffer.from(
      `1 0 obj\n<</Type/ObjStm/N 3/First ${header.length + 1}/Length ${content.length}/Filter/FlateDecode>>\nstream\n`,
    ),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const place = head.length + stream.length
  const row = (type: number, second: number, third: number) => [type, second >> 8, second & 255, third]
  const rows = Buffer.from([
    ...row(0, 0, 0),
    ...row(1, head.length, 0),
    ...row(1, place, 0),
    ...row(2, 1, 0),
    ...row(2, 1, 1),
    ...row(2, 1, 2),
  ])
  const xref = Buffer.concat([
    Buffer.from(`2 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 3 0 R/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${place}\n%%EOF\n`),
  ])
  return Buffer.concat([head, stream, xref])
}

type ZipPart = { name: string; data: Buffer; declared?: number; isEncrypted?: boolean }

/** A ZIP, in which `declared` lies about how long a part is; with `isOverlapping` every part has the bytes of the first. */
export function aZip(parts: ZipPart[], { isOverlapping = false } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const [index, { name, data, declared = data.length, isEncrypted = false }] of parts.entries()) {
    const packed = deflateRawSync(data)
    const place = isOverlapping && index > 0 ? 0 : position
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    if (place === position) {
      bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed)
      position += 30 + Buffer.byteLength(name) + packed.length
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(place, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name))
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(position, 16)
  return Buffer.concat([...bodies, listed, end])
}

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

/** A text document with the parts that every one has, and others. */
export const aDocx = (more: ZipPart[] = [], options: { isOverlapping?: boolean } = {}) =>
  aZip(
    [
      { name: '[Content_Types].xml', data: Buffer.from(contentTypes) },
      { name: 'word/document.xml', data: Buffer.from('<w:document/>') },
      ...more,
    ],
    options,
  )
