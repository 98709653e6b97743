import sharp from 'sharp'
import type { Recognised } from './recognised-text.ts'
import { type EngineName, openEngine, type RecognitionEngine } from './recognition-engine.ts'

/** A grey picture of a page (PNG); null when the page is blank. */
export type PagePicture = { png: Buffer; dpi: number } | null

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
  const grey = picture.flatten({ background: 'white' }).greyscale()
  const { width = 0, height = 0 } = Buffer.isBuffer(source) ? await sharp(source, options).metadata() : source
  const shrink = Math.sqrt(mostPixels / Math.max(1, width * height))
  if (shrink < 1) grey.resize({ width: Math.max(1, Math.floor(width * shrink)), fit: 'inside' })
  const png = await grey.png({ compressionLevel: 1 }).toBuffer()
  const { channels } = await sharp(png, options).stats()
  return (channels[0]?.stdev ?? 0) < blankDeviation ? null : { png, dpi: Math.round(dpi * Math.min(1, shrink)) }
}

/** Recognises pages with one engine, opened at the first page that needs it. */
export class PageRecogniser {
  readonly #name: EngineName
  #engine: Promise<RecognitionEngine> | null = null

  constructor(name: EngineName) {
    this.#name = name
  }

  /** A page that was put in the scanner on its side or on its head is turned until it reads. */
  async recognise(picture: PagePicture): Promise<Recognised> {
    if (!picture) return { text: '', confidence: 0 }
    this.#engine ??= openEngine(this.#name)
    const engine = await this.#engine
    let best = await engine.recognise(picture.png, picture.dpi)
    if (best.confidence >= 60 || best.confidence === 0) return best
    for (const turn of [180, 90, 270]) {
      const turned = await sharp(picture.png).rotate(turn).png({ compressionLevel: 1 }).toBuffer()
      const read = await engine.recognise(turned, picture.dpi)
      if (read.confidence > best.confidence) best = read
      if (best.confidence >= 75) break
    }
    return best
  }
}
