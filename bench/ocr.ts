import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openPages } from '@avizier/cms/page-reader'
import { chooseEngine } from '@avizier/cms/recognition'
import { characterErrors } from '@avizier/cms/test-character-errors'
import { aScan } from '@avizier/cms/test-papers'
import { type Figure, report } from './figures.ts'
import { paperText } from './paper-text.ts'

const resolutions = [200, 300]

/**
 * Full pages of Romanian, printed, scanned clean and read again from the PDF of the scan: how long a page takes from
 * file to text, and how many of its characters are wrong, with each engine that is on this machine.
 */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const seed = 20_261_125
  const pages = paperText(isLarge ? 30 : 8, seed)
  const characters = pages.flat().join(' ').length
  console.log(`Seed ${seed}: ${pages.length} pages, ${Math.round(characters / pages.length)} characters each`)
  const native = await chooseEngine()
  if (native.name !== 'tesseract') console.log('NOT RUN: tesseract with Romanian is not on this system')
  const engines = native.name === 'tesseract' ? (['tesseract', 'tesseract.js'] as const) : (['tesseract.js'] as const)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'avizier-bench-'))
  try {
    const figures: Figure[] = []
    for (const dpi of resolutions) {
      const scan = path.join(folder, `${dpi}.pdf`)
      writeFileSync(scan, await aScan(pages, { dpi }))
      for (const engine of engines) {
        const seconds: number[] = []
        const errors: number[] = []
        const reader = await openPages(scan, 'application/pdf', engine)
        await reader.read(1) // the engine opens with the first page of a turn
        for (const [index, paragraphs] of pages.entries()) {
          const began = performance.now()
          const read = await reader.read(index + 1)
          seconds.push((performance.now() - began) / 1000)
          if (read.kind !== 'read' || read.method !== 'recognised')
            throw new Error(`Page ${index + 1} was not recognised`)
          errors.push(10_000 * characterErrors(read.text, paragraphs.join(' ')))
        }
        await reader.close()
        figures.push(
          {
            what: `${engine}, ${dpi} dpi: a page`,
            values: seconds,
            unit: 's',
            limit: { of: 'p95', isAtMost: true, value: 4 },
          },
          { what: `${engine}, ${dpi} dpi: wrong characters of a page`, values: errors, unit: 'of 10,000', limit: null },
          {
            what: `${engine}, ${dpi} dpi: wrong characters of all`,
            values: [errors.reduce((total, each) => total + each, 0) / errors.length],
            unit: 'of 10,000',
            limit: { of: 'p50', isAtMost: true, value: 50 },
          },
        )
      }
    }
    return report(figures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
