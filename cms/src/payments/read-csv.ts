import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { foldHead } from './fold-head.ts'

export type CsvRow = { line: number; cells: Record<string, string>; raw: string }
export type CsvTable = { columns: string[]; rows: CsvRow[] }

/**
 * A spreadsheet's text file: UTF-8 or the Windows letters of Romanian Excel, `;`, tab or comma between the cells, heads
 * folded so that "Număr" is "numar". Null when it is no table.
 */
export function readCsv(bytes: Uint8Array, delimiter?: string): CsvTable | null {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1250').decode(bytes)
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const mark = delimiter || ([';', '\t', ','].find((each) => head.includes(each)) ?? ';')
  try {
    const lines = parse(text, {
      bom: true,
      delimiter: mark,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      raw: true,
    }) as unknown as { record: string[]; info: { lines: number }; raw: string }[]
    const [first, ...rest] = lines
    if (!first) return null
    const columns = first.record.map(foldHead)
    return {
      columns,
      rows: rest.map(({ record, info, raw }) => ({
        line: info.lines,
        cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
        raw: raw.trimEnd(),
      })),
    }
  } catch {
    return null
  }
}
