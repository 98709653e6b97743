import type { TextSegment } from '../search-index.ts'
import type { Mark } from './marks.ts'

const length = 230
/** What is read before the first mark of the snippet, so that it begins with a thought. */
const lead = 60

/** About two lines around the place that answers most clauses, with "…" where text was left out. */
export function snippetOf(text: string, marks: readonly Mark[]): TextSegment[] {
  const { start, end } = windowOf(text, marks)
  const segments = segmentsOf(text, marks, start, end)
  if (start > 0) segments.unshift({ text: '…', isMatch: false })
  if (end < text.trimEnd().length) segments.push({ text: '…', isMatch: false })
  return joined(segments)
}

/** The whole text with its marks. */
export const highlighted = (text: string, marks: readonly Mark[]): TextSegment[] =>
  joined(segmentsOf(text, marks, 0, text.length))

function windowOf(text: string, marks: readonly Mark[]): { start: number; end: number } {
  let best = 0
  let bestScore = 0
  for (let first = 0; first < marks.length; first++) {
    const from = (marks[first] as Mark).start
    const clauses = new Set<number>()
    let count = 0
    for (let at = first; at < marks.length && (marks[at] as Mark).end <= from + length - lead; at++) {
      clauses.add((marks[at] as Mark).clause)
      count++
    }
    const score = clauses.size * 100 + Math.min(count, 20)
    if (score > bestScore) {
      best = from
      bestScore = score
    }
  }
  const start = bestScore === 0 || best <= lead ? 0 : wordStart(text, best - lead, best)
  return { start, end: wordEnd(text, start + length) }
}

/** The beginning of a sentence or a line near by, else of a word. */
function wordStart(text: string, from: number, before: number): number {
  const stretch = text.slice(from, before)
  const sentence = /(?:[.;:!?]\s+|\n\s*)(?=\S[^.;:!?\n]*$)/.exec(stretch)
  if (sentence) return from + sentence.index + sentence[0].length
  const space = /\s/.exec(stretch)
  return space ? from + space.index + 1 : from
}

function wordEnd(text: string, until: number): number {
  if (until >= text.length) return text.length
  const space = text.lastIndexOf(' ', until)
  return space > until - 30 ? space : until
}

function segmentsOf(text: string, marks: readonly Mark[], start: number, end: number): TextSegment[] {
  const segments: TextSegment[] = []
  let at = start
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    segments.push({ text: text.slice(at, mark.start), isMatch: false })
    segments.push({ text: text.slice(mark.start, mark.end), isMatch: true })
    at = mark.end
  }
  segments.push({ text: text.slice(at, end), isMatch: false })
  return segments
}

/** One line of text; empty pieces and neighbours of one kind fall together. */
function joined(segments: readonly TextSegment[]): TextSegment[] {
  const result: TextSegment[] = []
  for (const { text, isMatch } of segments) {
    const plain = text.replace(/\s+/g, ' ')
    const last = result.at(-1)
    if (plain === '') continue
    if (last && last.isMatch === isMatch) result[result.length - 1] = { text: last.text + plain, isMatch }
    else result.push({ text: plain, isMatch })
  }
  return result
}
