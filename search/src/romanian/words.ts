import { type Token, tokensOf } from './tokens.ts'

export type WrittenWord = { form: string; shown: string }

/** Longer ones are noise of a scan or an address. */
const longestWord = 40

/**
 * The words of a text that spelling may be corrected to and that suggestions are made of: no numbers, no stopwords.
 * `shown` is the word as it is written there.
 */
export const wordsOf = (text: string): Generator<WrittenWord> => wordsAmong(text, tokensOf(text))

/** The same, of a text whose tokens are known. */
export function* wordsAmong(text: string, tokens: readonly Token[]): Generator<WrittenWord> {
  for (const { form, start, end, isStopword } of tokens)
    if (!isStopword && form.length > 1 && form.length <= longestWord && !hasDigit.test(form))
      yield { form, shown: text.slice(start, end) }
}

const hasDigit = /\d/
