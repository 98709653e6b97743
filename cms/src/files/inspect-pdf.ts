import { createReadStream } from 'node:fs'
import { createInflate } from 'node:zlib'
import { runTool } from './bounded-tool.ts'
import { goThroughFile } from './find-in-file.ts'

export type PdfFault = 'file-encrypted' | 'file-broken' | 'file-scripted' | 'file-carries-files'
export type PdfVerdict =
  | { kind: 'refused'; code: PdfFault }
  /** `isWhole` is false when parts of it could not be looked into. */
  | { kind: 'fine'; isWhole: boolean }

const qpdfSeconds = 20
const mostUnpacked = 64 * 1024 * 1024
const longestDictionary = 1_500

/**
 * Looks for what a paper does not need: commands, programs that it starts, files inside, a password. Twice, because
 * readers of PDF differ: the bytes themselves, with the compressed objects, whoever refers to them; and, where qpdf
 * is installed, what qpdf makes of the file, encrypted or damaged. Without qpdf a file with any encryption is refused.
 */
export async function inspectPdf(file: string): Promise<PdfVerdict> {
  const raw = await scanObjects(file)
  if (raw.fault) return { kind: 'refused', code: raw.fault }
  const seen = await askQpdf(file)
  if (seen.kind === 'refused') return seen
  if (seen.kind === 'read') return { kind: 'fine', isWhole: true }
  if (raw.isEncrypted) return { kind: 'refused', code: 'file-encrypted' }
  if (!raw.hasCatalog) return { kind: 'refused', code: 'file-broken' }
  return { kind: 'fine', isWhole: raw.isWhole }
}

/** qpdf names every object in JSON, where names are plain and strings are marked, so that words cannot be mistaken. */
const inJson = [
  [/"\/(JavaScript|Launch|RichMedia)"|"\/(JS|XFA)": ?["[]/, 'file-scripted'],
  [/"\/(EmbeddedFiles?|FileAttachment)"|"\/EF": ?[{"]/, 'file-carries-files'],
] as const

async function askQpdf(file: string): Promise<{ kind: 'refused'; code: PdfFault } | { kind: 'read' | 'absent' }> {
  const found = new Set<PdfFault>()
  let kept = ''
  const end = await runTool('qpdf', ['--json=2', '--json-stream-data=none', '--json-key=qpdf', file], {
    seconds: qpdfSeconds,
    read: (chunk) => {
      const text = kept + chunk.toString('latin1')
      for (const [sign, code] of inJson) if (sign.test(text)) found.add(code)
      kept = text.slice(-64)
    },
  })
  if (end.kind === 'absent') return { kind: 'absent' }
  const [code] = inJson.map(([, each]) => each).filter((each) => found.has(each))
  if (code) return { kind: 'refused', code }
  if (end.kind === 'stopped') return { kind: 'refused', code: 'file-broken' }
  if (/invalid password|unsupported encryption/i.test(end.said)) return { kind: 'refused', code: 'file-encrypted' }
  // 3: it was damaged, and mended while it was read.
  return end.code === 0 || end.code === 3 ? { kind: 'read' } : { kind: 'refused', code: 'file-broken' }
}

/** A name as it may be written: any of its letters as `#` and two digits. */
function named(...names: string[]): string {
  const spelled = names.map((name) =>
    [...name].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16).replace(/[a-f]/, '[$&\\u{$&}]')})`),
  )
  return spelled.map((letters) => `/${letters.join('')}`).join('|')
}

const delimiter = '(?=[\\s<>\\[\\]()/%{}]|$)'
const inBytes = [
  [
    new RegExp(`(?:${named('JavaScript', 'Launch', 'RichMedia')})${delimiter}|(?:${named('XFA')})\\s*[\\[\\d]`),
    'file-scripted',
  ],
  [new RegExp(`(?:${named('EmbeddedFile', 'EmbeddedFiles', 'FileAttachment')})${delimiter}`), 'file-carries-files'],
] as const
const objectStream = new RegExp(`(?:${named('ObjStm')})${delimiter}`)
const encryption = new RegExp(`(?:${named('Encrypt')})\\s*(?:<<|\\d+\\s+\\d+\\s+R)`)
const catalog = new RegExp(`(?:${named('Catalog')})${delimiter}`)
const onlyDeflated = /\/Filter\s*\[?\s*\/Fl(?:ateDecode)?\s*\]?/

type Scan = { fault: PdfFault | null; isEncrypted: boolean; hasCatalog: boolean; isWhole: boolean }

async function scanObjects(file: string): Promise<Scan> {
  const scan: Scan = { fault: null, isEncrypted: false, hasCatalog: false, isWhole: true }
  const packed = new Set<number>()
  await goThroughFile(file, (text, beginsAt) => {
    notice(scan, text)
    for (const { index } of text.matchAll(/(?<!end)stream\r?\n/g)) {
      const dictionary =
        text
          .slice(Math.max(0, index - longestDictionary), index)
          .split(/\bobj\b/)
          .at(-1) ?? ''
      if (!objectStream.test(dictionary)) continue
      if (!onlyDeflated.test(dictionary) || /\/DecodeParms|\/DP\b/.test(dictionary)) {
        if (/\/Filter|#/.test(dictionary)) scan.isWhole = false
        continue
      }
      packed.add(beginsAt + index + (text[index + 6] === '\r' ? 8 : 7))
    }
    return scan.fault !== null
  })
  if (scan.fault || scan.isEncrypted) return { ...scan, isWhole: false }
  let unpacked = 0
  for (const position of packed) {
    let kept = ''
    const source = createReadStream(file, { start: position })
    try {
      for await (const chunk of source.pipe(createInflate())) {
        const text = kept + (chunk as Buffer).toString('latin1')
        notice(scan, text)
        kept = text.slice(-256)
        unpacked += (chunk as Buffer).length
        if (unpacked > mostUnpacked) return { ...scan, fault: 'file-broken' }
      }
    } catch {
      scan.isWhole = false
    } finally {
      source.destroy()
    }
    if (scan.fault) break
  }
  return scan
}

function notice(scan: Scan, text: string): void {
  for (const [sign, code] of inBytes) if (!scan.fault && sign.test(text)) scan.fault = code
  if (encryption.test(text)) scan.isEncrypted = true
  if (catalog.test(text)) scan.hasCatalog = true
}
