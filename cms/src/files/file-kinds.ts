/**
 * The kinds of files that somebody may ask for. `image` is any picture that a phone or a scanner makes, `webImage` one
 * that every browser shows; `video` a film of a phone, whose parts the record's media look at; `signed` an envelope of an electronic signature.
 */
export type KindOfFile = 'pdf' | 'image' | 'webImage' | 'office' | 'signed' | 'text' | 'video'

type Row = { endings: readonly string[]; sniffed: readonly string[]; mimeType: string; kinds: readonly KindOfFile[] }

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const shown = ['image', 'webImage'] as const

/** What is accepted, by content: the endings a name may carry, the ending its bytes call for, the type it is served as. */
const rows: readonly Row[] = [
  { endings: ['pdf'], sniffed: ['pdf', 'ai'], mimeType: 'application/pdf', kinds: ['pdf'] },
  { endings: ['jpg', 'jpeg'], sniffed: ['jpg'], mimeType: 'image/jpeg', kinds: shown },
  { endings: ['png'], sniffed: ['png'], mimeType: 'image/png', kinds: shown },
  { endings: ['webp'], sniffed: ['webp'], mimeType: 'image/webp', kinds: shown },
  { endings: ['heic', 'heif'], sniffed: ['heic', 'heif'], mimeType: 'image/heic', kinds: ['image'] },
  { endings: ['tif', 'tiff'], sniffed: ['tif'], mimeType: 'image/tiff', kinds: ['image'] },
  {
    endings: ['docx'],
    sniffed: ['docx'],
    mimeType: `${openXml}.wordprocessingml.document`,
    kinds: ['office'],
  },
  {
    endings: ['xlsx'],
    sniffed: ['xlsx'],
    mimeType: `${openXml}.spreadsheetml.sheet`,
    kinds: ['office'],
  },
  { endings: ['odt'], sniffed: ['odt'], mimeType: `${openDocument}.text`, kinds: ['office'] },
  { endings: ['ods'], sniffed: ['ods'], mimeType: `${openDocument}.spreadsheet`, kinds: ['office'] },
  { endings: ['mp4', 'm4v'], sniffed: ['mp4', 'm4v', 'mov', '3gp'], mimeType: 'video/mp4', kinds: ['video'] },
  { endings: ['mov'], sniffed: ['mov', 'mp4'], mimeType: 'video/quicktime', kinds: ['video'] },
  // Envelopes and plain text have no signature that says what they are: see `mayBe`.
  { endings: ['p7s', 'p7m'], sniffed: [], mimeType: 'application/pkcs7-mime', kinds: ['signed'] },
  { endings: ['csv'], sniffed: [], mimeType: 'text/csv', kinds: ['text'] },
  { endings: ['txt'], sniffed: [], mimeType: 'text/plain', kinds: ['text'] },
]

/** What the public files of a document may be. */
export const publicKinds = ['pdf', 'webImage', 'office', 'text'] as const satisfies KindOfFile[]
/** What a clerk may attach to an entry: what citizens send, and what arrives by e-mail. */
export const deskKinds = ['pdf', 'image', 'office', 'signed', 'text'] as const satisfies KindOfFile[]

export const largestFileBytes = 50 * 1024 * 1024

/** Whether a file is served as what it says it is; anything else is served as bytes. */
export const isServedType = (mimeType: string): boolean => rows.some((row) => row.mimeType === mimeType)

/** The type a public file is served as, by its ending. */
export const servedTypeOf = (name: string): string =>
  rows.find(({ endings }) => endings.includes(name.toLowerCase().split('.').at(-1) ?? ''))?.mimeType ??
  'application/octet-stream'

/** The endings that names of a kind carry. */
export const endingsOf = (kind: KindOfFile): string[] =>
  rows.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ endings }) => endings)

export type Judged =
  | { kind: 'accepted'; fileKind: KindOfFile; mimeType: string }
  | { kind: 'refused'; code: 'file-empty' | 'file-kind' | 'file-not-what-it-says' }

/**
 * Whether a file is what its name says, and one of the `kinds` that are asked for. `sniffed` is the ending that its
 * bytes call for, null when they call for none; `mayBe` tells what such bytes may be.
 */
export function judgeFile({
  name,
  bytes,
  sniffed,
  mayBe,
  kinds,
}: {
  name: string
  bytes: number
  sniffed: string | null
  mayBe: readonly KindOfFile[]
  kinds: readonly KindOfFile[]
}): Judged {
  if (bytes === 0) return { kind: 'refused', code: 'file-empty' }
  const ending = name.includes('.') ? (name.toLowerCase().split('.').at(-1) ?? '') : ''
  const row = rows.find(({ endings }) => endings.includes(ending))
  if (!row?.kinds.some((kind) => kinds.includes(kind))) return { kind: 'refused', code: 'file-kind' }
  const [fileKind = 'text'] = row.kinds
  const isWhatItSays = row.sniffed.length > 0 ? row.sniffed.includes(sniffed ?? '') : mayBe.includes(fileKind)
  if (!isWhatItSays) return { kind: 'refused', code: 'file-not-what-it-says' }
  return { kind: 'accepted', fileKind, mimeType: row.mimeType }
}
