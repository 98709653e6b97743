import { foldRomanian } from '../romanian-text.ts'
import { months, yearsIn } from './days.ts'

/** Whose act a reference names. `unnamed`: the text gives a number and no word before it says whose. */
export type ActIssuer =
  | 'hotarare'
  | 'dispozitie'
  | 'lege'
  | 'oug'
  | 'og'
  | 'hg'
  | 'ordin'
  | 'decizie'
  | 'decret'
  | 'unnamed'

/** "HCL nr. 45/28.03.2024": number 45 of 2024. `year` is null where only a query could leave it out: "HCL 45". */
export type ActReference = { issuer: ActIssuer; number: number; year: number | null; start: number; end: number }

const day = `\\d{1,2}\\s?[.\\/-]\\s?\\d{1,2}\\s?[.\\/-]\\s?`
const writtenDay = `(?:\\d{1,2}\\s+)?(?:${months.join('|')})\\s+`
/** A number, and what may stand between it and the year. */
const numberBefore = new RegExp(
  `(?<![\\d,/-])(?<!\\d\\.)(\\d{1,6})(?:(\\s*-\\s*|\\s+)|\\s*/\\s*(?:${day}|${writtenDay})?|\\s+din\\s+(?:data\\s+de\\s+|anul\\s+)?(?:${day}|${writtenDay})?)$`,
  'i',
)
/** The longest of it: "123456 din data de 30 septembrie ". */
const reach = 44

/** Words that name an issuer, the longer ones first; read backwards from the number. Folded. */
const issuers: readonly (readonly [ActIssuer, RegExp])[] = [
  ['oug', /(?:ordonant\p{L}* de urgenta(?: a guvernului)?|o\.?\s?u\.?\s?g\.?)$/u],
  ['hg', /(?:hotarar\p{L}* (?:a )?guvernului(?: romaniei)?|hotarar\p{L}* de guvern|(?<!\p{L})h\.?\s?g\.?)$/u],
  ['og', /(?:ordonant\p{L}*(?: a)?(?: guvernului)?|(?<!\p{L})o\.?\s?g\.?)$/u],
  ['lege', /(?:(?<!\p{L})leg(?:e|ea|ii|i|ilor|ile)|(?<![\p{L}.]\s?)l\.)(?: republicata)?$/u],
  [
    'ordin',
    /(?<!\p{L})(?:ordin(?:ul|ului|e|ele)?|o\.?m\.?[a-z.]{0,8})(?: (?:comun )?(?:al )?(?:presedintelui|ministrului|ministerului|prefectului)[\p{L} ,]{0,80}?)?$/u,
  ],
  ['decret', /(?<!\p{L})decret\p{L}*$/u],
  ['decizie', /(?<!\p{L})deci?z\p{L}*(?: (?:i\.?c\.?c\.?j|curtii constitutionale|ccr))?\.?$/u],
  ['dispozitie', /(?<!\p{L})disp(?:\.|oziti\p{L}*)(?: primarului)?(?: (?:comunei|orasului|municipiului) [\p{L}-]+)?$/u],
  [
    'hotarare',
    /(?<!\p{L})(?:(?<short>h\.?\s?c\.?\s?l\.?\s?(?:m\.?)?)|hot\.|hotar[ai]r\p{L}*(?: (?:a )?(?:consiliului|c\.?l\.?)(?: local)?)?)(?: (?:al |a )?(?:comunei|orasului|municipiului) [\p{L}-]+| (?<place>(?!si |din |pentru )[\p{L}-]+(?: [\p{L}-]+)?))?$/u,
  ],
]

/** Every act that the text names with number and year. */
export function actReferences(text: string): ActReference[] {
  const found: ActReference[] = []
  for (const { year, at } of yearsIn(text)) {
    const offset = Math.max(0, at - reach)
    const match = numberBefore.exec(text.slice(offset, at))
    if (!match || /[\d/]/.test(text[at + 4] ?? '')) continue
    const number = Number(match[1])
    const { issuer, start } = issuerBefore(text, offset + match.index)
    const isBare = issuer === 'unnamed' && start === offset + match.index
    const isSchoolYear = isBare && number >= 1900 && year - number === 1
    const isNumbered = issuer !== 'unnamed' || match[2] === undefined
    if (isNumbered && !isSchoolYear) found.push({ issuer, number, year, start, end: at + 4 })
  }
  return found
}

const shortReference =
  /(?<!\p{L})(h\.?\s?c\.?\s?l\.?\s?m?\.?|hotar\p{L}+|hot\.|disp\.|dispoziti\p{L}+)\s*(?:nr\.?|numarul)?\s*(\d{1,6})(?![\d.,/-]*\d)(?!\p{L})/u

/** What a query alone may say: "HCL 45", "dispoziția nr. 12"; not "hotărârea 28 martie". */
export function shortActReference(query: string): ActReference | null {
  const folded = foldInPlace(query)
  const match = shortReference.exec(folded)
  if (!match) return null
  const end = match.index + match[0].length
  if (isBeforeMonth.test(folded.slice(end))) return null
  const issuer = match[1]?.startsWith('disp') ? 'dispozitie' : 'hotarare'
  return { issuer, number: Number(match[2]), year: null, start: match.index, end }
}

const isBeforeMonth = new RegExp(`^\\s*(?:din\\s+)?(?:${months.join('|')})`)

/** The issuer whose words end right before the number, and where they begin. */
function issuerBefore(text: string, at: number): { issuer: ActIssuer; start: number } {
  const offset = Math.max(0, at - 110)
  const before = foldInPlace(text.slice(offset, at))
  const bare = before.replace(/[\s,]*(?:(?:cu|sub)\s+)?(?:(?<!\p{L})(?:nr|no|numarul)\.?)?\s*$/u, '')
  for (const [issuer, words] of issuers) {
    const match = words.exec(bare)
    if (!match || /proiect\p{L}* de $/u.test(bare.slice(0, match.index))) continue
    const place = match.groups?.['place']
    const isName = !place || match.groups?.['short'] || isCapital(text[offset + bare.length - place.length])
    if (isName) return { issuer, start: offset + match.index }
  }
  const numberWord = /(?:(?<!\p{L})(?:nr|numarul)\.?)\s*$/u.exec(before)
  return { issuer: 'unnamed', start: numberWord ? offset + numberWord.index : at }
}

const isCapital = (letter = '') => letter !== letter.toLowerCase()

/** Folded letter by letter, so that places in it are places in the text. */
function foldInPlace(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    const code = letter.charCodeAt(0)
    if (code < 128) folded += letter.toLowerCase()
    else if ((letter === 'î' || letter === 'Î') && at > 0 && /\p{L}/u.test(text[at - 1] as string)) folded += 'a'
    else {
      const plain = foldRomanian(letter)
      folded += plain.length === 1 ? plain : letter === '\u00a0' ? ' ' : letter
    }
  }
  return folded
}
