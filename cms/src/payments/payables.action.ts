import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { dayOf } from '../publishing/calendar.ts'
import { entryOfPair } from '../registry/entry-status.ts'
import { formatNumber } from '../registry/registration-number.ts'
import { askFine } from './ask-fine.ts'
import { FineSubject } from './fine-contract.ts'
import { fineSentence, fineSentences } from './fines.ro.ts'
import type { Payables, PayableVerdict } from './payable.ts'
import { feeMessages } from './receipt.ro.ts'
import { takesCards } from './takes-cards.ts'

const refused = (message: string, field = ''): PayableVerdict => ({ kind: 'refused', faults: [{ field, message }] })

/** What is paid, by its purpose; the amount is reckoned here and now, whatever page it was shown on. */
export const payables: Payables = async (req, { purpose, subject }) => {
  switch (purpose) {
    case 'fine':
      return payableFine(req, subject)
    case 'fee':
      return payableFee(req, subject)
    case 'other':
      return refused(feeMessages['nothing-to-pay'])
    default:
      return purpose satisfies never
  }
}

async function payableFine(req: PayloadRequest, given: Record<string, unknown>): Promise<PayableVerdict> {
  const subject = FineSubject.safeParse(given)
  if (!subject.success) return refused(fineSentences['request-malformed'])
  const asked = await askFine(req, { ...subject.data, identificator: '' }, { now: new Date(), hasCard: takesCards() })
  if (asked.kind === 'faulty')
    return {
      kind: 'refused',
      faults: asked.faults.map(({ field, code }) => ({ field, message: fineSentence(code) })),
    }
  const { answer, payable } = asked.case
  if (answer.kind === 'paid') return refused(fineSentences['paid-at-counter'])
  if (answer.kind !== 'payable' || !payable) return refused(fineSentences['not-by-card'])
  const { offender } = subject.data
  const written = answer.paper.written.replaceAll('\u00a0', ' ')
  return {
    kind: 'payable',
    amountBani: answer.due.dueBani,
    description: `Amendă, proces-verbal ${written}`,
    matter: `fine:${payable.paperKey}:${offender.digest}`,
    details: {
      paperKey: payable.paperKey,
      written,
      issuedOn: answer.issuedOn,
      issuer: payable.kind,
      fineId: payable.fineId,
      offenderKind: offender.kind,
      offenderDigest: offender.digest,
      offenderMasked: offender.masked,
      explanation: answer.due.explanation.join(' ').replaceAll('\u00a0', ' '),
    },
  }
}

/** The subject of a fee: the number and the access code of the filing it belongs to, so that nothing is paid unfiled. */
const FeeSubject = z.object({ numar: z.coerce.string().max(80), cod: z.string().max(40) })
const overStates = ['voided', 'withdrawn']

type FeeRow = { form: string; title: string; fee_bani: string | null; paid: boolean }

async function payableFee(req: PayloadRequest, given: Record<string, unknown>): Promise<PayableVerdict> {
  const subject = FeeSubject.safeParse(given)
  const entry = subject.success ? await entryOfPair(req, subject.data) : null
  if (!entry) return refused(feeMessages['entry-unknown'])
  if (overStates.includes(entry.state)) return refused(feeMessages['entry-over'])
  const { drizzle } = req.payload.db as unknown as PostgresAdapter
  const { rows } = await drizzle.execute<FeeRow>(sql`
    select f.form, v.definition ->> 'title' as title, v.definition ->> 'feeBani' as fee_bani,
      exists (select 1 from avizier.paid_fees p where p.entry_id = f.entry_id and not p.is_refunded) as paid
    from filings f join avizier.form_versions v on v.slug = f.form and v.version = f.form_version
    where f.entry_id = ${entry.id}`)
  const fee = rows[0] as FeeRow | undefined
  if (!fee?.fee_bani) return refused(feeMessages['nothing-to-pay'])
  if (fee.paid) return refused(feeMessages['paid-already'])
  const number = formatNumber(Number(entry.number), dayOf(entry.registered_at))
  return {
    kind: 'payable',
    amountBani: Number(fee.fee_bani),
    description: `Taxă, ${fee.title}, cererea nr. ${number}`,
    matter: `fee:${entry.id}`,
    details: { entryId: entry.id, number, form: fee.form, title: fee.title },
  }
}
