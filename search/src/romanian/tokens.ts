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

/**
 * Words, numbers, and abbreviations with dots. "1.234.567" and "S.R.L." are one token; "98765432-C1-U7", "12/2024" and
 * "Beregsău-Mare" are as many as they have parts.
 */
const tokenPattern =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|(?<![\d.,/-])\d{1,3}(?:\.\d{3})+(?![\d/-]|[.,]\d{3})|[\p{L}\p{N}\p{M}]+/gu

const maxWordLength = 64

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  for (let found = tokenPattern.exec(text); found; found = tokenPattern.exec(text)) {
    const word = wordOf(found[0])
    const end = found.index + found[0].length
    const ordinal = romanOrdinal(found[0], text, end)
    tokens.push({
      form: word.form,
      stems: ordinal ? [...word.stems, ordinal] : word.stems,
      isStopword: word.isStopword && !ordinal,
      start: found.index,
      end,
    })
  }
  return tokens
}

type Word = Pick<Token, 'form' | 'stems' | 'isStopword'>

/** Reading a word is most of the work of a rebuild, and words come back. Bounded. */
const memory = new Map<string, Word>()

function wordOf(raw: string): Word {
  const known = memory.get(raw)
  if (known) return known
  const form = formOf(raw)
  const word = { form, stems: stemsOf(form), isStopword: stopwords.has(form) }
  if (memory.size < 200_000) memory.set(raw, word)
  return word
}

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
