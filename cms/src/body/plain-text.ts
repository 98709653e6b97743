import type { Body, Inline } from './contract.ts'
import { gatherArticles } from './lexical.ts'

/** The structured text of plain lines: a line is a paragraph, dashes make a list, "# " opens a heading, articles are found. */
export function bodyFromText(text: string): Body {
  const blocks: Body = []
  for (const line of text.split(/\r?\n/).map((raw) => raw.trim())) {
    if (!line) continue
    const item = /^[-–•]\s+(.+)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item && last?.kind === 'list') last.items.push([{ text: item }])
    else if (item) blocks.push({ kind: 'list', ordered: false, items: [[{ text: item }]] })
    else if (line.startsWith('# ')) blocks.push({ kind: 'heading', level: 2, inlines: [{ text: line.slice(2) }] })
    else if (/^H\s?O\s?T\s?[ĂA]\s?R\s?[ĂA]\s?[ȘŞS]\s?T\s?E\s*:?$/.test(line))
      blocks.push({ kind: 'heading', level: 2, inlines: [{ text: 'HOTĂRĂȘTE:' }] })
    else blocks.push({ kind: 'paragraph', inlines: [{ text: line }] })
  }
  return gatherArticles(blocks)
}

/** All the words of a structured text, a line per block. */
export function textOfBody(body: Body): string {
  const words = (inlines: Inline[]) => inlines.map((inline) => inline.text).join('')
  const lines = (blocks: Body): string[] =>
    blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return [words(block.inlines)]
        case 'list':
          return block.items.map(words)
        case 'table':
          return [block.header, ...block.rows].map((row) => row.map(words).join(' · '))
        case 'article':
          return [block.label, ...lines(block.blocks)]
        default:
          return block satisfies never
      }
    })
  return lines(body).join('\n')
}
