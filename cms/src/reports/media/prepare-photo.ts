import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { HiddenRegion, Rendition } from './contract.ts'
import { decodeHeic } from './decode-heic.ts'
import { boxOf, cellsOf } from './hidden-regions.ts'
import { type MediaFault, mediaLimits } from './media-kinds.ts'
import { largestSize, widthsOf } from './photo-sizes.ts'

/** A rendition that lies in the folder it was asked into, under a name of its own. */
export type MadePicture = Pick<Rendition, 'mimeType' | 'width' | 'height'> & { name: string }
export type MadePhoto = {
  kind: 'photo'
  width: number
  height: number
  color: string
  renditions: MadePicture[]
  /** What the clerk sees while hiding: the largest size with nothing hidden. It never leaves the record. */
  desk: MadePicture
}

type Pixels = { data: Buffer; info: { width: number; height: number; channels: 3 } }

const raw = ({ data, info }: Pixels) => sharp(data, { raw: info })

/**
 * Makes the public renditions of a photo: upright, in sRGB, without a byte of its metadata, and with the regions hidden
 * in the pixels from which every rendition is made. It parses whatever was sent: run it where that can do no harm.
 */
export async function preparePhoto({
  file,
  mimeType,
  regions,
  folder,
}: {
  file: string
  mimeType: string
  regions: readonly HiddenRegion[]
  folder: string
}): Promise<MadePhoto | { kind: 'refused'; code: MediaFault }> {
  sharp.cache(false)
  const decoded = await decodePhoto(file, mimeType, folder)
  if ('kind' in decoded) return decoded
  const desk = await encode(decoded, { width: decoded.info.width, format: 'jpeg', folder, name: 'desk.jpg' })
  const shown = await hideRegions(decoded, regions)
  const { width, height } = shown.info
  const renditions: MadePicture[] = []
  const sizes = widthsOf(width)
  for (const [index, each] of sizes.entries()) {
    for (const format of ['avif', 'webp'] as const)
      renditions.push(await encode(shown, { width: each, format, folder, name: `${each}.${format}` }))
    // Whoever reads neither of these sees the middle size.
    if (index === Math.min(1, sizes.length - 1))
      renditions.push(await encode(shown, { width: each, format: 'jpeg', folder, name: `${each}.jpg` }))
  }
  return { kind: 'photo', width, height, color: await meanColor(shown), renditions, desk }
}

async function decodePhoto(
  file: string,
  mimeType: string,
  folder: string,
): Promise<Pixels | { kind: 'refused'; code: MediaFault }> {
  const isHeic = mimeType === 'image/heic' || mimeType === 'image/heif'
  try {
    const { width, height, autoOrient } = await sharp(file, { limitInputPixels: false }).metadata()
    if (width * height > mediaLimits.pixels) return { kind: 'refused', code: 'photo-too-many-pixels' }
    if (!isHeic) return await pixelsOf(sharp(file, { ...strict, sequentialRead: true, autoOrient: true }), autoOrient)
    // It comes turned already, whatever the orientation in its metadata goes on saying.
    const heic = await decodeHeic(file, folder)
    const photo = 'file' in heic ? sharp(heic.file, strict) : sharp(heic.data, { raw: heic.info })
    return await pixelsOf(photo, await photo.metadata())
  } catch {
    return { kind: 'refused', code: isHeic ? 'heic-unreadable' : 'photo-broken' }
  }
}

const strict = { limitInputPixels: mediaLimits.pixels, failOn: 'error' } as const

async function pixelsOf(photo: Sharp, upright: { width: number; height: number }): Promise<Pixels> {
  return (await photo
    .resize({ ...largestSize(upright), fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })) as Pixels
}

/** Each region is averaged into a few cells and those are blurred into each other: what was there cannot be had back. */
async function hideRegions(picture: Pixels, regions: readonly HiddenRegion[]): Promise<Pixels> {
  let hidden = picture
  for (const region of regions) {
    const box = boxOf(region, picture.info)
    const { across, down } = cellsOf(box)
    const cells = await raw(hidden)
      .extract(box)
      .resize({ width: across, height: down, fit: 'fill', kernel: 'linear' })
      .png()
      .toBuffer()
    const patch = await sharp(cells)
      .resize({ width: box.width, height: box.height, fit: 'fill', kernel: 'cubic' })
      .png()
      .toBuffer()
    hidden = (await raw(hidden)
      .composite([{ input: patch, left: box.left, top: box.top }])
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })) as Pixels
  }
  return hidden
}

const quality = {
  avif: { quality: 50, effort: 1, chromaSubsampling: '4:2:0' },
  webp: { quality: 74, effort: 2 },
  jpeg: { quality: 78, progressive: true },
} as const

async function encode(
  picture: Pixels,
  { width, format, folder, name }: { width: number; format: keyof typeof quality; folder: string; name: string },
): Promise<MadePicture> {
  const { data, info } = await raw(picture)
    .resize({ width })
    .toFormat(format, quality[format])
    .toBuffer({ resolveWithObject: true })
  await writeFile(path.join(folder, name), data)
  return { name, mimeType: `image/${format}`, width: info.width, height: info.height }
}

async function meanColor(picture: Pixels): Promise<string> {
  const [red = 0, green = 0, blue = 0] = await raw(picture).resize(1, 1, { fit: 'fill' }).raw().toBuffer()
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
