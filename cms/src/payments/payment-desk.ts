import type { PayloadRequest } from 'payload'
import type { PaymentRequest } from './contract.ts'
import type { Providers } from './open-providers.ts'
import type { Payment } from './payment-row.ts'

/** What is to be paid, once its purpose has judged it. */
export type JudgedRequest =
  | {
      kind: 'accepted'
      /** The name of the thing that is paid, once: `fine:PCA 1234567`. Two payments of one subject are one too many. */
      subject: string
      description: string
      amountBani: number
      /** What the purpose wants to find again when the money is there. */
      facts: Record<string, unknown>
    }
  | { kind: 'refused'; faults: { field: string; message: string }[] }

/**
 * What payments need of the rest of the record, given in `payload.config.ts`: payments know no fine and no receipt.
 * `onPaid` runs inside the transaction that makes a payment paid, once for everything that is paid: it throws, and the
 * money is not noted; the journal keeps the notice, which is judged again.
 */
export type PaymentDesk = {
  providers: Providers
  siteUrl: string
  judge: (req: PayloadRequest, request: PaymentRequest) => Promise<JudgedRequest>
  onPaid: (req: PayloadRequest, payment: Payment) => Promise<void>
}
