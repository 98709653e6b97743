import type { PayloadRequest } from 'payload'
import { dayOf } from '../publishing/calendar.ts'
import type { DiscountRule } from './discount-rules.ts'
import type { RouteRule } from './fine-routes.ts'
import { type PaymentAccounts, type PaymentTable, usualTable } from './payment-table.ts'

type Interval = { validFrom?: string | null; validTo?: string | null }
type RulesDocument = {
  routes?: (Omit<RouteRule, 'validFrom' | 'validTo'> & Interval)[] | null
  discounts?: (Omit<DiscountRule, 'validFrom' | 'validTo'> & Interval)[] | null
  accounts?: Partial<Record<keyof PaymentAccounts, string | null>> | null
}

const days = ({ validFrom, validTo }: Interval) => ({
  validFrom: validFrom ? dayOf(validFrom) : '',
  validTo: validTo ? dayOf(validTo) : null,
})

/** A saved version as the rules read it. */
export function tableOf(doc: RulesDocument): PaymentTable {
  const account = (name: keyof PaymentAccounts) => (doc.accounts?.[name] ?? '').trim()
  return {
    routes: (doc.routes ?? []).map(
      ({ fine, offender, domicile, channels, beneficiary, reason, legalBasis, ...rule }) => ({
        fine,
        offender: offender ?? null,
        domicile: domicile ?? null,
        channels: channels ?? [],
        beneficiary,
        reason: reason ?? '',
        legalBasis: legalBasis ?? '',
        ...days(rule),
      }),
    ),
    discounts: (doc.discounts ?? []).map(({ bases, share, days: length, legalBasis, ...rule }) => ({
      bases: bases ?? [],
      share,
      days: Number(length),
      legalBasis,
      ...days(rule),
    })),
    accounts: {
      fiscalCode: account('fiscalCode'),
      localIban: account('localIban').replaceAll(/\s/g, '').toUpperCase(),
      localBank: account('localBank'),
      singleIban: account('singleIban').replaceAll(/\s/g, '').toUpperCase(),
      singleBeneficiary: account('singleBeneficiary'),
      receiptSeries: account('receiptSeries').toUpperCase(),
    },
  }
}

/** The table that holds now: the last one that two people agreed on. */
export async function currentTable(req: PayloadRequest): Promise<PaymentTable> {
  const { docs } = await req.payload.find({
    collection: 'paymentRules',
    where: { state: { equals: 'approved' } },
    sort: '-judgedAt',
    limit: 1,
    depth: 0,
    // In the transaction of the request where it has one: many payments at once would else wait for a second connection.
    req,
    // Whoever pays is nobody to the record, and is judged by these rules all the same.
    overrideAccess: true,
  })
  const newest = docs[0]
  return newest ? tableOf(newest as unknown as RulesDocument) : usualTable
}
