import type { Exchange } from '../filings/answer-requests.ts'
import type { FilingDesk } from '../filings/filing-desk.ts'
import type { PaymentDrafts } from './payment-drafts.ts'
import type { PaymentPage } from './payment-page.ts'

/** Shows a page of paying: the path it stands at, and what it is made of. */
export type ShowPayment = (exchange: Exchange, path: string, page: PaymentPage, status?: number) => Promise<void>

/** Everything that paying needs: what was told so far, the way to the record, and the secret that signs. */
export type PaymentDesk = Pick<FilingDesk, 'cms' | 'secret' | 'visitorOf'> & { payments: PaymentDrafts }

export type PaymentExchange = { desk: PaymentDesk; url: URL; show: ShowPayment }
