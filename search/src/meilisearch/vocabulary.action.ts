import type { Meilisearch, MultiSearchParams } from 'meilisearch'
import type { Vocabulary, Word } from '../vocabulary.ts'
import { quotedValue } from './clause-filters.ts'
import type { ShadowWord } from './shadow-document.ts'

const most = 100

/** The index of words: exact by filters, near and begun by Meilisearch's own tolerance. */
export function vocabularyOf(
  client: Meilisearch,
  indexUid: string,
): Vocabulary & { beginning: (start: string) => Promise<Word[]> } {
  const index = client.index<ShadowWord>(indexUid)
  const beginning = async (start: string): Promise<Word[]> => {
    const { hits } = await index.search(start, { limit: most, attributesToSearchOn: ['form'] })
    return hits
      .filter(({ form }) => form.startsWith(start) && form !== start)
      .sort((one, other) => other.docs - one.docs)
  }
  return {
    beginning,

    async counts(asked) {
      if (asked.length === 0) return []
      const { results } = await client.multiSearch<MultiSearchParams, ShadowWord>({
        queries: asked.flatMap(({ form, stem }) => [
          { indexUid, q: '', filter: `stem = ${quotedValue(stem)}`, limit: most },
          { indexUid, q: form, limit: most, attributesToSearchOn: ['form'] },
        ]),
      })
      return asked.map(({ form }, at) => {
        const [ofStem, near] = [results[2 * at]?.hits ?? [], results[2 * at + 1]?.hits ?? []]
        const begun = near.filter((word) => word.form.startsWith(form) && word.form !== form)
        return { stemDocs: sum(ofStem), prefixDocs: sum(begun) }
      })
    },

    async begun(start) {
      const docs = new Map<string, number>()
      for (const word of await beginning(start)) docs.set(word.stem, (docs.get(word.stem) ?? 0) + word.docs)
      return [...docs]
        .sort(([, one], [, other]) => other - one)
        .slice(0, 30)
        .map(([stem]) => stem)
    },

    async near({ form }) {
      const { hits } = await index.search(form, { limit: most })
      return hits
    },

    async known(forms) {
      const { hits } = await index.search('', {
        filter: `form IN [${forms.map(quotedValue).join(', ')}]`,
        limit: forms.length,
      })
      return hits
    },
  }
}

const sum = (words: readonly { docs: number }[]) => words.reduce((total, { docs }) => total + docs, 0)
