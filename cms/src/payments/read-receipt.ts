import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { cleanCode, codeDigest } from '../registry/access-code.ts'
import type { PublicReceipt } from './fine-contract.ts'
import type { ReceiptFacts } from './issue-receipt.action.ts'

export type KeptReceipt = {
  id: number
  /** "SCZ 12/2026" */
  number: string
  issuedAt: string
  amountBani: number
  facts: ReceiptFacts
  isDischarged: boolean
  isRefunded: boolean
}

type Row = {
  id: string
  series: string
  year: string
  number: string
  issued_at: string
  amount_bani: string
  facts: ReceiptFacts
  discharged: boolean
  returned: boolean
}

async function oneReceipt(req: Pick<PayloadRequest, 'payload'>, where: SQL): Promise<KeptReceipt | null> {
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<Row>(sql`
    select r.id, r.series, r.year, r.number, r.issued_at, r.amount_bani, r.facts,
      d.receipt_id is not null as discharged, b.receipt_id is not null as returned
    from avizier.receipts r
      left join avizier.receipt_discharges d on d.receipt_id = r.id
      left join avizier.receipt_returns b on b.receipt_id = r.id
    where ${where}`)
  const row = rows[0] as Row | undefined
  if (!row) return null
  return {
    id: Number(row.id),
    number: writtenNumber(row),
    issuedAt: new Date(row.issued_at).toISOString(),
    amountBani: Number(row.amount_bani),
    facts: row.facts,
    isDischarged: row.discharged,
    isRefunded: row.returned,
  }
}

export const writtenNumber = ({
  series,
  number,
  year,
}: {
  series: string
  number: string | number
  year: string | number
}) => `${series} ${number}/${year}`

/** The receipt that a code names; null for every other code, after the same work. */
export const receiptOfCode = (req: Pick<PayloadRequest, 'payload'>, code: string): Promise<KeptReceipt | null> =>
  oneReceipt(req, sql`r.code_digest = ${codeDigest(cleanCode(code), req.payload.secret)}`)

export const receiptOfOrder = (req: Pick<PayloadRequest, 'payload'>, order: string): Promise<KeptReceipt | null> =>
  oneReceipt(req, sql`r.facts ->> 'order' = ${order}`)

export const receiptOfId = (req: Pick<PayloadRequest, 'payload'>, id: number): Promise<KeptReceipt | null> =>
  oneReceipt(req, sql`r.id = ${id}`)

/** What whoever holds a receipt may see of it: what is printed, without the payer. */
export const toPublicReceipt = (receipt: KeptReceipt): PublicReceipt => ({
  number: receipt.number,
  issuedAt: receipt.issuedAt,
  amountBani: receipt.amountBani,
  amountInWords: receipt.facts.amountInWords,
  description: receipt.facts.description,
  offender: receipt.facts.offender,
  isDischarged: receipt.isDischarged,
  isRefunded: receipt.isRefunded,
})
