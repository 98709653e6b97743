import type { Block, Inline } from '@avizier/cms/body'

const words = (inlines: Inline[]) => inlines.map((inline) => inline.text).join('')

/** The words of a structured text, a line per block. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return [words(block.inlines)]
        case 'list':
          return block.items.map((item) => `– ${words(item)}`)
        case 'table':
          return [block.header, ...block.rows].map((row) => row.map(words).join(' · '))
        case 'article':
          return [`${block.label}. ${textOf(block.blocks)}`]
        default:
          return block satisfies never
      }
    })
    .join('\n')
}
