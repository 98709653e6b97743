import { spellRomanian } from '@avizier/search/romanian-text'

export type SynonymFault = 'one-word' | 'too-long' | 'too-many'

const mostWords = 20
const longest = 60

/** The words of a group as a clerk writes them, separated by commas: "PUG, plan urbanistic general". */
export function readGroup(written: string): string[] {
  const words = spellRomanian(written)
    .split(/[,;\n]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return [...new Set(words)]
}

export function checkGroup(written: string): SynonymFault | null {
  const words = readGroup(written)
  if (words.length < 2) return 'one-word'
  if (words.length > mostWords) return 'too-many'
  return words.some((word) => word.length > longest) ? 'too-long' : null
}
