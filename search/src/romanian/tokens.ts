import { foldRomanian } from '../romanian-text.ts'
import { modernSpelling } from './orthography.ts'
import { stemsOf } from './stem.ts'
import { stopwords } from './stopwords.ts'

/** A word or number of a text, with its place in characters. */
export type Token = {
  /** Folded, in today's spelling: what "exact" means. */
  form: string
  /** What its other forms share; usually one. */
  stems: readonly string[]
  isStopword: boolean
  start: number
  end: number
}

const maxWordLength = 64

/**
 * Words, numbers, and abbreviations with dots. "1.234.567" and "S.R.L." are one token; "98765432-C1-U7", "12/2024" and
 * "Beregsău-Mare" are as many as they have parts.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (!isWordLetter(text, at)) {
      at++
      continue
    }
    let end = at + 1
    while (end < text.length && isWordLetter(text, end)) end++
    if (text[end] === '.') end = endOfDotted(text, at, end)
    tokens.push(tokenOf(text, at, end))
    at = end
  }
  return tokens
}

/** One flag for each letter, digit and mark of the basic plane: the unicode classes of RegExp take five times as long. */
const wordLetters = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code < 0xd800 || code > 0xdfff ? Number(/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))) : 0,
)
const isWordLetter = (text: string, at: number) => wordLetters[text.charCodeAt(at)] === 1

const dottedLetters = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/uy
const dottedThousands = /\d{1,3}(?:\.\d{3})+(?![\d/-]|[.,]\d{3})/y

/** "S.R.L." and "1.234.567" go on behind their dots; "nr.14" and "28.03.2024" do not. */
function endOfDotted(text: string, start: number, end: number): number {
  const pattern = end - start === 1 ? dottedLetters : dottedThousands
  if (end - start > 3) return end
  pattern.lastIndex = start
  if (pattern.test(text)) return pattern.lastIndex
  if (pattern !== dottedLetters) return end
  dottedThousands.lastIndex = start
  return dottedThousands.test(text) ? dottedThousands.lastIndex : end
}

function tokenOf(text: string, start: number, end: number): Token {
  const raw = text.slice(start, end)
  const word = wordOf(raw)
  const ordinal = romanOrdinal(raw, text, end)
  if (!ordinal) return { form: word.form, stems: word.stems, isStopword: word.isStopword, start, end }
  return { form: word.form, stems: [...word.stems, ordinal], isStopword: false, start, end }
}

type Word = Pick<Token, 'form' | 'stems' | 'isStopword'>

/** Reading a word is most of the work of a rebuild, and words come back. Bounded. */
const memory = new Map<string, Word>()

function wordOf(raw: string): Word {
  const known = memory.get(raw)
  if (known) return known
  const form = formOf(detached(raw))
  const word = { form, stems: stemsOf(form), isStopword: stopwords.has(form) }
  if (memory.size < 100_000) memory.set(detached(raw), word)
  return word
}

/** A copy: a piece of a text keeps the whole text in memory for as long as itself. */
export const detached = (piece: string) => Buffer.from(piece).toString()

export function formOf(raw: string): string {
  const bare = raw.replace(/\./g, '')
  if (/^\d+$/.test(bare)) return bare.length <= 4 ? String(Number(bare)) : bare.slice(0, maxWordLength)
  const form = foldRomanian(modernSpelling(bare)).slice(0, maxWordLength)
  return formerSpelling(form)
}

/** Roots that the spelling before 1993 wrote with î, as they look once somebody has dropped the diacritics. */
const formerRoots: readonly (readonly [RegExp, string])[] = [
  [/^hotarir/, 'hotarar'],
  [/^(pre)?invatamint/, '$1invatamant'],
  [/^pamint/, 'pamant'],
  [/^mormint/, 'mormant'],
  [/^cuvint/, 'cuvant'],
  [/^vinz/, 'vanz'],
  [/^virst/, 'varst'],
  [/^sfirs/, 'sfars'],
  [/^fintin/, 'fantan'],
  [/^stapin/, 'stapan'],
  [/^cimp/, 'camp'],
  [/^tirg/, 'targ'],
  [/^riu(l|lui|ri|rile|rilor)?$/, 'rau$1'],
  [/^piriu/, 'parau'],
  [/^romin/, 'roman'],
  [/^sfint/, 'sfant'],
  [/^ciin/, 'cain'],
  [/^piine/, 'paine'],
  [/^miine/, 'maine'],
  [/^cintec/, 'cantec'],
  [/^sint$/, 'sunt'],
  [/^batrin/, 'batran'],
  [/^saptamin/, 'saptaman'],
]

function formerSpelling(form: string): string {
  if (!form.includes('i')) return form
  for (const [root, modern] of formerRoots) if (root.test(form)) return form.replace(root, modern)
  return form
}

const romanNumerals: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** "a IV-a" is "a 4-a": the number stands beside the letters. Only with the ending, for I and V are words and names. */
function romanOrdinal(raw: string, text: string, end: number): string | null {
  if (!/^[IVXLC]{1,7}$/.test(raw)) return null
  if (!/^-(?:a|lea)(?!\p{L})/u.test(text.slice(end, end + 5)) && raw.length < 2) return null
  let value = 0
  for (let at = 0; at < raw.length; at++) {
    const here = romanNumerals[raw[at] as string] as number
    value += here < (romanNumerals[raw[at + 1] ?? ''] ?? 0) ? -here : here
  }
  return raw === romanOf(value) ? String(value) : null
}

function romanOf(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let roman = ''
  for (const [worth, letters] of steps)
    while (rest >= worth) {
      roman += letters
      rest -= worth
    }
  return roman
}
