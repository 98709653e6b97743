import { describe, expect, it } from 'vitest'
import { recognisedText } from './recognised-text.ts'

const head = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'
const word = (place: [block: number, paragraph: number, line: number], text: string, sure: number, left = 0) =>
  ['5', '1', ...place, '1', left, place[2] * 40, 400, 30, sure, text].join('\t')

describe('recognisedText', () => {
  it('makes paragraphs of the words, in comma letters, and means their confidence by length', () => {
    const table = [head, word([1, 1, 1], 'Şedinţa', 90), word([1, 1, 2], 'are', 80), word([1, 2, 1], 'loc', 80)]
    expect(recognisedText(table.join('\n'))).toEqual({ text: 'Ședința are\n\nloc', confidence: 85.4 })
  })

  it('takes a stain for no text', () => {
    expect(recognisedText([head, word([1, 1, 1], ';,~', 12)].join('\n'))).toEqual({ text: '', confidence: 12 })
  })

  it('is empty for an empty table', () => expect(recognisedText('')).toEqual({ text: '', confidence: 0 }))
})
