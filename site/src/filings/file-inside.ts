import type { FileKind } from '@avizier/cms/forms'

const kindOfEnding: Record<string, FileKind> = {
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
}

/**
 * What a file is: its name and its first bytes have to say the same. Null when they do not, or when it is nothing
 * that a form takes. `sniffed` is the ending that its bytes call for.
 */
export function kindOfFile(
  name: string,
  { sniffed, head }: { sniffed: string | null; head: Uint8Array },
): FileKind | null {
  const ending = name.toLowerCase().split('.').at(-1)?.replace('jpeg', 'jpg') ?? ''
  const kind = kindOfEnding[ending]
  if (!kind) return null
  if (kind === 'signed') return isSignedEnvelope(head) ? kind : null
  if (!sniffed) return null
  const isHeic = ['heic', 'heif'].includes(ending) && ['heic', 'heif'].includes(sniffed)
  return sniffed === ending || isHeic ? kind : null
}

/** DER begins with a sequence, PEM with a line of dashes. */
const isSignedEnvelope = (head: Uint8Array) =>
  (head[0] === 0x30 && (head[1] ?? 0) >= 0x80) || new TextDecoder('latin1').decode(head.slice(0, 11)) === '-----BEGIN '
