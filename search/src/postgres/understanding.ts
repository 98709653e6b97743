import type { Clause } from '../romanian/query.ts'

/** A clause after the words of the index were looked at. */
export type Understood = {
  clause: Clause
  /** How many documents hold it, roughly. */
  docs: number
  /** The clause is taken for the beginning of a word as well. */
  prefix: string | null
  /** Terms that answer beside the clause's own: of words that begin as it does. */
  moreTerms: readonly string[]
}
