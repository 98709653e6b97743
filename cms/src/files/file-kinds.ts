/** What the record accepts, by content: the detected type, the endings a name may carry for it, and the type it is served as. */
const kinds = [
  { detected: 'application/pdf', endings: ['pdf'], mimeType: 'application/pdf' },
  { detected: 'image/jpeg', endings: ['jpg', 'jpeg'], mimeType: 'image/jpeg' },
  { detected: 'image/png', endings: ['png'], mimeType: 'image/png' },
  { detected: 'image/webp', endings: ['webp'], mimeType: 'image/webp' },
  {
    detected: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    detected: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    detected: 'application/vnd.oasis.opendocument.text',
    endings: ['odt'],
    mimeType: 'application/vnd.oasis.opendocument.text',
  },
  {
    detected: 'application/vnd.oasis.opendocument.spreadsheet',
    endings: ['ods'],
    mimeType: 'application/vnd.oasis.opendocument.spreadsheet',
  },
] as const

const acceptedEndings = kinds.flatMap((kind) => [...kind.endings]).concat('csv' as never, 'txt' as never)
export const largestFileBytes = 50 * 1024 * 1024

export type FileFault =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-unknown'
  | 'file-not-what-it-says'
  | 'file-write-once'
  | 'file-in-use'

const endingOf = (name: string) => name.toLowerCase().split('.').at(-1) ?? ''

/**
 * Whether a file is what its name says. `detected` is the type found in its bytes, null when none is known.
 * Plain text has no signature: it passes as csv or txt when its bytes are valid UTF-8 without control characters.
 */
export function judgeFile(file: {
  name: string
  bytes: number
  detected: string | null
  isText: boolean
}): { kind: 'accepted'; mimeType: string } | { kind: 'refused'; code: FileFault } {
  if (file.bytes === 0) return { kind: 'refused', code: 'file-empty' }
  if (file.bytes > largestFileBytes) return { kind: 'refused', code: 'file-too-large' }
  const ending = endingOf(file.name)
  if (file.detected === null && file.isText && (ending === 'csv' || ending === 'txt')) {
    return { kind: 'accepted', mimeType: ending === 'csv' ? 'text/csv' : 'text/plain' }
  }
  const byContent = kinds.find((kind) => kind.detected === file.detected)
  if (!(acceptedEndings as readonly string[]).includes(ending)) return { kind: 'refused', code: 'file-kind-unknown' }
  if (!byContent || !(byContent.endings as readonly string[]).includes(ending)) {
    return { kind: 'refused', code: 'file-not-what-it-says' }
  }
  return { kind: 'accepted', mimeType: byContent.mimeType }
}
