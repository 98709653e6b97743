import { type Box, type BoxReader, BrokenVideo } from './video-boxes.ts'

export type Extent = { start: number; end: number }

export type Track = {
  box: Box
  /** "vide", "soun", or whatever else a device writes beside them. */
  handler: string
  codecs: string[]
  seconds: number
  /** As it is shown, turned already. */
  width: number
  height: number
  /** Where its samples lie in the file. */
  extents(): Extent[]
}

const mostEntries = 2_000_000

/** What one track of the film says of itself. */
export function readTrack(reader: BoxReader, box: Box): Track {
  const media = reader.need(box, 'mdia')
  const handler = reader.name(reader.need(media, 'hdlr').content + 8)
  const table = () => reader.need(reader.need(media, 'minf'), 'stbl')
  return {
    box,
    handler,
    codecs: handler === 'vide' || handler === 'soun' ? codecsOf(reader, reader.need(table(), 'stsd')) : [],
    seconds: lengthOf(reader, reader.need(media, 'mdhd')),
    ...sizeOf(reader, reader.need(box, 'tkhd')),
    extents: () => {
      requireOwnBytes(reader, reader.need(media, 'minf'))
      return extentsOf(reader, table())
    },
  }
}

/** The duration in a `mvhd` or `mdhd`, in seconds. */
export function lengthOf(reader: BoxReader, { content }: Box): number {
  const isLong = reader.u8(content) === 1
  const scale = reader.u32(content + (isLong ? 20 : 12))
  const length = isLong ? reader.u64(content + 24) : reader.u32(content + 16)
  if (scale === 0) throw new BrokenVideo('Time stands still')
  return length / scale
}

function sizeOf(reader: BoxReader, { content }: Box): { width: number; height: number } {
  const matrix = content + (reader.u8(content) === 1 ? 52 : 40)
  const width = reader.u32(matrix + 36) / 65_536
  const height = reader.u32(matrix + 40) / 65_536
  const isTurned = reader.i32(matrix) === 0 && reader.i32(matrix + 4) !== 0
  return isTurned ? { width: height, height: width } : { width, height }
}

function codecsOf(reader: BoxReader, box: Box): string[] {
  return reader.boxes(box.content + 8, box.end).map(({ type }) => type)
}

/** A track may say that its samples are in another file, or at another address. */
function requireOwnBytes(reader: BoxReader, information: Box): void {
  const data = reader.child(information, 'dinf')
  const references = data && reader.child(data, 'dref')
  if (!references) return
  for (const reference of reader.boxes(references.content + 8, references.end))
    if ((reader.u32(reference.content) & 1) === 0) throw new BrokenVideo('Its samples are somewhere else')
}

/** The chunks of a track: where each begins (stco), how many samples it has (stsc), how long they are (stsz). */
function extentsOf(reader: BoxReader, table: Box): Extent[] {
  const offsets = offsetsOf(reader, table)
  const lengthFrom = lengthsOf(reader, reader.need(table, 'stsz'))
  const runs = runsOf(reader, reader.need(table, 'stsc'))
  const extents: Extent[] = []
  let sample = 0
  let run = 0
  for (const [index, start] of offsets.entries()) {
    while (runs[run + 1] && (runs[run + 1]?.firstChunk ?? 0) <= index + 1) run++
    const samples = runs[run]?.samples ?? 0
    extents.push({ start, end: start + lengthFrom(sample, samples) })
    sample += samples
  }
  return extents
}

function offsetsOf(reader: BoxReader, table: Box): number[] {
  const short = reader.child(table, 'stco')
  const box = short ?? reader.need(table, 'co64')
  const width = short ? 4 : 8
  const count = countOf(reader, box.content + 4, box, width, 8)
  return Array.from({ length: count }, (_, index) => {
    const at = box.content + 8 + index * width
    return short ? reader.u32(at) : reader.u64(at)
  })
}

/** How many bytes a number of samples take from one on. */
function lengthsOf(reader: BoxReader, box: Box): (first: number, samples: number) => number {
  const same = reader.u32(box.content + 4)
  if (same > 0) return (_, samples) => same * samples
  const count = countOf(reader, box.content + 8, box, 4, 12)
  return (first, samples) => {
    if (first + samples > count) throw new BrokenVideo('More samples than sizes')
    let length = 0
    for (let sample = first; sample < first + samples; sample++) length += reader.u32(box.content + 12 + sample * 4)
    return length
  }
}

function runsOf(reader: BoxReader, box: Box): { firstChunk: number; samples: number }[] {
  const count = countOf(reader, box.content + 4, box, 12, 8)
  return Array.from({ length: count }, (_, index) => {
    const at = box.content + 8 + index * 12
    const samples = reader.u32(at + 4)
    if (samples > mostEntries) throw new BrokenVideo('A chunk of endless samples')
    return { firstChunk: reader.u32(at), samples }
  })
}

/** How many entries a table says it has, which must fit into it. */
function countOf(reader: BoxReader, at: number, box: Box, width: number, head: number): number {
  const count = reader.u32(at)
  if (count > mostEntries || box.content + head + count * width > box.end)
    throw new BrokenVideo(`${box.type} is longer than it is`)
  return count
}
