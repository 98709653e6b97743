import sharp from 'sharp'
import type { Recognised } from './recognised-text.ts'
import { type EngineName, openEngine, type RecognitionEngine } from './recognition-engine.ts'

/** A page in grey, a byte a point, row after row. */
export type PagePicture = { grey: Buffer; width: number; height: number; dpi: number }

const mostPixels = 20_000_000
/** Grey levels: paper with nothing on it varies less than this. */
const blankDeviation = 1.5

/** A picture as an engine wants it: grey, upright as its camera noted, not larger than a large page at 300 dpi. */
export async function preparePicture(
  source: Buffer | { data: Uint8Array; width: number; height: number },
  dpi: number,
): Promise<PagePicture> {
  const options = { limitInputPixels: 60_000_000, failOn: 'error' } as const
  const picture = Buffer.isBuffer(source)
    ? sharp(source, options).rotate()
    : sharp(source.data, { ...options, raw: { width: source.width, height: source.height, channels: 4 } })
  const { width = 0, height = 0 } = Buffer.isBuffer(source) ? await sharp(source, options).metadata() : source
  const shrink = Math.min(1, Math.sqrt(mostPixels / Math.max(1, width * height)))
  const size = Math.max(1, Math.floor(Math.max(width, height) * shrink))
  if (shrink < 1) picture.resize({ width: size, height: size, fit: 'inside' })
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { grey: data, width: info.width, height: info.height, dpi: Math.round(dpi * shrink) }
}

/** Recognises pages with one engine, opened at the first page that needs it. */
export class PageRecogniser {
  readonly #name: EngineName
  #engine: Promise<RecognitionEngine> | null = null

  constructor(name: EngineName) {
    this.#name = name
  }

  async close(): Promise<void> {
    await (await this.#engine)?.close()
  }

  /** A page that was put in the scanner on its side or on its head is turned until it reads. */
  async recognise(picture: PagePicture): Promise<Recognised> {
    if (isBlank(picture)) return { text: '', confidence: 0 }
    this.#engine ??= openEngine(this.#name)
    const engine = await this.#engine
    let best = await engine.recognise(portableGreymap(picture), picture.dpi)
    if (best.confidence >= 60 || best.confidence === 0) return best
    for (const turn of [180, 90, 270]) {
      const turned = await turnedBy(picture, turn)
      const read = await engine.recognise(portableGreymap(turned), picture.dpi)
      if (read.confidence > best.confidence) best = read
      if (best.confidence >= 75) break
    }
    return best
  }
}

/** PGM, the plainest of formats: nothing to pack and unpack between here and the engine. */
const portableGreymap = ({ grey, width, height }: PagePicture) =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])

async function turnedBy({ grey, width, height, dpi }: PagePicture, degrees: number): Promise<PagePicture> {
  const { data, info } = await sharp(grey, { raw: { width, height, channels: 1 } })
    .rotate(degrees)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { grey: data, width: info.width, height: info.height, dpi }
}

/** By every seventh point: a letter is wider. */
function isBlank({ grey }: PagePicture): boolean {
  let count = 0
  let sum = 0
  let squares = 0
  for (let index = 0; index < grey.length; index += 7) {
    const level = grey[index] ?? 0
    count += 1
    sum += level
    squares += level * level
  }
  const mean = sum / Math.max(1, count)
  return squares / Math.max(1, count) - mean * mean < blankDeviation ** 2
}
