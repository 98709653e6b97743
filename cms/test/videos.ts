/** A box of an MP4, put together by hand. */
export const box = (type: string, ...content: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : each)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
export const u32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number >>> 0, index * 4)
  return bytes
}
const zeros = (count: number) => Buffer.alloc(count)

type TrackPlan = {
  handler: string
  codec: string
  samples: string[]
  more?: Buffer[]
  inTable?: Buffer[]
  inEntry?: Buffer[]
  isElsewhere?: boolean
}

const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)

function track(
  { handler, codec, samples, more = [], inTable = [], inEntry = [], isElsewhere = false }: TrackPlan,
  at: number,
  seconds: number,
): Buffer {
  const sizes = samples.map((sample) => sample.length)
  const entry = box(codec, zeros(handler === 'vide' ? 78 : 28), ...inEntry)
  return box(
    'trak',
    box('tkhd', u32(0, 0, 0, 1, 0, 0, 0, 0, 0, 0), matrix, u32(640 * 65_536, 480 * 65_536)),
    ...more,
    box(
      'mdia',
      box('mdhd', u32(0, 0, 0, 1_000, seconds * 1_000, 0)),
      box('hdlr', u32(0, 0), handler, zeros(13)),
      box(
        'minf',
        box(handler === 'vide' ? 'vmhd' : 'smhd', zeros(12)),
        box('dinf', box('dref', u32(0, 1), box('url ', u32(isElsewhere ? 0 : 1)))),
        box(
          'stbl',
          box('stsd', u32(0, 1), entry),
          box('stts', u32(0, 1, samples.length, 1)),
          box('stsc', u32(0, 1, 1, samples.length, 1)),
          box('stsz', u32(0, 0, samples.length, ...sizes)),
          box('stco', u32(0, 1, at)),
          ...inTable,
        ),
      ),
    ),
  )
}

/** A small video of the tracks asked for, whole and playable in its structure, with whatever else stands around them. */
export function aVideo({
  brand = 'isom',
  tracks = [
    { handler: 'vide', codec: 'avc1', samples: ['picture-one', 'picture-two'] },
    { handler: 'soun', codec: 'mp4a', samples: ['sound-one'] },
  ],
  seconds = 10,
  inFilm = [],
  around = [],
  between = '',
}: {
  brand?: string
  tracks?: TrackPlan[]
  seconds?: number
  /** Boxes beside the tracks. */
  inFilm?: Buffer[]
  /** Boxes of the file, behind the rest. */
  around?: Buffer[]
  /** Bytes among the media data that no sample claims. */
  between?: string
} = {}): Buffer {
  const head = box('ftyp', brand, u32(0), brand)
  let at = head.length + 8
  const pieces: string[] = []
  const films = tracks.map((each) => {
    const start = at
    const data = each.samples.join('') + between
    pieces.push(data)
    at += data.length
    return track(each, start, seconds)
  })
  const length = u32(0, 0, 0, 1_000, seconds * 1_000)
  return Buffer.concat([
    head,
    box('mdat', pieces.join('')),
    box('moov', box('mvhd', length, zeros(80)), ...films, ...inFilm),
    ...around,
  ])
}
