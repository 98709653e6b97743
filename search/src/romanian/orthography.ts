import { spellRomanian } from '../romanian-text.ts'

/** Letters that old fonts put in place of ours: "hotãrâre", "ºi", "þarã". */
const fontLetters: Record<string, string> = { ã: 'ă', Ã: 'Ă', ǎ: 'ă', Ǎ: 'Ă', þ: 'ț', Þ: 'Ț', º: 'ș', ª: 'Ș' }

/** Words that keep their hyphen when a line ends after it: "într-" + "un". */
const clitics = /(?:^|[^\p{L}])(?:[îi]ntr|dintr|printr|n|s|l|i|m|v|c|d|ne|le|v[ăa]|nu|ca|de|ce|s[ăa]|mi|[șs]i|ți)$/iu

/**
 * A text as it is stored and shown: comma letters, no control characters, words that a line break cut put together.
 * Everything that is counted in characters (snippets, highlights) counts in this text.
 */
export function cleanText(text: string): string {
  const spelled = spellRomanian(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; Postgres refuses NUL.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200d\u2060\ufeff\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
  const lettered = /[ãÃǎǍþÞºª]/.test(spelled) ? repairFont(spelled) : spelled
  return /[-¬‐]\s*\n/.test(lettered) ? joinBrokenWords(lettered) : lettered
}

/** One word in today's spelling: "mormîntul" → "mormântul", "sînt" → "sunt", "reîncadrare" as it is. Lower case. */
export function modernSpelling(word: string): string {
  const lower = word.toLowerCase()
  if (!lower.includes('î') || lower.length < 3) return lower
  const kept = prefixed.exec(lower)?.[0].length ?? 0
  let modern = lower.slice(0, 1)
  for (let at = 1; at < lower.length - 1; at++)
    modern += lower[at] === 'î' && at !== kept - 1 ? 'â' : (lower[at] as string)
  modern += lower.slice(-1)
  return modern.replace(/^sânt(?=$|em$|eți$)/, 'sunt')
}

/** î stands inside a word after a prefix; "reîncepe", "neînsemnat", "bineînțeles". */
const prefixed =
  /^(?:ne|re|pre|sub|supra|auto|co|de|des|dez|bine|rău|inter|între|semi|ultra|extra|anti|contra|tele|micro|macro|nemai)î/

function repairFont(text: string): string {
  return text
    .replace(/[ãÃǎǍþÞ]/g, (letter) => fontLetters[letter] ?? letter)
    .replace(/(?<=\p{L})[ºª]|[ºª](?=\p{L})/gu, (letter) => fontLetters[letter] ?? letter)
}

/** "hotă-⏎râre" is one word; "Beregsău-⏎Mare" and "într-⏎un" are not broken, only at the end of a line. */
function joinBrokenWords(text: string): string {
  return text.replace(
    /(\p{L}+)[-¬‐][ \t]*\n[ \t]*(?=(\p{L}))/gu,
    (whole, before: string, after: string, at: number) => {
      if (after !== after.toLowerCase() && before !== before.toUpperCase()) return `${before}-`
      if (clitics.test(text.slice(Math.max(0, at - 1), at + before.length))) return `${before}-`
      return whole.includes('\n') ? before : whole
    },
  )
}
