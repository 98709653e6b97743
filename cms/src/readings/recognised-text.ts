import { type Line, textOfLines } from './page-text.ts'

export type Recognised = {
  text: string
  /** The mean over the words, 0 to 100; 0 when there are none. */
  confidence: number
}

/** Below this a page is a photograph, a drawing or a stain that was taken for letters. */
const leastConfidence = 40

/** What Tesseract read, from its table (TSV) of words with their places and how sure it was of each. */
export function recognisedText(table: string): Recognised {
  const lines: Line[] = []
  let confidence = 0
  let words = 0
  let paragraph = ''
  let place = ''
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level, page, block, par, line, , left, top, width, height, sure] = cells
    const word = cells.slice(11).join('\t').trim()
    if (level !== '5' || !word) continue
    const thisParagraph = `${page} ${block} ${par}`
    const thisPlace = `${thisParagraph} ${line}`
    const right = Number(left) + Number(width)
    const current = lines.at(-1)
    if (current && thisPlace === place) {
      current.text += ` ${word}`
      current.right = Math.max(current.right, right)
    } else {
      lines.push({
        text: word,
        left: Number(left),
        right,
        bottom: Number(top) + Number(height),
        height: Number(height),
        opensParagraph: thisParagraph !== paragraph,
      })
    }
    place = thisPlace
    paragraph = thisParagraph
    confidence += Math.max(0, Number(sure)) * word.length
    words += word.length
  }
  const mean = words > 0 ? Math.min(100, confidence / words) : 0
  return { text: mean < leastConfidence ? '' : textOfLines(lines), confidence: Math.round(mean * 10) / 10 }
}
