import { stat } from 'node:fs/promises'
import path from 'node:path'
import { slugOf } from '@avizier/search/romanian-text'
import type { Payload } from 'payload'
import type { ArchiveRecord } from './archive-row.ts'
import { extract } from './extract.ts'
import { ImportReport } from './import-report.ts'
import { loadBatch } from './load.ts'
import { transform } from './transform.ts'

type Progress = (bytes: number, rows: number) => void
const batchSize = 50
const inFlight = 3

/**
 * Brings an archive in: extract, transform, load. Every row ends in the report. Running it again changes nothing,
 * and a run that was cut short is completed by the next, because each record is known by the id of its source.
 *
 * @throws whatever stopped it (the database went away, the file cannot be read); what was reported by then is stored.
 */
export async function importArchive(
  payload: Payload,
  { file, reportFile, today, onProgress }: { file: string; reportFile: string; today: string; onProgress?: Progress },
): Promise<ImportReport> {
  const origin = slugOf(path.basename(file, path.extname(file)))
  const report = new ImportReport(reportFile)
  const running = new Set<Promise<void>>()
  let batch: ArchiveRecord[] = []
  let bytes = 0
  const failures: unknown[] = []

  const load = async (records: ArchiveRecord[]) => {
    for (const loaded of await loadBatch(payload, records)) {
      const { row, title, flags } = loaded.record
      report.add({
        row,
        title,
        flags,
        outcome: loaded.outcome,
        ...(loaded.outcome === 'refused' ? { code: loaded.code, detail: loaded.detail } : {}),
      })
    }
    onProgress?.(
      bytes,
      Object.values(report.counts).reduce((sum, count) => sum + count, 0),
    )
  }
  const dispatch = async () => {
    const records = batch
    batch = []
    const work = load(records)
      .catch((error: unknown) => failures.push(error))
      .then(() => void running.delete(work))
    running.add(work)
    if (running.size >= inFlight) await Promise.race(running)
  }

  for await (const found of extract(file)) {
    if (failures.length > 0) break
    bytes += found.bytes
    if (found.kind === 'unreadable') {
      report.add({ row: found.row, outcome: 'refused', code: 'line-unreadable', title: '' })
      continue
    }
    const transformed = transform(found.row, { origin, today })
    if (transformed.kind === 'refused') {
      report.add({ row: transformed.row, outcome: 'refused', code: transformed.code, title: transformed.title })
      continue
    }
    batch.push(transformed.record)
    if (batch.length >= batchSize) await dispatch()
  }
  if (batch.length > 0) await dispatch()
  await Promise.all(running)
  await report.close()
  if (failures.length > 0) throw failures[0]
  return report
}

export const sizeOf = async (file: string) => (await stat(file)).size
