import type { GatewayName } from '../contract.ts'
import type { ScenarioName, Truth } from './scenarios.ts'

/** A transaction as the sandbox keeps it; amounts as the protocol writes them, "12.34". */
export type Transaction = {
  id: string
  gateway: GatewayName
  order: string
  amount: string
  currency: string
  description: string
  noticeUrl: string
  returnUrl: string
  truth: Truth
  scenario: ScenarioName | null
  startedAt: string
  /** What was sent to the town, and what it answered. */
  told: { at: string; what: string; answer: string }[]
}

export type NewTransaction = Omit<Transaction, 'id' | 'truth' | 'scenario' | 'startedAt' | 'told'>

/** What the protocols need of the gateway's memory. */
export type Shelf = {
  address: string
  ofOrder: (order: string) => Transaction[]
  find: (order: string, id: string) => Transaction | undefined
  keep: (transaction: NewTransaction) => Transaction
  change: (transaction: Transaction, truth: Truth) => void
}

export type Reply = { status: number; type: string; body: string; headers?: Record<string, string> }
/** What the town said to a notice: it is done, or the gateway tries again later. */
export type Heard = 'done' | 'again'

export const json = (status: number, body: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
})
