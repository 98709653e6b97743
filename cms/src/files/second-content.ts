import { open } from 'node:fs/promises'
import { goThroughFile } from './find-in-file.ts'

const markup = /<\?php\s|<script[\s>]|<!doctype html|<html[\s>]/i
const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1')
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1')
const longestComment = 65_535 + 22
const pdfHeader = '%PDF-'
const headerWithin = 1_024
/** Some programs end a file with a few line breaks or zeros. */
const padding = /^[\s\0]*$/

/**
 * Whether a file that was recognised is also something else: the same bytes opened by another program, or served under
 * another name, would be read as a program, a page or an archive.
 */
export async function hasSecondContent(file: string, sniffed: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    const head = await read(0, headerWithin + pdfHeader.length)
    if (sniffed === 'pdf' || sniffed === 'ai') {
      if (!head.toString('latin1').startsWith(pdfHeader)) return true
    } else if (head.includes(pdfHeader)) return true
    if (isZip(sniffed)) return head.readUInt32LE(0) !== 0x04034b50
    if (await hasZipTail(read, size)) return true
    if (sniffed === 'pdf' || sniffed === 'ai') return await hasMarkupAfterPdf(read, size)
    if (sniffed === 'png' && (await hasTail(read, await endOfPng(read, size), size))) return true
    if (sniffed === 'webp' && (await hasTail(read, 8 + head.readUInt32LE(4) + (head.readUInt32LE(4) % 2), size)))
      return true
  } finally {
    await handle.close()
  }
  let isFound = false
  await goThroughFile(file, (text) => {
    isFound = markup.test(text)
    return isFound
  })
  return isFound
}

type Read = (position: number, length: number) => Promise<Buffer>
const isZip = (sniffed: string) => ['docx', 'xlsx', 'odt', 'ods'].includes(sniffed)

/** A ZIP is found from its end: the record of its directory, and the directory where that says. */
async function hasZipTail(read: Read, size: number): Promise<boolean> {
  const from = Math.max(0, size - longestComment)
  const tail = await read(from, size - from)
  for (
    let at = tail.lastIndexOf(endOfDirectory);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(endOfDirectory, at - 1)
  ) {
    if (at + 22 > tail.length) continue
    const directoryStart = from + at - tail.readUInt32LE(at + 12)
    if (directoryStart < 0) continue
    if ((await read(directoryStart, 4)).equals(directoryEntry)) return true
  }
  return false
}

/** A PDF grows at its end, so that only what stands after its last mark is foreign to it. */
async function hasMarkupAfterPdf(read: Read, size: number): Promise<boolean> {
  const from = Math.max(0, size - longestComment)
  const tail = (await read(from, size - from)).toString('latin1')
  const mark = tail.lastIndexOf('%%EOF')
  return markup.test(mark < 0 ? tail : tail.slice(mark))
}

async function hasTail(read: Read, end: number, size: number): Promise<boolean> {
  if (end >= size) return false
  if (size - end > headerWithin) return true
  return !padding.test((await read(end, size - end)).toString('latin1'))
}

/** Where the last chunk of a PNG ends; its size when the chunks do not lead there. */
async function endOfPng(read: Read, size: number): Promise<number> {
  for (let at = 8; at + 12 <= size; ) {
    const chunk = await read(at, 8)
    at += 12 + chunk.readUInt32BE(0)
    if (chunk.toString('latin1', 4, 8) === 'IEND') return at
  }
  return size
}
