/**
 * One spelling and one folding of Romanian for every package.
 * Correct Romanian has ș and ț with a comma below (U+0219, U+021B); older keyboards and PDFs wrote a cedilla.
 */

const commaLetters: Record<string, string> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' }

/** The text in NFC with comma letters, as it is stored and shown. */
export function spellRomanian(text: string): string {
  return text.normalize('NFC').replace(/[şŞţŢ]/g, (letter) => commaLetters[letter] ?? letter)
}

/** Lower case without diacritics, for comparing and for addresses: "Săcălaz" → "sacalaz". */
export function foldRomanian(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A public address part: "Hotărâri și anexe, 2024" → "hotarari-si-anexe-2024". Empty when nothing is left. */
export function slugOf(text: string, maxLength = 80): string {
  const words = foldRomanian(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > maxLength) return slug || word.slice(0, maxLength)
    slug = longer
  }
  return slug
}
