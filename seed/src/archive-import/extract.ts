import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { foldRomanian } from '@avizier/search/romanian-text'
import { parse } from 'csv-parse'
import { z } from 'zod'
import type { ArchiveRow } from './archive-row.ts'

export type Extracted =
  | { kind: 'row'; row: ArchiveRow; bytes: number }
  | { kind: 'unreadable'; row: number; bytes: number }

/** The words a column's head may use, folded. */
const columns: Record<Exclude<keyof ArchiveRow, 'row'>, readonly string[]> = {
  id: ['id', 'identificator'],
  type: ['tip', 'fel', 'type'],
  number: ['numar', 'nr', 'nr.', 'number'],
  date: ['data', 'date'],
  title: ['titlu', 'denumire', 'obiect', 'title'],
  character: ['caracter', 'character'],
  votesFor: ['pentru'],
  votesAgainst: ['impotriva', 'contra'],
  votesAbstained: ['abtineri', 'abtinere'],
  category: ['categorie', 'domeniu', 'category'],
  status: ['stare', 'status'],
  body: ['text', 'continut', 'body'],
}

/** Reads an archive row by row, never the whole file: NDJSON by its ending or first letter, else a clerk's CSV. */
export async function* extract(file: string): AsyncGenerator<Extracted> {
  const head = await firstBytes(file)
  if (/\.(nd)?json(l)?$/i.test(file) || head.toString('utf8').trimStart().startsWith('{')) yield* extractLines(file)
  else yield* extractCsv(file, head)
}

const Line = z.object({
  id: z.coerce.string().optional(),
  type: z.string().optional(),
  number: z.union([z.string(), z.number()]).nullish(),
  date: z.string().optional(),
  title: z.string().optional(),
  category: z.string().optional(),
  status: z.string().optional(),
  body: z.string().optional(),
})

async function* extractLines(file: string): AsyncGenerator<Extracted> {
  let row = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1
    const bytes = Buffer.byteLength(line) + 1
    if (!line.trim()) continue
    const parsed = Line.safeParse(parseJson(line))
    if (!parsed.success) yield { kind: 'unreadable', row, bytes }
    else {
      const { number, ...given } = parsed.data
      const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      yield {
        kind: 'row',
        bytes,
        row: { row, ...present, ...(number === null || number === undefined ? {} : { number: String(number) }) },
      }
    }
  }
}

async function* extractCsv(file: string, head: Buffer): AsyncGenerator<Extracted> {
  const encoding = isUtf8(head) ? 'utf-8' : 'windows-1250'
  const parser = parse({
    bom: true,
    delimiter: [';', '\t', ','].find((mark) => head.toString('latin1').split('\n')[0]?.includes(mark)) ?? ';',
    columns: (names: string[]) => names.map((name) => columnOf(name) ?? false),
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  })
  void (async () => {
    for await (const chunk of decoded(file, encoding))
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve))
    parser.end()
  })().catch((error: Error) => parser.destroy(error))
  let bytes = 0
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>
    info: { lines: number; bytes: number }
  }>) {
    const cells = Object.fromEntries(
      Object.entries(record).filter(([name, value]) => name !== 'false' && value.trim() !== ''),
    )
    yield { kind: 'row', row: { row: info.lines, ...cells }, bytes: info.bytes - bytes }
    bytes = info.bytes
  }
}

async function* decoded(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

export const columnOf = (name: string): string | null => {
  const folded = foldRomanian(name).trim()
  return Object.entries(columns).find(([, words]) => words.includes(folded))?.[0] ?? null
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const buffer = Buffer.alloc(64 * 1024)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    // The last character may be cut by the end of the sample.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, Math.max(0, bytes.length - 4)), { stream: true })
    return true
  } catch {
    return false
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
