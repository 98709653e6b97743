import { type DiscountRule, usualDiscounts } from './discount-rules.ts'
import { type RouteRule, usualRoutes } from './fine-routes.ts'

/** The town hall's own accounts and names, as receipts and transfers need them. */
export type PaymentAccounts = {
  /** "CIF 0000000" */
  fiscalCode: string
  /** Where local fines and fees go; empty where a transfer is not offered. */
  localIban: string
  localBank: string
  /** The country's single account of fines. */
  singleIban: string
  singleBeneficiary: string
  /** The letters before the numbers of receipts. */
  receiptSeries: string
}

/** Everything by which the record judges a payment; one version replaces another whole. */
export type PaymentTable = {
  routes: readonly RouteRule[]
  discounts: readonly DiscountRule[]
  accounts: PaymentAccounts
}

/** What holds in a town whose people have approved no table yet. The X's of the account are printed so in the norms. */
export const usualTable: PaymentTable = {
  routes: usualRoutes,
  discounts: usualDiscounts,
  accounts: {
    fiscalCode: '',
    localIban: '',
    localBank: '',
    singleIban: 'RO76TREZ999500901XXXXXXX',
    singleBeneficiary: 'Cont unic aferent amenzilor contravenționale aplicate persoanelor fizice',
    receiptSeries: 'AV',
  },
}
