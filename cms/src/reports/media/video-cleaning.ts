import { type MediaFault, mediaLimits } from './media-kinds.ts'
import { type Box, BoxReader, BrokenVideo, type ByteSource, boxesOfFile } from './video-boxes.ts'
import { type Extent, lengthOf, readTrack, type Track } from './video-tracks.ts'

/** Bytes that take the place of others; null for as many zeros. Nothing moves, so every offset in the file stays right. */
export type Patch = { start: number; end: number; bytes: Uint8Array | null }

export type CleaningPlan =
  | {
      kind: 'plan'
      seconds: number
      width: number
      height: number
      /** In order, none over another. */
      patches: Patch[]
    }
  | { kind: 'refused'; code: MediaFault }

/** What phones write and browsers show. */
const pictureCodecs = new Set(['avc1', 'avc3', 'hvc1', 'hev1', 'av01', 'vp09'])
/** A track with another sound is left out; its samples are sized in ways of its own. */
const soundCodecs = new Set(['mp4a', 'Opus', 'ac-3', 'ec-3', 'alac', 'samr', 'sawb'])

/** Boxes that picture and sound need. Whatever else there is may tell the place, the owner or the device. */
const kept: Record<string, readonly string[]> = {
  moov: ['mvhd'],
  trak: ['tkhd', 'edts', 'mdia'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'hdlr', 'dinf', 'stbl'],
  stbl: 'stsd stts stss ctts cslg stsc stsz stco co64 sgpd sbgp sdtp stps'.split(' '),
}
const keptOfPicture = 'avcC hvcC av1C vpcC colr pasp clap fiel btrt dvcC dvvC mdcv clli amve esds'.split(' ')

const mostFilm = 64 * 1024 * 1024

/**
 * What must be overwritten so that a video holds its picture, its sound and nothing else. It is an allow-list: the
 * places where devices write the position are many (©xyz, loci, ISO6709 keys, XMP, metadata tracks, subtitles, free
 * space), and the next camera has one more. Samples of the tracks that go are overwritten too, and with them every
 * byte that no kept sample claims.
 */
export async function planCleaning(source: ByteSource): Promise<CleaningPlan> {
  try {
    return await plan(source)
  } catch (error) {
    if (error instanceof BrokenVideo || error instanceof RangeError) return { kind: 'refused', code: 'video-broken' }
    throw error
  }
}

async function plan(source: ByteSource): Promise<CleaningPlan> {
  const boxes = await boxesOfFile(source)
  const films = boxes.filter(({ type }) => type === 'moov')
  const [film] = films
  const [first] = boxes
  if (!film || first?.type !== 'ftyp' || films.length > 1) return { kind: 'refused', code: 'video-broken' }
  // In pieces, as no phone records: its samples would be named all over the file.
  if (boxes.some(({ type }) => type === 'moof')) return { kind: 'refused', code: 'video-codec-unknown' }
  if (film.end - film.start > mostFilm) return { kind: 'refused', code: 'video-broken' }
  const reader = new BoxReader(await source.read(film.start, film.end - film.start), film.start)
  const parts = reader.boxes(film.content, film.end)
  const tracks = parts.filter(({ type }) => type === 'trak').map((box) => readTrack(reader, box))
  const picture = tracks.find(({ handler }) => handler === 'vide')
  if (!picture || picture.codecs.length === 0) return { kind: 'refused', code: 'video-broken' }
  if (!picture.codecs.every((codec) => pictureCodecs.has(codec)))
    return { kind: 'refused', code: 'video-codec-unknown' }
  const sound = tracks.find(
    ({ handler, codecs }) => handler === 'soun' && codecs.length > 0 && codecs.every((codec) => soundCodecs.has(codec)),
  )
  const shown = sound ? [picture, sound] : [picture]
  const seconds = Math.max(lengthOf(reader, reader.need(film, 'mvhd')), ...shown.map((track) => track.seconds))
  if (seconds > mediaLimits.videoSeconds) return { kind: 'refused', code: 'video-too-long' }
  const patches = [
    ...boxes.flatMap((box) => (['ftyp', 'moov', 'mdat'].includes(box.type) ? [] : emptied(box))),
    ...ofFilm(reader, film, shown),
    ...unclaimed(boxes, shown),
  ].sort((a, b) => a.start - b.start)
  return {
    kind: 'plan',
    seconds,
    width: Math.max(1, Math.round(picture.width)),
    height: Math.max(1, Math.round(picture.height)),
    patches,
  }
}

const free = new TextEncoder().encode('free')

/** The box stays where it is, as free space of zeros. */
const emptied = (box: Box): Patch[] => [
  ...(box.type === 'free' ? [] : [{ start: box.start + 4, end: box.start + 8, bytes: free }]),
  ...(box.end > box.content ? [{ start: box.content, end: box.end, bytes: null }] : []),
]

function ofFilm(reader: BoxReader, film: Box, shown: readonly Track[]): Patch[] {
  return reader
    .boxes(film.content, film.end)
    .flatMap((box) => {
      if (kept['moov']?.includes(box.type)) return []
      return shown.some((track) => track.box.start === box.start) ? inside(reader, box) : emptied(box)
    })
    .concat(tail(reader, film))
}

function inside(reader: BoxReader, parent: Box): Patch[] {
  if (parent.type === 'stsd') return ofDescription(reader, parent)
  const allowed = kept[parent.type]
  if (!allowed) return []
  return reader
    .boxes(parent.content, parent.end)
    .flatMap((box) => (allowed.includes(box.type) ? inside(reader, box) : emptied(box)))
    .concat(tail(reader, parent))
}

/** A description of pictures holds boxes behind its fixed part of 78 bytes; one of sound has its own sizes and stays. */
function ofDescription(reader: BoxReader, description: Box): Patch[] {
  return reader
    .boxes(description.content + 8, description.end)
    .filter(({ type }) => pictureCodecs.has(type))
    .flatMap((entry) =>
      reader
        .boxes(entry.content + 78, entry.end)
        .flatMap((box) => (keptOfPicture.includes(box.type) ? [] : emptied(box))),
    )
}

/** The few bytes behind the last box, of which a list may have up to seven. */
function tail(reader: BoxReader, parent: Box): Patch[] {
  const last = reader.boxes(parent.content, parent.end).at(-1)?.end ?? parent.content
  return last < parent.end ? [{ start: last, end: parent.end, bytes: null }] : []
}

/** Every byte of the media data that is no sample of a track that is kept. */
function unclaimed(boxes: readonly Box[], shown: readonly Track[]): Patch[] {
  const claimed = shown.flatMap((track) => track.extents()).sort((a, b) => a.start - b.start)
  const places = boxes.filter(({ type }) => type === 'mdat').map(({ content, end }) => ({ start: content, end }))
  if (!claimed.every((extent) => places.some(({ start, end }) => extent.start >= start && extent.end <= end)))
    throw new BrokenVideo('A sample is where no samples are')
  return places.flatMap((place) => gapsIn(place, claimed))
}

function gapsIn(place: Extent, claimed: readonly Extent[]): Patch[] {
  const gaps: Patch[] = []
  let at = place.start
  for (const { start, end } of claimed) {
    if (end <= place.start || start >= place.end) continue
    if (start > at) gaps.push({ start: at, end: start, bytes: null })
    at = Math.max(at, end)
  }
  if (at < place.end) gaps.push({ start: at, end: place.end, bytes: null })
  return gaps
}
