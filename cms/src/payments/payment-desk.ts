import type { PayloadRequest } from 'payload'
import type { Providers } from './open-providers.ts'
import type { OnPaid, Payables } from './payable.ts'
import type { Payment } from './payment-row.ts'

/**
 * What payments need of the rest of the record, given in `payload.config.ts`: payments know no fine and no receipt.
 * Each of the last three runs inside the transaction that moves the payment: when it throws, nothing of it is noted, and
 * the journal keeps what the gateway said, to be judged again.
 */
export type PaymentDesk = {
  providers: Providers
  siteUrl: string
  payables: Payables
  /** Once for each payment that becomes paid; two payments of one debt are told apart by whoever gives the receipts. */
  onPaid: OnPaid
  /** A second transaction at the gateway has paid an order that was paid: `payment` is the order, `amountBani` the second. */
  onPaidAgain: (
    req: PayloadRequest,
    again: { payment: Payment; providerRef: string; amountBani: number },
  ) => Promise<void>
  /** The gateway has given the whole amount of a paid payment back. */
  onRefunded: (req: PayloadRequest, payment: Payment) => Promise<void>
}
