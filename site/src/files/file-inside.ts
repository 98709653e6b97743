import type { FileKind } from '@avizier/cms/forms'

/** What may be received: the kinds that forms take, and film. */
export type UploadKind = FileKind | 'video'

const kindOfEnding: Record<string, UploadKind> = {
  pdf: 'pdf',
  jpg: 'image',
  png: 'image',
  heic: 'image',
  heif: 'image',
  webp: 'image',
  docx: 'office',
  xlsx: 'office',
  odt: 'office',
  ods: 'office',
  p7s: 'signed',
  p7m: 'signed',
  mp4: 'video',
  mov: 'video',
  webm: 'video',
}

/** The kind that a name promises; null for a name that nothing takes. */
export const kindOfName = (name: string): UploadKind | null => kindOfEnding[endingOf(name)] ?? null

const endingOf = (name: string) => name.toLowerCase().split('.').at(-1)?.replace('jpeg', 'jpg') ?? ''

/**
 * What a file is: its name and its first bytes have to say the same. Null when they do not, or when it is nothing
 * that anybody takes. `sniffed` is the ending that its bytes call for.
 */
export function kindOfFile(
  name: string,
  { sniffed, head }: { sniffed: string | null; head: Uint8Array },
): UploadKind | null {
  const kind = kindOfName(name)
  if (kind === 'signed') return isSignedEnvelope(head) ? kind : null
  if (!kind || !sniffed) return null
  const ending = endingOf(name)
  const isSame = (family: readonly string[]) => family.includes(ending) && family.includes(sniffed)
  return sniffed === ending || isSame(['heic', 'heif']) || isSame(['mp4', 'mov']) ? kind : null
}

/** DER begins with a sequence, PEM with a line of dashes. */
const isSignedEnvelope = (head: Uint8Array) =>
  (head[0] === 0x30 && (head[1] ?? 0) >= 0x80) || new TextDecoder('latin1').decode(head.slice(0, 11)) === '-----BEGIN '
