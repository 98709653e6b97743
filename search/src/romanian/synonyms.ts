import type { SynonymGroup } from '../search-index.ts'
import { cleanText } from './orthography.ts'
import type { Synonyms } from './query.ts'
import { tokensOf } from './tokens.ts'

/** What clerks typed, as the analyser reads it; expressions of nothing but stopwords, and groups of one, mean nothing. */
export function synonymStems(groups: readonly SynonymGroup[]): Synonyms {
  return groups
    .map((group) =>
      group
        .map((expression) =>
          tokensOf(cleanText(expression))
            .filter(({ isStopword }) => !isStopword)
            .map((token) => token.stems[0] ?? token.form),
        )
        .filter((stems) => stems.length > 0),
    )
    .filter((group) => group.length > 1)
}
