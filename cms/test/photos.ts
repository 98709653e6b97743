import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

/** Four quarters, each of one colour, as they are when the photo is held upright. */
export const quarters = {
  topLeft: '#d03030',
  topRight: '#30a030',
  bottomLeft: '#3050d0',
  bottomRight: '#e0c020',
} as const

const drawing = (width: number, height: number) => {
  const [w, h] = [width / 2, height / 2]
  const part = (x: number, y: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${part(0, 0, quarters.topLeft)}${part(w, 0, quarters.topRight)}${part(0, h, quarters.bottomLeft)}${part(w, h, quarters.bottomRight)}</svg>`,
  )
}

const exif = {
  IFD0: { Make: 'Apple', Model: 'iPhone 14', Artist: 'Ion Popescu' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '45/1 45/1 3600/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '21/1 6/1 1200/100',
  },
}

/** A photo as a phone takes it: lying on its side, with the device, the owner and the place in its metadata. */
export async function aPhoto({ width = 800, height = 600, orientation = 6, noise = 0 } = {}): Promise<Buffer> {
  const isTurned = orientation === 6
  const upright = sharp(drawing(isTurned ? height : width, isTurned ? width : height)).removeAlpha()
  const grain = {
    create: {
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      channels: 3 as const,
      background: '#808080',
      noise: { type: 'gaussian' as const, mean: 128, sigma: noise },
    },
  }
  const drawn = noise
    ? sharp(
        await upright
          .composite([{ input: await sharp(grain).blur(1.2).png().toBuffer(), blend: 'soft-light' }])
          .png()
          .toBuffer(),
      )
    : sharp(await upright.png().toBuffer())
  return drawn
    .rotate(isTurned ? 270 : 0)
    .withExif(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>45,45.6N</GPSLatitude></x:xmpmeta>')
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** The same out of an iPhone's own format, with its position: made once with heif-enc. */
export const anIphonePhoto = (): Buffer => readFileSync(path.join(import.meta.dirname, 'iphone.heic'))
