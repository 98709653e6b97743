import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { appendAuditEntry } from '../audit/append-audit-entry.action.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { transactionOf } from '../database/transaction.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { writtenPaper } from './fine-paper.ts'
import { type FineRecord, readFine, type TypedFine } from './fine-record.ts'
import { type FineCode, fineSentences } from './fines.ro.ts'
import { settleKnownPayments } from './match-fines.action.ts'
import { readCsv } from './read-csv.ts'

const columns = {
  series: 'serie',
  number: 'numar',
  issuedOn: 'data',
  communicatedOn: 'comunicat',
  identifier: 'cnp_cui',
  offenderName: 'nume',
  domicile: 'domiciliu',
  issuer: 'emitent',
  basis: 'temei',
  deed: 'fapta',
  applied: 'amenda',
  minimum: 'minim',
} as const satisfies Record<Exclude<keyof TypedFine, 'offenderKind'>, string>
const needed = ['serie', 'numar', 'data', 'cnp_cui', 'amenda'] as const

/** A line that did not come in, and why; `given` names the paper, never a CNP. */
type RefusedLine = { line: number; given: string; why: string[] }
export type ImportReport = { created: number; changed: number; same: number; refused: RefusedLine[] }
export type ImportOutcome =
  | { kind: 'imported'; report: ImportReport }
  | { kind: 'unreadable' }
  | { kind: 'columns-missing'; columns: string[] }

/**
 * Brings fines in from a clerk's CSV, each line in a transaction of its own. A fine that is there already is changed
 * while it is due; one that is paid or void is left alone, and the report says so. Run again at will.
 */
export async function importFines(req: PayloadRequest, bytes: Uint8Array, now: Date): Promise<ImportOutcome> {
  const table = readCsv(bytes)
  if (!table) return { kind: 'unreadable' }
  const missing = needed.filter((name) => !table.columns.includes(name))
  if (missing.length > 0) return { kind: 'columns-missing', columns: missing }
  const report: ImportReport = { created: 0, changed: 0, same: 0, refused: [] }
  for (const { line, cells } of table.rows) {
    const typed = typedOf(cells)
    const given = `${typed.series} ${typed.number}`.trim().slice(0, 60)
    const verdict = readFine(typed, { today: dayOf(now), secret: req.payload.secret })
    if (verdict.kind === 'faulty') {
      report.refused.push({ line, given, why: verdict.faults.map(({ code }) => fineSentences[code]) })
      continue
    }
    const outcome = await inTransaction(req, () => storeFine(req, verdict.fine))
    if (typeof outcome === 'object') report.refused.push({ line, given, why: [fineSentences[outcome.refused]] })
    else report[outcome] += 1
  }
  return { kind: 'imported', report }
}

function typedOf(cells: Record<string, string>): TypedFine {
  const cell = (name: keyof typeof columns) => cells[columns[name]] ?? ''
  const identifier = cell('identifier')
  const isCnp = identifier.replaceAll(/\D/g, '').length === 13
  const domicile = cell('domicile').toLowerCase()
  return {
    ...(Object.fromEntries(
      (Object.keys(columns) as (keyof typeof columns)[]).map((name) => [name, cell(name)]),
    ) as Omit<TypedFine, 'offenderKind'>),
    offenderKind: isCnp ? 'person' : 'firm',
    issuer: cell('issuer').toLowerCase() || 'own',
    basis: cell('basis') || 'localDecision',
    domicile: domicile === '' || domicile === 'aici' ? 'here' : domicile === 'altundeva' ? 'away' : domicile,
  }
}

async function storeFine(
  req: PayloadRequest,
  fine: FineRecord,
): Promise<'created' | 'changed' | 'same' | { refused: FineCode }> {
  const transaction = await transactionOf(req)
  const values = sql`
    ${writtenPaper(fine.paper).replaceAll('\u00a0', ' ')}, ${fine.paper.series}, ${fine.paper.number},
    ${fine.issuer}::enum_fines_issuer, ${momentOfDay(fine.issuedOn)}::timestamptz,
    ${momentOfDay(fine.communicatedOn)}::timestamptz, ${fine.basis}::enum_fines_basis, ${fine.deed},
    ${fine.offender.kind}::enum_fines_offender_kind, ${fine.offender.masked}, ${fine.offender.digest},
    ${fine.offenderName}, ${fine.domicile}::enum_fines_domicile, ${fine.appliedBani}::numeric, ${fine.minimumBani}::numeric`
  const names = sql`title, series, number, issuer, issued_on, communicated_on, basis, deed, offender_kind,
    offender_masked, offender_digest, offender_name, domicile, applied_bani, minimum_bani`
  const [created] = await transaction.rows<{ id: number }>(sql`
    insert into fines (${names}, paper_key, state) values (${values}, ${fine.paperKey}, 'due')
    on conflict (paper_key) do nothing returning id`)
  if (created) {
    await note(req, created.id, fine, 'create')
    return 'created'
  }
  const [known] = await transaction.rows<{ id: number; state: string; same: boolean }>(sql`
    select id, state, (${names}) is not distinct from (${values}) as same
    from fines where paper_key = ${fine.paperKey} for update`)
  if (!known) throw new Error(`A fine was in the way and then gone: ${fine.paperKey}`)
  if (known.same) return 'same'
  if (known.state !== 'due') return { refused: 'paid-locked' }
  await transaction.rows(sql`update fines set (${names}) = (${values}), updated_at = now() where id = ${known.id}`)
  await note(req, known.id, fine, 'update')
  return 'changed'
}

async function note(
  req: PayloadRequest,
  id: number,
  { paper }: FineRecord,
  action: 'create' | 'update',
): Promise<void> {
  await appendAuditEntry(req, {
    action,
    noun: 'fines',
    recordId: String(id),
    title: writtenPaper(paper).replaceAll('\u00a0', ' '),
    revision: null,
  })
  await settleKnownPayments(req, id)
}
