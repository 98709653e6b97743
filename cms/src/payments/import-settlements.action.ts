import { createHash } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import type { Day } from '../registry/calendar-days.ts'
import { paperKey, readPaper } from './fine-paper.ts'
import { readDay } from './fine-record.ts'
import { parseLei } from './money.ts'
import { actorOf } from './money-step.action.ts'
import { readCsv } from './read-csv.ts'
import { type HeldMoney, type Reconciled, reconcile, type SettledLine } from './reconciliation.ts'
import { columnsOf, type SettlementColumns, type SettlementSource } from './settlement-formats.ts'

export type SettlementOutcome =
  | {
      kind: 'reconciled'
      reportId: number
      isNew: boolean
      lines: number
      unread: { line: number; raw: string }[]
      days: { from: Day; to: Day } | null
      commissionBani: number
      reconciled: Reconciled
    }
  | { kind: 'unreadable'; columns: string[] }

type Asked = {
  source: SettlementSource
  fileName: string
  bytes: Uint8Array
  byHand: Partial<Record<keyof SettlementColumns, string>>
  now: Date
}

/** Reads a report, keeps its lines once, and lays it beside what the record holds. */
export async function importSettlements(req: PayloadRequest, asked: Asked): Promise<SettlementOutcome> {
  const { source, fileName, bytes, byHand, now } = asked
  const table = readCsv(bytes)
  const columns = columnsOf(table?.columns ?? [], source, byHand)
  const missing = (['reference', 'settledOn', 'amount'] as const).filter((name) => columns[name] === null)
  if (!table || missing.length > 0) return { kind: 'unreadable', columns: missing }
  const unread: { line: number; raw: string }[] = []
  const read = table.rows.flatMap(({ line, cells, raw }) => {
    const cell = (name: keyof SettlementColumns) => cells[columns[name] ?? ''] ?? ''
    const settledOn = readDay(cell('settledOn'))
    const amountBani = parseLei(cell('amount').replace(/\s*(lei|ron)$/i, ''))
    const reference = referenceOf(source, cell('reference'))
    if (!settledOn || amountBani === null || !reference) {
      unread.push({ line, raw: raw.slice(0, 300) })
      return []
    }
    const commissionBani = parseLei(cell('commission').replace(/^-/, '')) ?? 0
    return [{ line, reference, settledOn, amountBani, commissionBani, raw: raw.slice(0, 1_000) }]
  })
  const { reportId, isNew } = await keepReport(req, { source, fileName, bytes, lines: read, now })
  const held = await heldMoney(req, source)
  const allDays = read.map(({ settledOn }) => settledOn).sort()
  const days = allDays[0] ? { from: allDays[0], to: allDays.at(-1) ?? allDays[0] } : null
  const reconciled = reconcile(read, held, { days: source === 'ghiseul' ? null : days })
  if (isNew && source === 'ghiseul') await markPaidElsewhere(req, read)
  const commissionBani = read.reduce((sum, line) => sum + line.commissionBani, 0)
  return { kind: 'reconciled', reportId, isNew, lines: table.rows.length, unread, days, commissionBani, reconciled }
}

/** An order by itself, whatever attempt the gateway knew it by; a paper by its series and number. */
function referenceOf(source: SettlementSource, cell: string): string {
  const text = cell.trim().toUpperCase()
  if (source !== 'ghiseul') return /^[2-9A-HJKMNP-TV-Z]{12}/.exec(text)?.[0] ?? text.slice(0, 60)
  const paper = readPaper({ series: text, number: '' })
  return paper.kind === 'read' ? paperKey(paper.paper) : text.slice(0, 60)
}

type KeptLine = SettledLine & { commissionBani: number; raw: string }

async function keepReport(
  req: PayloadRequest,
  { source, fileName, bytes, lines, now }: Omit<Asked, 'byHand'> & { lines: readonly KeptLine[] },
): Promise<{ reportId: number; isNew: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const actor = actorOf(req)
  return inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    const [report] = await transaction.rows<{ id: string }>(sql`
      insert into avizier.settlement_reports (source, file_name, sha256, imported_at, actor_id, actor_name)
      values (${source}, ${fileName}, ${sha256}, ${now.toISOString()}, ${actor.id}, ${actor.name})
      on conflict (sha256) do nothing returning id`)
    if (!report) {
      const [known] = await transaction.rows<{ id: string }>(
        sql`select id from avizier.settlement_reports where sha256 = ${sha256}`,
      )
      return { reportId: Number(known?.id), isNew: false }
    }
    await transaction.rows(sql`
      insert into avizier.settlement_lines (report_id, line, reference, settled_on, amount_bani, commission_bani, raw)
      select ${report.id}, l."line", l."reference", l."settledOn", l."amountBani", l."commissionBani", l."raw"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as l ("line" int, "reference" text, "settledOn" date, "amountBani" bigint, "commissionBani" bigint, "raw" text)`)
    return { reportId: Number(report.id), isNew: true }
  })
}

/** What the record holds that a report of this source may settle: its payments, or the fines of the register. */
async function heldMoney(req: PayloadRequest, source: SettlementSource): Promise<HeldMoney[]> {
  const { pool } = req.payload.db as unknown as PostgresAdapter
  if (source !== 'ghiseul') {
    const { rows } = await pool.query<{ reference: string; bani: number; paid_at: Date | null; paid: boolean }>(
      `select order_id as reference, amount_bani as bani, paid_at, paid_at is not null as paid
       from avizier.payments where gateway = $1 and state not in ('created')`,
      [source],
    )
    return rows.map(({ reference, bani, paid_at, paid }) => ({
      reference,
      amountBani: bani,
      paidOn: paid_at ? dayOf(paid_at) : null,
      isPaid: paid,
    }))
  }
  const { rows } = await pool.query<{ reference: string; bani: string; paid_on: Date | null; through: string | null }>(
    `select paper_key as reference, coalesce(paid_bani, applied_bani) as bani, paid_on, paid_through as through
     from record.fines where state <> 'void'`,
  )
  return rows.map(({ reference, bani, paid_on, through }) => ({
    reference,
    amountBani: Number(bani),
    paidOn: paid_on ? dayOf(paid_on) : null,
    // A fine that a card has paid too is a difference: its money came twice.
    isPaid: through !== 'card',
  }))
}

/** Fines of the register that were paid on ghiseul.ro are paid; the report's amount is what was paid. */
async function markPaidElsewhere(req: PayloadRequest, lines: readonly SettledLine[]): Promise<void> {
  await inTransaction(req, async () => {
    const transaction = await transactionOf(req)
    for (const { reference, settledOn, amountBani } of lines)
      await transaction.rows(sql`
        update fines set state = 'paid', paid_on = ${momentOfDay(settledOn)}, paid_bani = ${amountBani},
          paid_through = 'ghiseul', updated_at = now()
        where paper_key = ${reference} and state = 'due'`)
  })
}
