import { spellRomanian } from '@avizier/search/romanian-text'

/** A printed line. Distances grow rightwards and downwards, in any one unit. */
export type Line = {
  text: string
  left: number
  right: number
  bottom: number
  height: number
  /** Known by the source to open a paragraph; otherwise the distances tell. */
  opensParagraph?: boolean
}

/** Where a hyphen is the word's own: "s-a", "într-un", "de-a", "vice-". All others were made by the end of a line. */
const beforeOwnHyphen = /(?:^|[^\p{L}])(?:\p{L}|într|dintr|printr|câte|vice|ex|non|sud|nord|est|vest)-$/iu
const afterOwnHyphen = /^(?:a|am|ai|au|ar|aș|ați|i|l|o|le|și|un|una|unul|unei|unor)(?!\p{L})/iu

/** The lines of a page as paragraphs with a blank line between them; lines inside a paragraph run on. */
export function textOfLines(lines: readonly Line[]): string {
  const printed = lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text)
  const leftEdge = Math.min(...printed.map((line) => line.left))
  const rightEdge = Math.max(...printed.map((line) => line.right))
  const leading = usualLeading(printed)
  let text = ''
  printed.forEach((line, index) => {
    const before = printed[index - 1]
    if (!before) text = line.text
    else if (opensParagraph(before, line, leading)) text += `\n\n${line.text}`
    else if (before.right < leftEdge + 0.7 * (rightEdge - leftEdge)) text += `\n${line.text}`
    else if (isCutWord(text, line.text)) text = text.slice(0, -1) + line.text
    else text += /[\p{L}\p{N}]-$/u.test(text) ? line.text : ` ${line.text}`
  })
  return tidy(text)
}

const isCutWord = (before: string, after: string) =>
  /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) && !beforeOwnHyphen.test(before) && !afterOwnHyphen.test(after)

function opensParagraph(before: Line, line: Line, leading: number): boolean {
  if (line.opensParagraph !== undefined) return line.opensParagraph
  const step = line.bottom - before.bottom
  if (step < -before.height) return true // back to the top: another column
  if (Math.max(line.height, before.height) > 1.3 * Math.min(line.height, before.height)) return true
  return step > 1.3 * leading
}

/** The distance between the lines of one paragraph: the lower quartile, because paragraphs stand further apart. */
function usualLeading(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, index) => line.bottom - (lines[index]?.bottom ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 4)] ?? Number.POSITIVE_INFINITY
}

/** NFC with comma letters, without control characters, soft hyphens, ligatures or runs of spaces. */
export function tidy(text: string): string {
  return spellRomanian(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\ufeff\ufffe\uffff]|[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many letters of words there are; what a font without a map of its letters yields is none. */
export function lettersIn(text: string): number {
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const printed = text.match(/[^\s]/gu)?.length ?? 0
  const known = text.match(/[\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Sm}]/gu)?.length ?? 0
  return printed > 0 && known / printed < 0.7 ? 0 : letters
}
