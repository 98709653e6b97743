import { describe, expect, it } from 'vitest'
import { Body } from './contract.ts'
import { bodyFromLexical, lexicalFromBody } from './lexical.ts'
import { bodyFromText, textOfBody } from './plain-text.ts'

const node = (type: string, children: object[], more = {}) => ({ type, children, ...more })
const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const read = (...children: object[]) => bodyFromLexical({ root: node('root', children) } as never)

describe('the text of a decision', () => {
  const body = bodyFromText(
    'Consiliul local,\n- referatul;\n- raportul;\nHOTĂRĂŞTE:\nArt. 1. Se aprobă regulamentul.\n(2) Alt alineat.\nArt. 2 – Se comunică.',
  )

  it('is a preamble, the enacting word and articles with their paragraphs', () => {
    expect(
      body.map((block) => (block.kind === 'article' ? `${block.label} (${block.blocks.length})` : block.kind)),
    ).toEqual(['paragraph', 'list', 'heading', 'Art. 1 (2)', 'Art. 2 (1)'])
  })

  it('passes the contract and comes back from the editor as it was', () => {
    expect(() => Body.parse(body)).not.toThrow()
    expect(textOfBody(bodyFromLexical(lexicalFromBody(body)))).toBe(textOfBody(body))
  })
})

describe('articles', () => {
  it.each([
    ['Art. 1. Se aprobă', 'Art. 1'],
    ['Articolul 12 – Se aprobă', 'Art. 12'],
    ['ART.3 Se aprobă', 'Art. 3'],
    ['Art. 3^1. Se aprobă', 'Art. 3^1'],
    ['Art. II. Se aprobă', 'Art. II'],
    ['Art. unic. Se aprobă', 'Art. unic'],
  ])('%s', (line, label) =>
    expect(bodyFromText(line)).toMatchObject([
      { kind: 'article', label, blocks: [{ inlines: [{ text: 'Se aprobă' }] }] },
    ]),
  )

  it('are not seen in words that only begin like them', () => {
    expect(bodyFromText('Artiștii invitați sunt cinci.\nArta populară')).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'paragraph' },
    ])
  })

  it('end at a heading', () => {
    expect(
      read(
        node('paragraph', [text('Art. 1. Unu')]),
        node('heading', [text('Anexă')], { tag: 'h2' }),
        node('paragraph', [text('(2) liber')]),
      ).map(({ kind }) => kind),
    ).toEqual(['article', 'heading', 'paragraph'])
  })
})

describe("the editor's document", () => {
  it('keeps bold, italic, line breaks and links that can be followed', () => {
    const link = node('link', [text('legea')], { fields: { url: 'https://exemplu.ro' } })
    expect(read(node('paragraph', [text('unu', 1), text('doi', 2), { type: 'linebreak' }, link]))).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { text: 'unu', bold: true },
          { text: 'doi', italic: true },
          { text: '\n' },
          { text: 'legea', href: 'https://exemplu.ro' },
        ],
      },
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
    'loses a link to %s but not its words',
    (url) => {
      expect(read(node('paragraph', [node('link', [text('apasă')], { fields: { url } })]))).toEqual([
        { kind: 'paragraph', inlines: [{ text: 'apasă' }] },
      ])
    },
  )

  it('keeps the words of a node it does not know', () => {
    expect(read(node('ceva-nou', [node('mai-adanc', [text('cuvinte')])]))).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'cuvinte' }] },
    ])
  })

  it('may be missing', () => {
    expect(bodyFromLexical(null)).toEqual([])
  })
})
