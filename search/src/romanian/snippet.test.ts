import { describe, expect, it } from 'vitest'
import { textOf } from '../../test/documents.ts'
import { marksIn } from './marks.ts'
import { parseQuery } from './query.ts'
import { highlighted, snippetOf } from './snippet.ts'

const marksOf = (text: string, query: string) =>
  marksIn(
    text,
    parseQuery(query).clauses.map((clause) => ({ clause, prefix: null, moreTerms: [] })),
  )

describe('snippetOf', () => {
  const long = `${'Un alineat despre altceva. '.repeat(60)}Se aprobă taxa de salubrizare. ${'Și încă ceva. '.repeat(60)}`

  it('shows the place that answers, from the beginning of a sentence, and says that there is more', () => {
    const shown = textOf(snippetOf(long, marksOf(long, 'taxă salubrizare')))
    expect(shown).toMatch(/^…/)
    expect(shown).toMatch(/…$/)
    expect(shown).toContain('Se aprobă taxa de salubrizare.')
    expect(shown.length).toBeLessThan(300)
  })

  it('shows the beginning when nothing answers, and short texts whole', () => {
    expect(textOf(snippetOf(long, []))).toMatch(/^Un alineat/)
    expect(textOf(snippetOf('Scurt\n\ntext.', []))).toBe('Scurt text.')
    expect(snippetOf('', [])).toEqual([])
  })
})

describe('highlighted', () => {
  it.each([
    ['Planul Urbanistic General al comunei', 'PUG', ['Planul Urbanistic General']],
    ['Modificarea HCL nr. 45/28.03.2024', '45/2024', ['HCL nr. 45/28.03.2024']],
    ['Ședința din 28 martie 2024', '28.03.2024', ['28 martie 2024']],
    ['Parcare de reședință și parcare', '"parcare de reședință"', ['Parcare de reședință']],
    ['Se aprobă bugetul', 'aprobarea bugetelor', ['aprobă', 'bugetul']],
  ])('%s, asked for %s', (text, query, matches) => {
    const segments = highlighted(text, marksOf(text, query))
    expect(segments.filter(({ isMatch }) => isMatch).map((segment) => segment.text)).toEqual(matches)
    expect(textOf(segments)).toBe(text)
  })
})
