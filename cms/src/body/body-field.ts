import {
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'

/** The editor offers exactly what the public page can show (see `Block`). */
export const bodyField = (field: Omit<RichTextField, 'type' | 'editor' | 'name'>): RichTextField => ({
  name: 'body',
  type: 'richText',
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BoldFeature(),
      ItalicFeature(),
      OrderedListFeature(),
      UnorderedListFeature(),
      LinkFeature({ enabledCollections: [] }),
      EXPERIMENTAL_TableFeature(),
      FixedToolbarFeature(),
    ],
  }),
  ...field,
})
