/** A file that is read at any place, a piece at a time. */
export type ByteSource = { size: number; read(offset: number, length: number): Promise<Uint8Array> }

/** A box of an MP4 or MOV file (ISO 14496-12), by its place in the file. */
export type Box = {
  type: string
  start: number
  /** Where its content begins: 8 or 16 bytes after its start. */
  content: number
  end: number
}

/** What the file says cannot be: it is cut, or was never a video. */
export class BrokenVideo extends Error {}

const mostBoxes = 4_096

/** The boxes of a file, one after the other. */
export async function boxesOfFile(source: ByteSource): Promise<Box[]> {
  const boxes: Box[] = []
  for (let start = 0; start < source.size; ) {
    if (source.size - start < 8) throw new BrokenVideo('The file ends inside the head of a box')
    const head = viewOf(await source.read(start, Math.min(16, source.size - start)))
    const box = boxAt(head, 0, start, source.size)
    boxes.push(box)
    if (boxes.length > mostBoxes) throw new BrokenVideo('The file has no end of boxes')
    start = box.end
  }
  return boxes
}

/** The bytes of one box that is in memory, with the place in the file where they begin. */
export class BoxReader {
  readonly #view: DataView
  readonly #offset: number

  constructor(bytes: Uint8Array, offset: number) {
    this.#view = viewOf(bytes)
    this.#offset = offset
  }

  /** The boxes between two places; what is left after the last one, at most a few bytes, belongs to none. */
  boxes(from: number, to: number): Box[] {
    const boxes: Box[] = []
    // QuickTime ends some lists with four zero bytes.
    for (let start = from; to - start >= 8; ) {
      const box = boxAt(this.#view, start - this.#offset, start, to)
      boxes.push(box)
      if (boxes.length > mostBoxes) throw new BrokenVideo('A box has no end of boxes')
      start = box.end
    }
    return boxes
  }

  child(parent: Box, type: string): Box | null {
    return this.boxes(parent.content, parent.end).find((box) => box.type === type) ?? null
  }

  need(parent: Box, type: string): Box {
    const box = this.child(parent, type)
    if (!box) throw new BrokenVideo(`${parent.type} has no ${type}`)
    return box
  }

  u8 = (at: number) => this.#view.getUint8(at - this.#offset)
  u16 = (at: number) => this.#view.getUint16(at - this.#offset)
  u32 = (at: number) => this.#view.getUint32(at - this.#offset)
  i32 = (at: number) => this.#view.getInt32(at - this.#offset)
  u64 = (at: number) => safe(this.#view.getBigUint64(at - this.#offset))
  name = (at: number) => nameAt(this.#view, at - this.#offset)
}

/** `at` is where the head stands in the view, `start` where it stands in the file. */
function boxAt(view: DataView, at: number, start: number, limit: number): Box {
  const short = view.getUint32(at)
  const type = nameAt(view, at + 4)
  const isLong = short === 1
  const size = short === 0 ? limit - start : isLong ? safe(view.getBigUint64(at + 8)) : short
  const content = start + (isLong ? 16 : 8)
  if (start + size < content || start + size > limit) throw new BrokenVideo(`The box ${type} ends outside its place`)
  return { type, start, content, end: start + size }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const nameAt = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function safe(number: bigint): number {
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new BrokenVideo('A place beyond every file')
  return Number(number)
}
