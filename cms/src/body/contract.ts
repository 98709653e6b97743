import { z } from 'zod'

/** A run of text inside a block. `href` is a public path or an absolute http(s), mailto or tel address. */
export const Inline = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  href: z.string().optional(),
})
export type Inline = z.infer<typeof Inline>

const Inlines = z.array(Inline)

const Paragraph = z.object({ kind: z.literal('paragraph'), inlines: Inlines })
const Heading = z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), inlines: Inlines })
const List = z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Inlines) })
const Table = z.object({ kind: z.literal('table'), header: z.array(Inlines), rows: z.array(z.array(Inlines)) })

/** One article of an act: the label stands in the margin ("Art. 3"), the blocks are its paragraphs. */
const Article = z.object({
  kind: z.literal('article'),
  label: z.string(),
  blocks: z.array(z.discriminatedUnion('kind', [Paragraph, List, Table])),
})

/** Structured text as the public reads it, free of any editor's own format. */
export const Block = z.discriminatedUnion('kind', [Paragraph, Heading, List, Table, Article])
export type Block = z.infer<typeof Block>

export const Body = z.array(Block)
export type Body = z.infer<typeof Body>
