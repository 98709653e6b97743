import type { Block, Inline } from '@avizier/cms/body'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

function inlineHtml(inlines: Inline[]): string {
  let out = ''
  for (const { text, bold, italic, href } of inlines) {
    let part = text === '\n' ? '<br>' : escapeHtml(text)
    if (italic) part = `<em>${part}</em>`
    if (bold) part = `<strong>${part}</strong>`
    out += href ? `<a href="${escapeHtml(href)}">${part}</a>` : part
  }
  return out
}

/** The anchor of an article: "Art. 3^1" → "art-3-1". */
export const articleId = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * HTML of a structured text. A string builder, because a page of law has hundreds of blocks and a component each
 * would cost more than the page. Everything typed is escaped. `changed` holds, by article id, a note in HTML.
 */
export function html(blocks: readonly Block[], changed?: ReadonlyMap<string, string>): string {
  const used = new Set<string>()
  return blocks.map((block) => blockHtml(block, used, changed)).join('\n')
}

function blockHtml(block: Block, used: Set<string>, changed?: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(block.inlines)}</p>`
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.inlines)}</h${block.level}>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'table': {
      const head = block.header.map((cell) => `<th scope="col">${inlineHtml(cell)}</th>`).join('')
      const rows = block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell)}</td>`).join('')}</tr>`)
        .join('')
      return `<div class="table" role="region" aria-label="Tabel" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
    }
    case 'article': {
      const id = articleId(block.label)
      const note = changed?.get(id)
      const anchor = used.has(id) ? '' : ` id="${id}"`
      used.add(id)
      const inner = block.blocks.map((each) => blockHtml(each, used)).join('')
      return `<div class="article${note ? ' act__changed' : ''}"${anchor}><h3>${escapeHtml(block.label)}</h3>${inner}${note ? `<small>${note}</small>` : ''}</div>`
    }
    default:
      return block satisfies never
  }
}
