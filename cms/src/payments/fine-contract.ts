import { z } from 'zod'
import { AmountBani } from './contract.ts'

const Day = z.iso.date()
const typed = (most: number) => z.string().max(most).default('')

export const FineOffender = z.object({
  kind: z.enum(['person', 'firm']),
  digest: z.string().max(64),
  masked: z.string().max(20),
})
export type FineOffender = z.infer<typeof FineOffender>

/** What stands on a paper that the register does not know, as it was typed. */
export const OnPaper = z.object({ temei: typed(40), amenda: typed(40), jumatate: typed(40), primit: typed(40) })
export type OnPaper = z.infer<typeof OnPaper>

/**
 * What the site asks about a fine: the body of `POST /api/fines/ask`, with the token. Texts are as they were typed; what
 * is still missing is asked for by the answer. `adresa` is the visitor, for limits alone. Once the record has read a CNP
 * it answers with the `offender` it stands for, and is told that instead from then on.
 */
export const FineQuestion = z.object({
  adresa: z.string().min(1).max(200),
  serie: typed(80),
  numar: typed(40),
  data: typed(40),
  emitent: z.enum(['own', 'police', 'elsewhere']).nullish(),
  fel: z.enum(['person', 'firm']).nullish(),
  domiciliu: z.enum(['here', 'away']).nullish(),
  identificator: typed(40),
  offender: FineOffender.nullish(),
  hartie: OnPaper.nullish(),
})
export type FineQuestion = z.input<typeof FineQuestion>

/** What is paid for a fine: the subject of a payment whose purpose is `fine`. The record reckons the amount again. */
export const FineSubject = FineQuestion.omit({ adresa: true, identificator: true }).extend({ offender: FineOffender })
export type FineSubject = z.input<typeof FineSubject>

const Channel = z.enum(['card', 'ghiseul', 'transfer', 'counter', 'issuer'])
const Paper = z.object({ written: z.string(), isElectronic: z.boolean() })
const Route = z.object({
  channels: z.array(Channel),
  reason: z.string(),
  legalBasis: z.string(),
  beneficiary: z.enum(['single', 'local', 'otherTown', 'state']),
  isCardAway: z.boolean(),
})
export type FineRoute = z.infer<typeof Route>

/** A transfer as a bank asks for it, and the same text as a QR: the dark squares as one SVG path of `size` units. */
export const Transfer = z.object({
  beneficiary: z.string(),
  fiscalCode: z.string(),
  iban: z.string(),
  bank: z.string(),
  details: z.string(),
  qr: z.object({ size: z.number().int().positive(), path: z.string() }),
})
export type Transfer = z.infer<typeof Transfer>

export const FineDue = z.object({
  dueBani: AmountBani,
  /** By when this amount holds; null where it does not change. */
  lastDay: Day.nullable(),
  explanation: z.array(z.string()),
})
export type FineDue = z.infer<typeof FineDue>

/** The answer 200, by what comes next. */
export const FineAnswer = z.discriminatedUnion('kind', [
  /** Who gave it and to whom is still to be asked. */
  z.object({ kind: z.literal('identity'), paper: Paper }),
  /** It is paid elsewhere or otherwise. */
  z.object({
    kind: z.literal('route'),
    paper: Paper,
    route: Route,
    transfer: Transfer.nullable(),
    offender: FineOffender.nullable(),
  }),
  /** It may be paid here by card, and is not in the register: its amounts are asked. The same for every wrong triple. */
  z.object({ kind: z.literal('amounts'), paper: Paper, route: Route, offender: FineOffender }),
  z.object({
    kind: z.literal('payable'),
    paper: Paper,
    route: Route,
    offender: FineOffender,
    issuedOn: Day,
    deed: z.string(),
    isOnPaper: z.boolean(),
    due: FineDue,
  }),
  z.object({ kind: z.literal('paid'), paper: Paper, paidOn: Day.nullable(), through: z.string() }),
])
export type FineAnswer = z.infer<typeof FineAnswer>

/** The answer 422, each fault at the field of the question; 429 with one. */
export const FineRefusal = z.object({ erori: z.array(z.object({ camp: z.string(), mesaj: z.string() })) })
export type FineRefusal = z.infer<typeof FineRefusal>

/** The answer of `GET /api/receipts/<code>`: what a receipt says, for whoever holds it; 404 for every other code. */
export const PublicReceipt = z.object({
  /** "SCZ 12/2026" */
  number: z.string(),
  issuedAt: z.iso.datetime(),
  amountBani: AmountBani,
  amountInWords: z.string(),
  description: z.string(),
  /** The masked CNP, or the CUI, of the one it was paid for; null for a fee. */
  offender: z.string().nullable(),
  isDischarged: z.boolean(),
  isRefunded: z.boolean(),
})
export type PublicReceipt = z.infer<typeof PublicReceipt>

/** The answer of `GET /api/receipts/of/<order>`: the receipt of a payment, for its page; 404 while there is none. */
export const ReceiptOfPayment = PublicReceipt.extend({ code: z.string() })
export type ReceiptOfPayment = z.infer<typeof ReceiptOfPayment>

/** What is asked about a fee: `POST /api/fees/ask`, with the token; the answer 200, and `FineRefusal` with 404, 422 or 429. */
export const FeeQuestion = z.object({
  adresa: z.string().min(1).max(200),
  numar: z.string().max(80),
  cod: z.string().max(40),
})
export const FeeDue = z.object({ description: z.string(), amountBani: AmountBani })
export type FeeDue = z.infer<typeof FeeDue>
