/** What a report may carry. The site's form says the same before anything is sent. */
export const mediaLimits = {
  /** Photos and videos of one report. */
  count: 10,
  photoBytes: 40 * 1024 * 1024,
  videoBytes: 250 * 1024 * 1024,
  /** A phone's largest photos have 108 million; what has more was not taken to show a pothole. */
  pixels: 120_000_000,
  videoSeconds: 10 * 60,
} as const

/** Why something that was sent can never be shown. */
export type MediaFault =
  | 'media-empty'
  | 'media-missing'
  | 'media-infected'
  | 'media-kind-unknown'
  | 'media-too-large'
  | 'media-too-many'
  | 'photo-too-many-pixels'
  | 'photo-broken'
  | 'heic-unreadable'
  | 'video-broken'
  | 'video-too-long'
  | 'video-codec-unknown'
  | 'video-location-stays'
  | 'media-too-costly'

const kinds = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'image/avif': 'photo',
  'image/heic': 'photo',
  'image/heif': 'photo',
  'video/mp4': 'video',
  'video/quicktime': 'video',
  'video/x-m4v': 'video',
  'video/3gpp': 'video',
} as const

/** What a file is by its content, whatever its name says: drawings, animations and programs are no photos. */
export function judgeMedia({
  detected,
  bytes,
}: {
  /** The type found in its first bytes; null when none is known. */
  detected: string | null
  bytes: number
}): { kind: 'photo' | 'video'; mimeType: string } | { kind: 'refused'; code: MediaFault } {
  if (bytes === 0) return { kind: 'refused', code: 'media-empty' }
  const kind = detected !== null && Object.hasOwn(kinds, detected) ? kinds[detected as keyof typeof kinds] : null
  if (!kind || !detected) return { kind: 'refused', code: 'media-kind-unknown' }
  if (bytes > (kind === 'photo' ? mediaLimits.photoBytes : mediaLimits.videoBytes))
    return { kind: 'refused', code: 'media-too-large' }
  return { kind, mimeType: detected }
}
