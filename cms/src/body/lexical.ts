import type { Block, Body, Inline } from './contract.ts'

/** The editor's JSON, as much of it as is read here; every other node is read for its text. */
type Node = {
  type: string
  text?: string
  format?: number | string
  tag?: string
  listType?: string
  children?: Node[]
  fields?: { url?: string; linkType?: string }
  [key: string]: unknown
}
export type LexicalDocument = { root: Node }

const boldBit = 1
const italicBit = 2

/** The structured text of an editor's document. A node this does not know keeps its text as a paragraph. */
export function bodyFromLexical(document: LexicalDocument | null | undefined): Body {
  return gatherArticles((document?.root.children ?? []).flatMap(blocksOf))
}

function blocksOf(node: Node): Block[] {
  switch (node.type) {
    case 'heading':
      return filled({ kind: 'heading', level: node.tag === 'h2' ? 2 : 3, inlines: inlinesOf(node) })
    case 'list': {
      const items = (node.children ?? []).map((item) => inlinesOf(item)).filter((item) => item.length > 0)
      return items.length > 0 ? [{ kind: 'list', ordered: node.listType === 'number', items }] : []
    }
    case 'table': {
      const rows = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => inlinesOf(cell)))
      const [header = [], ...others] = rows
      return rows.length > 0 ? [{ kind: 'table', header, rows: others }] : []
    }
    case 'horizontalrule':
      return []
    default:
      return filled({ kind: 'paragraph', inlines: inlinesOf(node) })
  }
}

const filled = (block: Extract<Block, { inlines: Inline[] }>): Block[] => (block.inlines.length > 0 ? [block] : [])

function inlinesOf(node: Node, href?: string): Inline[] {
  if (node.type === 'linebreak') return [{ text: '\n' }]
  if (typeof node.text === 'string') {
    const format = typeof node.format === 'number' ? node.format : 0
    const inline: Inline = { text: node.text }
    if (format & boldBit) inline.bold = true
    if (format & italicBit) inline.italic = true
    if (href) inline.href = href
    return node.text ? [inline] : []
  }
  const target = node.type === 'link' || node.type === 'autolink' ? safeAddress(node.fields?.url) : href
  return (node.children ?? []).flatMap((child) => inlinesOf(child, target))
}

/** Only addresses a reader may follow; anything else (javascript:, data:) loses its link and keeps its words. */
const safeAddress = (url: string | undefined) =>
  url && /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(url) ? url : undefined

const articleLabel =
  /^(art(?:icolul\s+|\.\s*|\s+)(?:\d+(?:\^\d+)?|[IVXL]+(?!\p{L})|unic(?!\p{L})))\s*[.:)]*\s*[–—-]?\s*/iu

/** Puts the paragraphs that follow "Art. 3." under it, with the label apart, up to the next article or heading. */
export function gatherArticles(blocks: Body): Body {
  const gathered: Body = []
  let article: Extract<Block, { kind: 'article' }> | null = null
  for (const block of blocks) {
    const opening = block.kind === 'paragraph' ? openingOf(block.inlines) : null
    if (opening) {
      article = {
        kind: 'article',
        label: opening.label,
        blocks: opening.rest.length > 0 ? [{ kind: 'paragraph', inlines: opening.rest }] : [],
      }
      gathered.push(article)
    } else if (article && (block.kind === 'list' || block.kind === 'table' || isContinued(block))) {
      article.blocks.push(block as Extract<Block, { kind: 'paragraph' | 'list' | 'table' }>)
    } else {
      article = null
      gathered.push(block)
    }
  }
  return gathered
}

function openingOf(inlines: Inline[]): { label: string; rest: Inline[] } | null {
  const first = inlines[0]
  const match = first && articleLabel.exec(first.text)
  if (!first || !match?.[1]) return null
  const rest = { ...first, text: first.text.slice(match[0].length) }
  const label = match[1]
    .replace(/\s+/g, ' ')
    .replace(/^art(?:icolul|\.)?/i, 'Art.')
    .replace(/^Art\.(?=\S)/, 'Art. ')
  const others = inlines.slice(1)
  if (!rest.text && others[0]) others[0] = { ...others[0], text: others[0].text.replace(/^[\s.:–—-]+/, '') }
  return { label, rest: rest.text ? [rest, ...others] : others }
}

/** "(2) …", "a) …": a paragraph or letter of the article above. */
const isContinued = (block: Block) =>
  block.kind === 'paragraph' && /^\s*(\(\d+\)|[a-zăâîșț]\)|[-–•])/.test(block.inlines[0]?.text ?? '')

/** The editor's document for a structured text, so that imported text opens in the editor like typed text. */
export function lexicalFromBody(body: Body): LexicalDocument {
  return { root: element('root', body.flatMap(nodesOf)) }
}

function nodesOf(block: Block): Node[] {
  switch (block.kind) {
    case 'paragraph':
      return [element('paragraph', textNodes(block.inlines), { textFormat: 0, textStyle: '' })]
    case 'heading':
      return [element('heading', textNodes(block.inlines), { tag: `h${block.level}` })]
    case 'list':
      return [
        element(
          'list',
          block.items.map((item, index) => element('listitem', textNodes(item), { value: index + 1 })),
          { listType: block.ordered ? 'number' : 'bullet', start: 1, tag: block.ordered ? 'ol' : 'ul' },
        ),
      ]
    case 'table':
      return [
        element(
          'table',
          [block.header, ...block.rows].map((row, index) =>
            element(
              'tablerow',
              row.map((cell) =>
                element('tablecell', [element('paragraph', textNodes(cell), { textFormat: 0, textStyle: '' })], {
                  headerState: index === 0 ? 1 : 0,
                  colSpan: 1,
                  rowSpan: 1,
                }),
              ),
            ),
          ),
        ),
      ]
    case 'article': {
      const [first, ...others] = block.blocks
      const label: Inline = { text: `${block.label}. `, bold: true }
      const opening: Block =
        first?.kind === 'paragraph'
          ? { kind: 'paragraph', inlines: [label, ...first.inlines] }
          : { kind: 'paragraph', inlines: [label] }
      return [opening, ...(first && first.kind !== 'paragraph' ? [first] : []), ...others].flatMap(nodesOf)
    }
    default:
      return block satisfies never
  }
}

const element = (type: string, children: Node[], more: Record<string, unknown> = {}): Node => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
})

function textNodes(inlines: Inline[]): Node[] {
  return inlines.map((inline) => {
    if (inline.text === '\n') return { type: 'linebreak', version: 1 }
    const format = (inline.bold ? boldBit : 0) | (inline.italic ? italicBit : 0)
    const text: Node = { type: 'text', text: inline.text, format, detail: 0, mode: 'normal', style: '', version: 1 }
    if (!inline.href) return text
    return element('link', [text], { fields: { linkType: 'custom', url: inline.href, newTab: false }, version: 3 })
  })
}
