import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { stringify } from 'csv-stringify'
import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import { addDays, type Day } from './calendar-days.ts'
import type { EntryState } from './entry-lifecycle.ts'
import { outcomeLabels } from './registry.ro.ts'
import { letterheadOf, townPaper } from './town-paper.ts'
import { shortDay } from './words.ro.ts'

export type BookInterval = { registerCode: string; from: Day; to: Day }

/** The columns of the general register (Instructions of the National Archives, 1996), and the share of the width each takes. */
const columns = [
  ['Nr. de înregistrare', 7],
  ['Data', 6],
  ['Nr. și data emitentului', 8],
  ['File', 3],
  ['Anexe', 4],
  ['Emitentul', 13],
  ['Conținutul pe scurt', 19],
  ['Compartimentul', 9.5],
  ['Data expedierii', 6],
  ['Modul rezolvării', 10],
  ['Destinatarul', 8],
  ['Conexat la', 6],
  ['Indicativul dosarului', 7],
] as const

type Row = {
  number: string
  registered_at: string
  issuer_number: string | null
  issuer_on: string | null
  pages: string | null
  annexes: string | null
  correspondent_name: string | null
  subject: string
  direction: string
  department: string | null
  answered_at: string | null
  outcome: keyof typeof outcomeLabels | null
  outcome_reason: string | null
  state: EntryState
  forwarded_to: string | null
  void_reason: string | null
  linked: string | null
  file_code: string | null
}

const page = 1_000
const day = (moment: string | null) => (moment ? shortDay(dayOf(moment)) : '')

/** The lines of a book in the order of their numbers, read a thousand at a time. */
async function* linesOf(
  req: Pick<PayloadRequest, 'payload'>,
  { registerCode, from, to }: BookInterval,
): AsyncGenerator<string[]> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const bounds = [
    sql`(${from}::date)::timestamp at time zone 'Europe/Bucharest'`,
    sql`(${addDays(to, 1)}::date)::timestamp at time zone 'Europe/Bucharest'`,
  ]
  let after = { year: 0, number: 0 }
  for (;;) {
    const { rows } = await drizzle.execute<Row & { year: string }>(sql`
      select r.*, coalesce(d.public_name, d.name) as department,
        (select string_agg(o.number::text || '/' || o.year::text, ', ' order by o.year, o.number)
         from registry_rels l join registry o on o.id = l.registry_id
         where l.parent_id = r.id and l.path = 'linkedTo') as linked
      from registry r left join departments d on d.id = r.department_id
      where r.register_id = (select id from registers where code = ${registerCode})
        and r.registered_at >= ${bounds[0]} and r.registered_at < ${bounds[1]}
        and (r.year, r.number) > (${after.year}::numeric, ${after.number}::numeric)
      order by r.year, r.number limit ${page}`)
    for (const row of rows as (Row & { year: string })[]) yield lineOf(row)
    const last = (rows as (Row & { year: string })[]).at(-1)
    if (!last || rows.length < page) return
    after = { year: Number(last.year), number: Number(last.number) }
  }
}

function lineOf(row: Row): string[] {
  const isOut = row.direction === 'outgoing'
  const voided = row.state === 'voided' ? `ANULAT: ${row.void_reason ?? ''}` : ''
  const resolved = row.outcome ? outcomeLabels[row.outcome].ro : ''
  return [
    row.number,
    day(row.registered_at),
    [row.issuer_number, day(row.issuer_on)].filter(Boolean).join('/'),
    row.pages ?? '',
    row.annexes ?? '',
    isOut ? '' : (row.correspondent_name ?? ''),
    row.state === 'reserved' ? `REZERVAT: ${row.subject}` : row.subject,
    row.department ?? '',
    day(row.answered_at),
    voided || [resolved, row.outcome_reason].filter(Boolean).join(': '),
    row.forwarded_to ?? (isOut ? (row.correspondent_name ?? '') : ''),
    row.linked ?? '',
    row.file_code ?? '',
  ]
}

/** For spreadsheets: semicolons, a BOM so that Excel reads ș and ț, and no cell that would run as a formula. */
export function bookAsCsv(req: PayloadRequest, interval: BookInterval): ReadableStream<Uint8Array> {
  const csv = stringify({ delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' })
  const fill = async () => {
    csv.write(columns.map(([name]) => name))
    for await (const line of linesOf(req, interval)) if (!csv.write(line)) await drained(csv)
    csv.end()
  }
  fill().catch((error) => csv.destroy(error))
  return streamed(csv)
}

/** For the shelf: the book as it is printed, its head on every page. */
export async function bookAsPdf(req: PayloadRequest, interval: BookInterval): Promise<ReadableStream<Uint8Array>> {
  const letterhead = await letterheadOf(req)
  const title = `Registrul de intrare-ieșire, ${shortDay(interval.from)}–${shortDay(interval.to)}`
  const pdf = townPaper({ title, author: letterhead.townHall, isWide: true })
  const left = pdf.page.margins.left
  const width = pdf.page.width - left - pdf.page.margins.right
  const unit = width / columns.reduce((sum, [, share]) => sum + share, 0)
  const bottom = pdf.page.height - pdf.page.margins.bottom - 12
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  let pages = 0
  let y = 0

  const row = (cells: readonly string[], isHead: boolean) => {
    pdf.font(isHead ? 'bold' : 'regular').fontSize(7)
    const heights = cells.map((cell, index) =>
      pdf.heightOfString(cell || ' ', { width: (columns[index]?.[1] ?? 0) * unit - 4 }),
    )
    const height = Math.max(...heights) + 4
    if (!isHead && y + height > bottom) {
      pdf.addPage()
      head()
      pdf.font('regular').fontSize(7)
    }
    let x = left
    root.add(
      pdf.struct('P', {}, () => {
        cells.forEach((cell, index) => {
          const cellWidth = (columns[index]?.[1] ?? 0) * unit
          pdf.text(cell, x + 1, y + 2, { width: cellWidth - 4 })
          x += cellWidth
        })
      }),
    )
    y += height
    pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(isHead ? 0.8 : 0.25)
      .stroke()
  }
  const head = () => {
    pages += 1
    const top = pdf.page.margins.top
    root.add(
      pdf.struct('P', {}, () => {
        pdf
          .font('bold')
          .fontSize(8)
          .text(`${letterhead.townHall} – ${title}`, left, top - 18, { width: width - 60 })
        pdf.font('regular').text(`pagina ${pages}`, left + width - 60, top - 18, { width: 60, align: 'right' })
      }),
    )
    y = top
    row(
      columns.map(([name]) => name),
      true,
    )
  }
  const fill = async () => {
    head()
    for await (const line of linesOf(req, interval)) row(line, false)
    root.end()
    pdf.end()
  }
  const stream = streamed(pdf)
  fill().catch((error) => (pdf as unknown as NodeJS.ReadableStream).emit('error', error))
  return stream
}

const drained = (stream: NodeJS.WritableStream) => new Promise<void>((resolve) => stream.once('drain', () => resolve()))

function streamed(source: NodeJS.ReadableStream): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      source.on('data', (chunk: Buffer | string) =>
        controller.enqueue(typeof chunk === 'string' ? Buffer.from(chunk) : chunk),
      )
      source.on('end', () => controller.close())
      source.on('error', (error) => controller.error(error))
    },
  })
}
