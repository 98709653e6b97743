import { z } from 'zod'
import type { PublicFile } from '../../files/contract.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const pixels = z.number().int().positive()

/** One picture made for the public, in one format and size; its bytes are those of its fingerprint. */
export const Rendition = z.object({
  sha256: Sha256,
  mimeType: z.enum(['image/avif', 'image/webp', 'image/jpeg']),
  width: pixels,
  height: pixels,
  bytes: z.number().int().positive(),
})
export type Rendition = z.infer<typeof Rendition>

/** A photo as the public sees it: encoded anew, without the metadata of the camera, and with what a clerk hid in it. */
export const PublicPhoto = z.object({
  kind: z.literal('photo'),
  /** Of the largest rendition. */
  width: pixels,
  height: pixels,
  /** The mean colour, "#8a9b7c": what stands in its place until it arrives. */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Smallest first, each size in every format. */
  renditions: z.array(Rendition).min(1),
})

/**
 * A video as the public sees it: the sent one without anything but picture and sound, and a picture of its beginning.
 * MOV goes by the name of MP4 too: browsers play it then, and refuse it under its own.
 */
export const PublicVideo = z.object({
  kind: z.literal('video'),
  width: pixels,
  height: pixels,
  seconds: z.number().nonnegative(),
  file: z.object({ sha256: Sha256, mimeType: z.literal('video/mp4'), bytes: pixels }),
  /** Empty where the record had nothing to make one with. */
  poster: z.array(Rendition),
})

/**
 * What a public report shows of one photo or video that was sent. It names no fingerprint of the original, which stays
 * in the record for good.
 */
export const PublicMedia = z.discriminatedUnion('kind', [PublicPhoto, PublicVideo])
export type PublicMedia = z.infer<typeof PublicMedia>

const endings: Record<string, string> = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
}

/**
 * The files of published media, for `files` of the record in the change log: so the publisher brings them before the
 * page that shows them, and takes them away when no report names them. `filePath` of each is its address on the site.
 */
export const mediaFiles = (media: readonly PublicMedia[]): PublicFile[] =>
  media.flatMap((item) => {
    const pictures = item.kind === 'photo' ? item.renditions : item.poster
    return [...pictures, ...(item.kind === 'video' ? [item.file] : [])].map(mediaFile)
  })

/** One of them, as a published file. */
export const mediaFile = ({
  sha256,
  mimeType,
  bytes,
  width,
}: {
  sha256: string
  mimeType: string
  bytes: number
  width?: number
}): PublicFile => {
  const name = `${mimeType.startsWith('video') ? 'film' : `foto-${width}`}.${endings[mimeType]}`
  return { sha256, name, label: name, mimeType, bytes, pages: null, reading: null }
}

/** A rectangle of a photo that the public must not see, in shares of its width and height, upright as it is shown. */
export const HiddenRegion = z
  .object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().gt(0).max(1),
    height: z.number().gt(0).max(1),
  })
  .refine(({ x, y, width, height }) => x + width <= 1.000001 && y + height <= 1.000001)
export type HiddenRegion = z.infer<typeof HiddenRegion>
export const HiddenRegions = z.array(HiddenRegion).max(60)

/** `waiting` and `working` until it is `ready`; `refused` for good, with the reason. */
export const MediaState = z.enum(['waiting', 'working', 'ready', 'refused'])
export type MediaState = z.infer<typeof MediaState>
