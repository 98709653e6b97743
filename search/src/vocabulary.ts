/** A word that documents hold: folded, with its stem, one of its spellings and how many documents hold it. */
export type Word = { form: string; stem: string; docs: number; shown: string }

export type WordCounts = {
  /** Documents that hold any form of the word. */
  stemDocs: number
  /** Documents that hold longer words which begin so. */
  prefixDocs: number
}

/** The words of an index, for understanding what was typed; counts may be rough, what is not there is not told. */
export interface Vocabulary {
  counts(asked: readonly { form: string; stem: string }[]): Promise<readonly WordCounts[]>
  /** Stems of the words that begin so, those of most documents first. */
  begun(start: string): Promise<readonly string[]>
  /** Words that may have been meant, by their form or by their stem; the caller measures how near they are. */
  near(typed: { form: string; stem: string }): Promise<readonly Word[]>
  /** Those of these forms that documents hold. */
  known(forms: readonly string[]): Promise<readonly Word[]>
}
