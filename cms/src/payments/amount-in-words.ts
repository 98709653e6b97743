type Gender = 'masculine' | 'feminine'

const units = {
  masculine: ['', 'unu', 'doi', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă'],
  feminine: ['', 'una', 'două', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă'],
} as const
const teens = {
  masculine:
    'zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece',
  feminine:
    'zece unsprezece douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece',
} as const
const tens = ['', '', 'douăzeci', 'treizeci', 'patruzeci', 'cincizeci', 'șaizeci', 'șaptezeci', 'optzeci', 'nouăzeci']

/** The greatest amount that is written: one ban less than a milliard of lei. */
export const greatestAmountBani = 99_999_999_999

/** 0 to 999, as it counts things of a gender. */
function upToThousand(count: number, gender: Gender): string {
  const words: string[] = []
  const hundreds = Math.floor(count / 100)
  if (hundreds === 1) words.push('una sută')
  else if (hundreds > 1) words.push(`${units.feminine[hundreds]} sute`)
  const rest = count % 100
  if (rest >= 20) {
    const unit = units[gender][rest % 10]
    words.push(unit ? `${tens[Math.floor(rest / 10)]} și ${unit}` : (tens[Math.floor(rest / 10)] ?? ''))
  } else if (rest >= 10) words.push(teens[gender].split(' ')[rest - 10] ?? '')
  else if (rest > 0) words.push(units[gender][rest] ?? '')
  return words.join(' ')
}

/** From 20 on "de" stands before what is counted, except where the last two digits are 01 to 19. */
const takesDe = (count: number) => count >= 20 && (count % 100 === 0 || count % 100 >= 20)

function group(count: number, { one, many, gender }: { one: string; many: string; gender: Gender }): string {
  if (count === 0) return ''
  if (count === 1) return one
  return `${upToThousand(count, gender)} ${takesDe(count) ? 'de ' : ''}${many}`
}

/**
 * An amount as a receipt writes it: "una mie două sute de lei și cincizeci de bani". "Una", never "o": a letter before
 * "mie" or "sută" would make another amount of it.
 * @throws RangeError for what is no amount of bani
 */
export function amountInWords(bani: number): string {
  if (!Number.isSafeInteger(bani) || bani < 0 || bani > greatestAmountBani)
    throw new RangeError(`Not an amount that a receipt can carry: ${bani}`)
  const lei = Math.floor(bani / 100)
  const rest = bani % 100
  const parts = [
    ...(lei > 0 || rest === 0 ? [leiInWords(lei)] : []),
    ...(rest > 0 ? [group(rest, { one: 'un ban', many: 'bani', gender: 'masculine' })] : []),
  ]
  return parts.join(' și ')
}

function leiInWords(lei: number): string {
  if (lei === 0) return 'zero lei'
  if (lei === 1) return 'un leu'
  const groups = [
    group(Math.floor(lei / 1_000_000), { one: 'un milion', many: 'milioane', gender: 'feminine' }),
    group(Math.floor(lei / 1_000) % 1_000, { one: 'una mie', many: 'mii', gender: 'feminine' }),
    upToThousand(lei % 1_000, 'masculine'),
  ]
  return `${groups.filter(Boolean).join(' ')} ${takesDe(lei) ? 'de ' : ''}lei`
}
