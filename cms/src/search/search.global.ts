import type { GlobalConfig } from 'payload'
import { publishedGlobal } from '../publishing/published-global.ts'
import { synonymMessages } from './search.ro.ts'
import { checkGroup, readGroup } from './synonym-groups.ts'

type SearchDocument = { synonyms?: { words: string }[] | null; updatedAt?: string }

/** What clerks teach the search, beside what people looked for and did not find. */
export const search: GlobalConfig = publishedGlobal<SearchDocument>({
  slug: 'search',
  label: { ro: 'Căutarea', en: 'Search' },
  admin: {
    group: { ro: 'Publicare', en: 'Publishing' },
    description: {
      ro: 'Cuvintele pe care oamenii le folosesc altfel decât actele. Se aplică imediat după salvare.',
      en: 'Words that people use and acts do not.',
    },
  },
  toRecord: async (doc, { revision, publishedAt }) => ({
    noun: 'search',
    id: 'search',
    revision,
    publishedAt,
    updatedAt: doc.updatedAt ?? publishedAt,
    synonyms: (doc.synonyms ?? []).map(({ words }) => readGroup(words)),
  }),
  fields: [
    {
      name: 'synonyms',
      type: 'array',
      maxRows: 500,
      label: { ro: 'Cuvinte cu același înțeles', en: 'Synonyms' },
      labels: { singular: { ro: 'Grup', en: 'Group' }, plural: { ro: 'Grupuri', en: 'Groups' } },
      admin: { initCollapsed: true, components: { RowLabel: '/src/search/SynonymLabel#SynonymLabel' } },
      fields: [
        {
          name: 'words',
          type: 'text',
          required: true,
          label: { ro: 'Cuvinte, despărțite prin virgulă', en: 'Words, separated by commas' },
          admin: { placeholder: 'PUG, plan urbanistic general' },
          validate: (value: unknown) => {
            const fault = checkGroup(typeof value === 'string' ? value : '')
            return fault === null || synonymMessages[fault]
          },
        },
      ],
    },
    {
      name: 'missed',
      type: 'ui',
      admin: { components: { Field: '/src/search/MissedSearches#MissedSearches' } },
    },
  ],
})
