import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileFault } from './contract.ts'
import { judgeFile, type KindOfFile } from './file-kinds.ts'
import { inspectPackage } from './inspect-package.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { inspectPicture } from './inspect-picture.ts'
import { isPlainText } from './plain-text.ts'
import { hasSecondContent } from './second-content.ts'
import { scanForViruses } from './virus-scanner.ts'

/** What could not be looked into: a signed envelope, or parts of a PDF that only qpdf reads. */
export type Unchecked = 'envelope' | 'pdf-parts'

export type Inspection =
  /** `scan` is `away` when a scanner of viruses is configured and did not answer: nobody should open the file yet. */
  | {
      kind: 'accepted'
      fileKind: KindOfFile
      mimeType: string
      unchecked: Unchecked[]
      scan: 'clean' | 'away' | 'none'
    }
  | { kind: 'refused'; code: FileFault }

/**
 * Whether a file that lies at `file` and is called `name` may be taken where `kinds` are asked for. Everything that
 * comes from outside is judged here and nowhere else, by the site before it acknowledges and by the record before it
 * keeps: kind against name, a second content, what a PDF starts or carries, what a package unpacks to, how many pixels
 * a picture has, and what the scanner of viruses says where a town has one (`CLAMD_URL`). It never throws for what a
 * file holds, holds no file in memory, and is bounded in time.
 */
export async function inspectFile(
  file: string,
  { name, kinds }: { name: string; kinds: readonly KindOfFile[] },
): Promise<Inspection> {
  const { size, head } = await beginningOf(file)
  const sniffed = await fileTypeFromFile(file).then(
    (type) => type?.ext ?? null,
    () => null,
  )
  const mayBe: KindOfFile[] = []
  if (isEnvelope(head)) mayBe.push('signed')
  if (sniffed === null && (await isPlainText(file))) mayBe.push('text')
  const judged = judgeFile({ name, bytes: size, sniffed, mayBe, kinds })
  if (judged.kind === 'refused')
    return isProtectedOffice(head, sniffed) && judged.code === 'file-not-what-it-says'
      ? refused('file-encrypted')
      : judged
  const { fileKind, mimeType } = judged
  if (sniffed !== null && (await hasSecondContent(file, sniffed))) return refused('file-double')
  const inside = await inspectInside(file, fileKind)
  if (inside.kind === 'refused') return inside
  const scan = await scanForViruses(createReadStream(file))
  if (scan.kind === 'infected') return refused('file-infected')
  return { kind: 'accepted', fileKind, mimeType, unchecked: inside.unchecked, scan: scan.kind }
}

type Inside = { kind: 'fine'; unchecked: Unchecked[] } | { kind: 'refused'; code: FileFault }

async function inspectInside(file: string, kind: KindOfFile): Promise<Inside> {
  switch (kind) {
    case 'pdf': {
      const verdict = await inspectPdf(file)
      return verdict.kind === 'refused' ? verdict : { kind: 'fine', unchecked: verdict.isWhole ? [] : ['pdf-parts'] }
    }
    case 'office':
      return fineUnless(await inspectPackage(file))
    case 'image':
    case 'webImage':
      return fineUnless(await inspectPicture(file))
    case 'signed':
      return { kind: 'fine', unchecked: ['envelope'] }
    case 'text':
    case 'video':
      return { kind: 'fine', unchecked: [] }
    default:
      return kind satisfies never
  }
}

const fineUnless = (code: FileFault | null): Inside => (code ? refused(code) : { kind: 'fine', unchecked: [] })
const refused = (code: FileFault) => ({ kind: 'refused', code }) as const

async function beginningOf(file: string): Promise<{ size: number; head: Buffer }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return { size, head: buffer.subarray(0, bytesRead) }
  } finally {
    await handle.close()
  }
}

/** DER begins with a sequence, PEM with a line of dashes. */
const isEnvelope = (head: Buffer) =>
  (head[0] === 0x30 && (head[1] ?? 0) >= 0x80) || head.toString('latin1', 0, 11) === '-----BEGIN '

/** A DOCX or XLSX with a password is another container, in which the document lies under this name. */
const protectedDocument = Buffer.from('EncryptedPackage', 'utf16le')
const isProtectedOffice = (head: Buffer, sniffed: string | null) =>
  sniffed === 'cfb' && head.includes(protectedDocument)
