import { createWriteStream, type WriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { type Flag, flags, type Refusal, refusals } from './archive-row.ts'

export type Outcome = 'imported' | 'unchanged' | 'refused'
const words: Record<Outcome, string> = { imported: 'importat', unchanged: 'neschimbat', refused: 'refuzat' }

/** What became of each row, for a clerk's spreadsheet (`;`, UTF-8 with BOM), and the counts. */
export class ImportReport {
  readonly #file: WriteStream
  readonly counts: Record<Outcome, number> = { imported: 0, unchanged: 0, refused: 0 }
  readonly reasons = new Map<Refusal, number>()
  readonly flagged = new Map<Flag, number>()

  constructor(file: string) {
    this.#file = createWriteStream(file)
    this.#file.write('\ufeff')
    this.#write(['rand', 'rezultat', 'motiv', 'observatii', 'titlu'])
  }

  add(line: {
    row: number
    outcome: Outcome
    code?: Refusal
    detail?: string
    flags?: readonly Flag[]
    title: string
  }): void {
    this.counts[line.outcome] += 1
    if (line.code) this.reasons.set(line.code, (this.reasons.get(line.code) ?? 0) + 1)
    for (const flag of line.flags ?? []) this.flagged.set(flag, (this.flagged.get(flag) ?? 0) + 1)
    const reason = line.code ? [refusals[line.code], line.detail].filter(Boolean).join(': ') : ''
    this.#write([
      String(line.row),
      words[line.outcome],
      reason,
      (line.flags ?? []).map((flag) => flags[flag]).join('; '),
      line.title,
    ])
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#file.end(resolve))
  }

  summary(): string {
    const { imported, unchanged, refused } = this.counts
    return [
      `${imported} importate, ${unchanged} neschimbate, ${refused} refuzate`,
      ...[...this.reasons].map(([code, count]) => `  refuzate: ${count} × ${refusals[code]}`),
      ...[...this.flagged].map(([flag, count]) => `  de văzut: ${count} × ${flags[flag]}`),
    ].join('\n')
  }

  #write(cells: string[]): void {
    this.#file.write(stringify([cells], { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true }))
  }
}
